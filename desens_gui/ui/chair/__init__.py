"""The live session in the window: what a person asks for becomes a command, what is known becomes a view."""
