"""What packaging/dev.py does, on the standard library alone: it runs before anything is installed."""
