"""Facts in, frozen view models out: one function for each part of a screen. Pure."""
