"""Tests of desens_gui.wording."""
