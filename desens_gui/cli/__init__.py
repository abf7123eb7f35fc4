"""The command line: one module for each command, imported only when it is chosen."""

from desens_gui.cli.main import main

__all__ = ["main"]
