"""The chair in its window, driven by keys."""
