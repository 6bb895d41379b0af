"""Ways of undoing broken lines."""
