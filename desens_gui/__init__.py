"""Desens: the timer, gate and record of one drug desensitization at one chair."""

__version__ = "0.1.0"
