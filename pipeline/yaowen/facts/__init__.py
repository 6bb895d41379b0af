"""Ways of finding facts."""
