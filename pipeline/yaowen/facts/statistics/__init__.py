"""Figures: what is measured, how much, where and when."""
