"""What each part of a screen shows, as texts ready to read. Floats are geometry, never doses."""
