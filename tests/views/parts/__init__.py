"""Tests of desens_gui.views."""
