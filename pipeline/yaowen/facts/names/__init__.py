"""What short names stand for in an article: bodies, areas, and the names that it introduces itself."""
