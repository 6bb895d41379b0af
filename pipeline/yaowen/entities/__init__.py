"""Ways of finding mentions."""
