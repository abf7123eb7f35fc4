"""The site's staff: nobody deleted, secrets that give nothing away, changes by any other program seen."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import PROGRAM, Role
from desens_gui.session.staff import BadgeTaken, Begun, Delays, IdTaken, Making, Person
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import Altered, NotASession, UnknownNewer, Why
from desens_gui.storage.staff_file import LAYOUT, StaffFile
from tests.fake_clock import FakeClock, FakeIds
from tests.staff import ACHTERBERG, BAKKER, LINDQVIST, badge_of
from tests.storage.files import plain, run, tamper
from tests.storage.staff_files import KEY, PlainHasher, add, staff_file

MAKING = Making(PROGRAM, FakeClock().now())
DELAYS = Delays(Duration(1), Duration(300))


@pytest.fixture
def file(tmp_path: Path) -> StaffFile:
    return staff_file(tmp_path, LINDQVIST, ACHTERBERG)


def test_people_stand_in_the_order_they_were_added(file: StaffFile) -> None:
    assert [(one.id, one.name, one.role, one.active, one.badge) for one in file.people()] == [
        ("n1", LINDQVIST.name, Role.NURSE, True, True),
        ("a1", ACHTERBERG.name, Role.ALLERGIST, True, True),
    ]


def test_no_file_means_no_staff(tmp_path: Path) -> None:
    assert staff_file(tmp_path).people() == ()
    assert list(tmp_path.iterdir()) == []


def test_an_id_is_given_once_and_a_badge_to_one(file: StaffFile) -> None:
    with pytest.raises(IdTaken):
        file.add(Person(id="n1", name="Somebody else", role=Role.NURSE), "1:x", MAKING)
    with pytest.raises(BadgeTaken) as taken:
        file.set_badge("a1", badge_of(LINDQVIST), MAKING)
    assert taken.value.person == "n1"
    file.set_badge("n1", badge_of(LINDQVIST), MAKING)  # the same once more changes nothing
    assert [one.name for one in file.people()] == [LINDQVIST.name, ACHTERBERG.name]


def test_a_badge_that_was_taken_away_can_be_given_on(file: StaffFile) -> None:
    file.set_badge("n1", None, MAKING)
    assert file.of_badge(badge_of(LINDQVIST)) is None
    assert [one.badge for one in file.people()] == [False, True]
    file.set_badge("a1", badge_of(LINDQVIST), MAKING)
    found = file.of_badge(badge_of(LINDQVIST))
    assert found is not None
    assert found.id == "a1"


def test_the_deactivated_stay_in_the_file_and_have_no_way_in(file: StaffFile) -> None:
    file.set_active("n1", False, MAKING)
    assert [one.active for one in file.people()] == [False, True]
    assert file.of_badge(badge_of(LINDQVIST)) is None
    assert file.begin_try("n1", FakeClock().now(), DELAYS) is None
    file.set_active("n1", True, MAKING)
    assert file.of_badge(badge_of(LINDQVIST)) is not None


def test_a_new_pin_takes_the_place_of_the_old_one_on_disk(file: StaffFile, tmp_path: Path) -> None:
    old = PlainHasher().hash("314150").encode()
    assert old in (tmp_path / "staff.db").read_bytes()
    file.set_pin("n1", "1:another", MAKING)
    assert file.begin_try("n1", FakeClock().now(), DELAYS) == Begun("1:another", Duration(1))
    assert old not in (tmp_path / "staff.db").read_bytes()


def test_the_file_gives_no_badge_away_and_is_the_owners(file: StaffFile, tmp_path: Path) -> None:
    path = tmp_path / "staff.db"
    assert badge_of(LINDQVIST).encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir()] == ["staff.db"]


def test_a_badge_is_nobodys_under_another_key(file: StaffFile, tmp_path: Path) -> None:
    other = StaffFile(tmp_path / "staff.db", key=lambda: b"k" * 32, ids=FakeIds(), workstation="chair-5")
    assert other.of_badge(badge_of(LINDQVIST)) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE secret SET pin = '1:000000' WHERE id = 'n1'",
        "UPDATE secret SET badge = (SELECT badge FROM secret WHERE id = 'a1') || 'x' WHERE id = 'n1'",
        "DELETE FROM secret WHERE id = 'n1'",
    ],
)
def test_a_secret_that_another_program_changed_opens_nothing(
    file: StaffFile, tmp_path: Path, change: str
) -> None:
    run(tmp_path / "staff.db", change)
    with pytest.raises(Altered):
        file.begin_try("n1", FakeClock().now(), DELAYS)


def test_a_badge_that_another_program_moved_opens_nothing(file: StaffFile, tmp_path: Path) -> None:
    connection = plain(tmp_path / "staff.db")
    (badge,) = connection.execute("SELECT badge FROM secret WHERE id = 'a1'").fetchone()
    connection.execute("UPDATE secret SET badge = NULL WHERE id = 'a1'")
    connection.execute("UPDATE secret SET badge = ? WHERE id = 'n1'", (badge,))
    connection.close()
    with pytest.raises(Altered):
        file.of_badge(badge_of(ACHTERBERG))


def test_history_is_append_only_for_any_tool(file: StaffFile, tmp_path: Path) -> None:
    for statement in ("DELETE FROM event", "UPDATE event SET actor = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="append_only"):
            run(tmp_path / "staff.db", statement)


def test_history_changed_behind_the_triggers_is_seen(file: StaffFile, tmp_path: Path) -> None:
    tamper(tmp_path / "staff.db", "UPDATE event SET payload = replace(payload, 'nurse', 'administrator')")
    with pytest.raises(Altered) as altered:
        file.people()
    assert altered.value.why is Why.CONTENT


def test_every_change_names_who_made_it(file: StaffFile, tmp_path: Path) -> None:
    file.set_active("n1", False, Making(ACHTERBERG.actor, FakeClock().now()))
    connection = open_session(tmp_path / "staff.db", layout=LAYOUT)
    told = connection.execute("SELECT kind, actor, role FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    connection.close()
    assert told == ("staff_deactivated/1", "a1", "allergist")


def test_a_session_file_is_no_staff_file(file: StaffFile, tmp_path: Path) -> None:
    with pytest.raises(NotASession):
        open_session(tmp_path / "staff.db")


@pytest.mark.parametrize(
    ("kind", "payload", "problem"),
    [
        ("staff_promoted/1", '{"id":"n1"}', UnknownNewer),
        ("staff_added/1", '{"id":"n1","name":"Twice","role":"nurse"}', Altered),
        ("staff_added/1", '{"id":"z","name":"Odd","role":"surgeon"}', Altered),
        ("staff_deactivated/1", '{"id":"nobody"}', Altered),
    ],
)
def test_a_history_that_no_program_of_this_version_wrote_is_refused(
    tmp_path: Path, kind: str, payload: str, problem: type[Exception]
) -> None:
    from desens_gui.storage.canonical import plain_of
    from desens_gui.storage.noted import Noted, append
    from desens_gui.storage.seal import Seal

    file = staff_file(tmp_path, LINDQVIST)
    connection = open_session(tmp_path / "staff.db", layout=LAYOUT)
    entry = Noted(
        uuid="u",
        kind=kind,
        stamp=FakeClock().now(),
        actor=PROGRAM,
        workstation="chair-4",
        payload=plain_of(payload),
    )
    append(connection, [entry], Seal(lambda: KEY))
    connection.close()
    with pytest.raises(problem):
        file.people()


def test_two_programs_may_change_it_in_turn(file: StaffFile, tmp_path: Path) -> None:
    other = staff_file(tmp_path, first=1000)
    add(other, BAKKER)
    assert [one.id for one in file.people()] == ["n1", "a1", "n2"]
