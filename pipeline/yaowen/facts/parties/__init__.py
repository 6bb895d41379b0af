"""Unnamed people and bodies that take part in something, and how they act."""
