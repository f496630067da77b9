"""Witnesses are aligned."""
