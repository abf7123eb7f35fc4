"""The page for those who write protocols: its examples are sound, it names everything a file may say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desens_gui.domain.plan.printed import PrintedColumn
from desens_gui.domain.protocol.about import ReactionType, Route, ToleranceKind, Watched
from desens_gui.system.equipment import load_equipment
from desens_gui.system.protocol_check import check_protocol
from desens_gui.system.protocol_file import DoseEntry, DoseFile, Head, InfusionFile, names
from desens_gui.system.protocols import load_printed
from desens_gui.system.resources import resource

PAGE = resource("help", "protocols.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("place", [0, 1])
def test_each_example_makes_a_plan_and_its_printed_column_agrees(place: int, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(EXAMPLES[place], "utf-8")
    checked = check_protocol(str(own))
    assert (checked.problems, checked.differences) == ((), ())
    assert load_printed(str(own))


def test_the_example_of_a_pump_is_read(tmp_path: Path) -> None:
    own = tmp_path / "pump.toml"
    own.write_text(EXAMPLES[2], "utf-8")
    found = load_equipment(own)
    assert found.pump is not None
    assert found.syringe is not None


def test_the_page_names_everything_that_a_file_may_say() -> None:
    known = [*names(Head), *names(InfusionFile), *names(DoseFile), *names(DoseEntry)]
    choices = [
        each.value for kind in (PrintedColumn, ReactionType, Route, ToleranceKind, Watched) for each in kind
    ]
    rarely = {"check_every", "last_step_check_every"}
    missing = [each for each in (*known, *choices) if each not in rarely and each not in PAGE]
    assert missing == []
