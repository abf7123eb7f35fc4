"""The table of commands."""

from __future__ import annotations

from argparse import ArgumentParser

import pytest

from desens_gui.cli.commands import COMMANDS, Command
from desens_gui.wording.words import ENGLISH


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_row_leads_to_a_command(command: Command) -> None:
    module = command.load()
    module.add(ArgumentParser())
    assert callable(module.run)
    assert command.help(ENGLISH)


def test_names_are_different() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
