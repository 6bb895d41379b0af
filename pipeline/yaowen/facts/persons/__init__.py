"""Persons and the posts that they hold."""
