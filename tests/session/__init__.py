"""Tests of desens_gui.session."""
