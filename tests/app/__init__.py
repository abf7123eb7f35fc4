"""The composition files."""
