"""The tests of Desens; folders mirror desens_gui/."""
