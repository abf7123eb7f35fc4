"""Locks on the shape of the project, and proof that each lock holds."""
