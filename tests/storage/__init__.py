"""Tests of desens_gui.storage."""
