"""Lexicons and settings that ship with the package."""
