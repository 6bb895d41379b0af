"""Dates and periods in running text."""
