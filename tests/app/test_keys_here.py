"""Encryption at the chair: new sessions, a lost key, another site's key, another workstation."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

import pytest

from desens_gui.app.keys_here import not_encrypted, take_keys
from desens_gui.app.session_at_chair import open_at_chair
from desens_gui.app.taking_over import CannotTakeOver, take_over
from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import Kind, kind_of
from desens_gui.storage.problems import Asks, Locked
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify
from desens_gui.system.encryption import Standing, keep, look
from desens_gui.system.paths import folders
from desens_gui.wording.words import ENGLISH
from tests.app.keys import SECRET, encrypted_site
from tests.end_to_end.real_session import hasty_policy, running_step_2
from tests.storage.locked_files import holding


@pytest.fixture(autouse=True)
def no_keys() -> Iterator[None]:
    with holding():
        yield


def kind(path: Path) -> Kind | None:
    return kind_of(header_of(path))


def named(folder: Path) -> list[str]:
    """Files that hold the patient's name as it was typed."""
    return [
        each.name for each in folder.rglob("*") if each.is_file() and b"OKAFOR" in each.read_bytes().upper()
    ]


def test_nobody_has_decided(tmp_path: Path) -> None:
    place = folders(tmp_path).make()
    assert look(place).standing is Standing.NEVER
    assert SECRET.decode() not in repr(look(encrypted_site(folders(tmp_path / "other"))))
    assert take_keys(place).encrypting is None
    assert "not encrypted" in not_encrypted(Standing.NEVER, tmp_path, ENGLISH)


@pytest.mark.requirement("R-CRYPT-1")
def test_a_session_is_encrypted_and_goes_on_after_a_restart(tmp_path: Path) -> None:
    place = encrypted_site(folders(tmp_path))
    chair = running_step_2(place)
    assert chair.close()
    assert kind(chair.path) is Kind.SITE
    assert named(tmp_path) == []
    assert not_encrypted(chair.encryption, chair.path, ENGLISH) == ""
    with holding():
        again = open_at_chair(place, hasty_policy)
        assert again.path == chair.path
        assert again.unreadable == ()
        assert again.close()
        assert verify(chair.path).state is State.INTACT


@pytest.mark.requirement("R-CRYPT-2")
def test_a_key_that_is_lost_while_a_session_runs_changes_nothing(tmp_path: Path) -> None:
    place = encrypted_site(folders(tmp_path))
    chair = open_at_chair(place, hasty_policy)
    place.site_key.unlink()
    chair.go()
    moved = chair.path.with_name("away")
    chair.path.rename(moved)
    moved.rename(chair.path)
    chair.live.tick()
    assert chair.close()
    assert read_session(chair.path) == tuple(chair.live.records)


@pytest.mark.requirement("R-CRYPT-2")
def test_without_the_key_a_session_begins_in_clear_and_says_so(tmp_path: Path) -> None:
    """The interrupted one is named, not taken for damaged, and is there again with the key."""
    place = encrypted_site(folders(tmp_path))
    interrupted = running_step_2(place)
    assert interrupted.close()
    place.site_key.rename(tmp_path / "kept")
    with holding():
        chair = open_at_chair(place, hasty_policy)
        assert chair.close()
    assert kind(chair.path) is None
    assert "key missing" in not_encrypted(chair.encryption, chair.path, ENGLISH)
    ((path, problem),) = chair.unreadable
    assert path == interrupted.path
    assert isinstance(problem, Locked)
    assert (problem.asks, problem.tried) == (Asks.SITE_KEY, False)
    (tmp_path / "kept").rename(place.site_key)
    again = open_at_chair(place, hasty_policy)
    assert again.path == interrupted.path
    assert again.close()


def test_a_session_from_before_goes_on_as_it_began_and_says_so(tmp_path: Path) -> None:
    place = folders(tmp_path).make()
    before = running_step_2(place)
    assert before.close()
    assert named(tmp_path) == [before.path.name], "else the search would show nothing"
    encrypted_site(place)
    chair = open_at_chair(place, hasty_policy)
    assert chair.close()
    assert chair.path == before.path
    assert "Begun before encryption" in not_encrypted(chair.encryption, chair.path, ENGLISH)


def test_switched_off_it_says_so_and_older_files_stay_readable(tmp_path: Path) -> None:
    place = encrypted_site(folders(tmp_path))
    first = running_step_2(place)
    assert first.close()
    keep(place, on=False, site="")
    with holding():
        again = open_at_chair(place, hasty_policy)
        assert again.path == first.path
        assert again.close()
        assert "not encrypted" in not_encrypted(again.encryption, again.path, ENGLISH)


@pytest.mark.parametrize(
    ("key", "settings", "standing"),
    [
        (SECRET, None, Standing.ON),
        (SECRET, "on = maybe", Standing.ON),
        (SECRET, 'on = true\nsite = "another"', Standing.OTHER),
        (SECRET, 'on = false\nsite = "another"', Standing.OFF),
        (None, 'on = true\nsite = "another"', Standing.MISSING),
        (None, "on = maybe", Standing.MISSING),
        (b"short", 'on = true\nsite = "another"', Standing.MISSING),
    ],
)
def test_what_stands_here(
    tmp_path: Path, key: bytes | None, settings: str | None, standing: Standing
) -> None:
    place = folders(tmp_path).make()
    if key is not None:
        place.site_key.write_bytes(key)
    if settings is not None:
        place.encryption.write_text(settings)
    assert look(place).standing is standing
    assert (take_keys(place).encrypting is not None) == (standing is Standing.ON)


@pytest.mark.parametrize("there", ["same site", "no encryption"])
def test_a_part_taken_over_is_encrypted_as_its_workstation_does_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    a, b = encrypted_site(folders(tmp_path / "a")), folders(tmp_path / "b")
    monkeypatch.setattr(platform, "node", lambda: "chair-a")
    first = running_step_2(a)
    assert first.close()
    if there == "same site":
        encrypted_site(b)
    monkeypatch.setattr(platform, "node", lambda: "chair-b")
    taken = take_over(first.path, b, "M. Lindqvist", ENGLISH)
    assert kind(taken.path) is (Kind.SITE if there == "same site" else None)
    assert header_of(taken.path) != header_of(first.path)
    old = read_session(first.path)
    assert read_session(taken.path)[: len(old)] == old


def test_without_its_key_nothing_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = encrypted_site(folders(tmp_path / "a")), encrypted_site(folders(tmp_path / "b"), SECRET[::-1])
    monkeypatch.setattr(platform, "node", lambda: "chair-a")
    first = running_step_2(a)
    assert first.close()
    monkeypatch.setattr(platform, "node", lambda: "chair-b")
    with holding(), pytest.raises(CannotTakeOver, match="the key at hand is not the one"):
        take_over(first.path, b, "M. Lindqvist", ENGLISH)
    assert list(b.sessions.iterdir()) == []
