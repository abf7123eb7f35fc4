"""Composition: the only place that builds the real parts of the programs with a window."""
