"""Reading a session in the window: no live session exists here, so nothing can be written."""
