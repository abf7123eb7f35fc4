"""The real program with real files: the demonstration, a scenario in the window, kill and resume."""
