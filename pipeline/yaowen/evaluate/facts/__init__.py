"""How well persons, events, statistics and statements were read."""
