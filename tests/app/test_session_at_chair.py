"""Which session the program at the chair goes on with, and which it leaves to others."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desens_gui.app.session_at_chair import open_at_chair
from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import kind_of
from desens_gui.storage.problems import OtherWriter
from desens_gui.system.encryption import keep
from desens_gui.system.locks import Holder
from desens_gui.system.paths import folders
from desens_gui.system.policies import load_policy
from desens_gui.system.site_key import fingerprint, write_site_key
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


def test_a_draft_nobody_touched_is_left_when_the_policy_changed(tmp_path: Path) -> None:
    place = folders(tmp_path)
    first = open_at_chair(place, load_policy)
    assert first.close()
    again = open_at_chair(place, load_policy)
    assert again.close()
    assert again.path == first.path
    other = open_at_chair(place, lambda: load_policy(overrides={"check_valid_min": 6}))
    assert other.close()
    assert other.path != first.path
    assert other.live.state.policy is not None
    assert other.live.state.policy.check_valid == Duration.minutes(6)


def test_a_draft_somebody_is_in_goes_on_under_its_policy(tmp_path: Path) -> None:
    place = folders(tmp_path)
    first = open_at_chair(place, load_policy)
    first.live.submit(
        IdentifyStaff(id="n1", name="M. Lindqvist, RN", role=Role.NURSE), Actor("n1", Role.NURSE)
    )
    assert first.close()
    again = open_at_chair(place, lambda: load_policy(overrides={"check_valid_min": 6}))
    assert again.close()
    assert again.path == first.path


def test_a_draft_in_clear_that_nobody_is_in_is_left_once_files_are_encrypted(tmp_path: Path) -> None:
    place = folders(tmp_path)
    first = open_at_chair(place, load_policy)
    assert first.close()
    secret = bytes(range(20))
    write_site_key(place.site_key, secret)
    keep(place, on=True, site=fingerprint(secret))
    other = open_at_chair(place, load_policy)
    assert other.close()
    assert other.path != first.path
    assert kind_of(header_of(other.path)) is not None
