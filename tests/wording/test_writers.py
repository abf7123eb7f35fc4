"""Who has the chair or the session, in a sentence."""

from __future__ import annotations

import pytest

from desens_gui.wording.words import ENGLISH
from desens_gui.wording.writers import Writer, chair_is_taken, other_writer

RUNS = Writer("ward-7", 1_763_804_532_000_000, 60, 41)
WROTE = RUNS._replace(process=0)


@pytest.mark.parametrize(
    ("writer", "said"),
    [
        (RUNS, "Desens already runs at ward-7 (process 41, since 22-Nov-2025 10:42)."),
        (None, "Desens already runs with this data folder."),
    ],
)
def test_the_chair(writer: Writer | None, said: str) -> None:
    assert chair_is_taken(ENGLISH, writer) == said


@pytest.mark.parametrize(
    ("writer", "said"),
    [
        (RUNS, "ward-7 has had this session since 22-Nov-2025 10:42 (process 41): it cannot go on here too."),
        (WROTE, "ward-7 has written to this session, first at 10:42:12: it cannot go on here."),
        (None, "Another program writes this session: it cannot go on here."),
    ],
)
def test_the_session(writer: Writer | None, said: str) -> None:
    assert other_writer(ENGLISH, writer) == said
