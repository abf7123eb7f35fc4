"""Tests of desens_gui.course."""
