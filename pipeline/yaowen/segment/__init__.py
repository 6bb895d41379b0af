"""Ways of cutting a page into articles."""
