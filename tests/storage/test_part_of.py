"""A new part is bound to the one it continues: by its first own entry, and by the chain they share."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.events.parts import PartTakenOver
from desens_gui.storage.part_of import last_entry, part_of
from desens_gui.storage.problems import NotItsPart
from desens_gui.storage.verify import State, verify
from tests.storage.facts import note, recorded, session
from tests.storage.files import stored


def taken(seq: int, digest: str, number: int = 2) -> PartTakenOver:
    return PartTakenOver(
        part_id="b",
        number=number,
        continues="a",
        from_workstation="chair-a",
        head_seq=seq,
        head_hash=digest,
        head_seal=None,
        closed_there=False,
        by="M. Lindt",
    )


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return stored(tmp_path / "a.desens", session(5))


@pytest.mark.requirement("R-S21-take-over")
def test_the_later_holds_the_earlier_up_to_where_it_was_taken_over(old: Path, tmp_path: Path) -> None:
    head = last_entry(old)
    new = stored(tmp_path / "b.desens", [*session(5), recorded(6, taken(5, head.link.hash))])
    assert part_of(new, old) == (head.link, 0)
    part = verify(new).part
    assert part is not None
    assert (part.seq, part.number, part.continues, part.code) == (6, 2, "a", verify(old).code)
    went_on = stored(tmp_path / "a2.desens", [*session(5), recorded(6, note("later, there"))])
    assert part_of(new, went_on) == (head.link, 1)


def test_a_third_part_continues_either_of_its_forerunners(old: Path, tmp_path: Path) -> None:
    first = last_entry(old).link
    middle = stored(tmp_path / "b.desens", [*session(5), recorded(6, taken(5, first.hash))])
    second = last_entry(middle).link
    both = [*session(5), recorded(6, taken(5, first.hash)), recorded(7, taken(6, second.hash, 3))]
    new = stored(tmp_path / "c.desens", both)
    assert part_of(new, middle).head == second
    assert part_of(new, old).head == first


@pytest.mark.parametrize(("seq", "digest"), [(5, "0" * 64), (4, None)])
def test_an_entry_that_names_another_than_the_one_before_it_is_altered(
    old: Path, tmp_path: Path, seq: int, digest: str | None
) -> None:
    named = taken(seq, digest or last_entry(old).link.hash)
    new = stored(tmp_path / "b.desens", [*session(5), recorded(6, named)])
    assert verify(new).state is State.ALTERED


def test_another_session_is_not_continued(old: Path, tmp_path: Path) -> None:
    head = last_entry(old)
    new = stored(tmp_path / "b.desens", [*session(5), recorded(6, taken(5, head.link.hash))])
    other = stored(tmp_path / "x.desens", [*session(4), recorded(5, note("another day"))])
    for pair in ((new, other), (old, old), (old, new)):
        with pytest.raises(NotItsPart):
            part_of(*pair)
