"""Many pages: a ledger of what has been read, workers that can be stopped, and sinks that write it all out."""
