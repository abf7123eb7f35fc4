"""What each part of a screen shows, as frozen values with texts ready to read. Floats are geometry, never doses."""
