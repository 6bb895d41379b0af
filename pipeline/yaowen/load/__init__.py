"""Ways of getting pages."""
