"""Tests of desens_gui.ui: the real widgets on the offscreen platform."""
