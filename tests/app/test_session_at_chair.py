"""Which session the program at the chair goes on with, and which it leaves to others."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desens_gui.app.session_at_chair import open_at_chair
from desens_gui.storage.problems import OtherWriter
from desens_gui.system.locks import Holder
from desens_gui.system.paths import folders
from tests.end_to_end.real_session import hasty_policy, running_step_2


@pytest.mark.requirement("R-one-writer")
def test_a_session_that_another_machine_has_is_left_to_it_by_name_and_a_new_one_begins(
    tmp_path: Path,
) -> None:
    place = folders(tmp_path)
    first = running_step_2(place)
    assert first.close()
    elsewhere = Holder(pid=7, machine="ward-7", since_us=1_763_000_000_000_000, zone_offset_min=60)
    (place.sessions / f".{first.path.name}.writer").write_bytes(msgspec.json.encode(elsewhere))
    before = first.path.read_bytes()
    second = open_at_chair(place, hasty_policy)
    assert second.close()
    assert second.path != first.path
    ((path, problem),) = second.unreadable
    assert path == first.path
    assert isinstance(problem, OtherWriter)
    assert problem.writer is not None
    assert problem.writer.workstation == "ward-7"
    assert first.path.read_bytes() == before
