"""Tests of desens_gui.ui.review: a recorded session read again in the real window."""
