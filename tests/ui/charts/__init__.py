"""Tests of desens_gui.ui.charts: what the drawing area was given, and what a person can do with it."""
