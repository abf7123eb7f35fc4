"""Strips put onto pages: nothing cut, nothing alone, heads again."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QPainter

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.patient import Allergy
from desens_gui.handover.document import Align, Column, Paragraph, Row, Run, Section, Table
from desens_gui.ui.paper.columns import GAP, laid_columns
from desens_gui.ui.paper.edges import FOOT, HEAD
from desens_gui.ui.paper.flow import report_pieces
from desens_gui.ui.paper.look import pt
from desens_gui.ui.paper.pages import Placed, pages
from desens_gui.ui.paper.piece import Piece, spaced, stacked, together
from desens_gui.ui.paper.sheet import MARGIN, PaperSize, laid_out
from desens_gui.ui.paper.tables import table_pieces
from tests.courses import at_step
from tests.driving import MINUTE, Chair
from tests.handover.sessions import as_patient, completed, reacted, report_of, troubled, with_allergies
from tests.ui.paper.reading import made, page_texts, run_together

pytestmark = pytest.mark.usefixtures("app")

ROOM = pt(500)


def nothing(_painter: QPainter, _x: float, _y: float) -> None:
    """Draws nothing."""


def strip(height: float, **more: object) -> Piece:
    return Piece(height=height, draw=nothing, **more)  # type: ignore[arg-type]


def heights(made_pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.piece.height for placed in page] for page in made_pages]


@cache
def long_session(entries: int = 300) -> Chair:
    """Ten hours with a note every other minute."""
    chair = at_step(5)
    for number in range(entries):
        chair.wait(2 * MINUTE)
        chair.do(RecordNote(text=f"Note {number} of a long day, seen at the chair"))
    chair.check()
    return chair


def test_what_fits_stays_on_one_page_and_what_does_not_begins_the_next() -> None:
    assert heights(pages([strip(40), strip(40), strip(40)], 100)) == [[40, 40], [40]]
    assert pages([], 100) == [[]]


def test_what_is_kept_together_moves_as_one() -> None:
    kept = together([strip(30), strip(30)])
    assert heights(pages([strip(50), *kept, strip(10)], 100)) == [[50], [30, 30, 10]]


def test_more_than_a_page_kept_together_is_cut_between_its_strips() -> None:
    kept = together([strip(60), strip(60), strip(60)])
    assert heights(pages([strip(20), *kept], 100)) == [[20, 60], [60], [60]]


def test_a_last_strip_that_waits_for_a_next_one_is_not_lost() -> None:
    assert heights(pages([strip(10, keep=True)], 100)) == [[10]]


def test_heads_come_again_and_gaps_do_not_open_a_page() -> None:
    heads = strip(5)
    rows = [strip(30, repeat=heads) for _ in range(4)]
    made_pages = pages([*together([heads], with_next=True), *rows], 100)
    assert heights(made_pages) == [[5, 30, 30, 30], [5, 30]]
    spaced_pages = pages([strip(90), *spaced([strip(20)], 15), *spaced([strip(20)], 15)], 100)
    assert [[placed.y for placed in page] for page in spaced_pages] == [[0], [0, 35]]


def test_the_letter_of_a_section_is_drawn_first_on_each_page() -> None:
    made_pages = pages([strip(60, letter="A"), strip(30, letter="A"), strip(60, letter="A")], 100)
    assert [[placed.first for placed in page] for page in made_pages] == [[True, False], [True]]
    heads = strip(5)
    rows = pages([strip(60, letter="A", repeat=heads), strip(60, letter="A", repeat=heads)], 100)
    assert [[(placed.piece.height, placed.piece.letter) for placed in page] for page in rows] == [
        [(60, "A")],
        [(5, "A"), (60, "A")],
    ]


def test_no_row_is_alone_and_a_row_is_not_torn() -> None:
    columns = (Column(head="a"), Column(head="b", wide=True))
    long = "many words that have to be wrapped into lines " * 10
    table = Table(columns=columns, rows=tuple(Row(cells=("1", text)) for text in ("x", long, "x", "x")))
    pieces = table_pieces(table, ROOM)
    assert [piece.keep for piece in pieces[:2]] == [True, True], "heads and the first row stay with the next"
    assert pieces[-2].keep
    assert not pieces[-1].keep
    endless = Table(columns=columns, rows=(Row(cells=("1", long * 20)),))
    assert sum(not piece.keep for piece in table_pieces(endless, ROOM)) > 50


def test_columns_together_are_as_wide_as_the_room_even_with_more_than_fits() -> None:
    columns: tuple[Column, ...] = ()
    for texts in (("a", "b", "c"), ("x" * 300, "y" * 300, "z" * 300)):
        for wide in (True, False):
            columns = (Column(head="a"), Column(head="b", align=Align.DECIMAL), Column(head="c", wide=wide))
            laid = laid_columns(Table(columns=columns, rows=(Row(cells=texts),)), ROOM)
            assert sum(column.room for column in laid) + 2 * GAP == pytest.approx(ROOM)
            assert all(column.room > 0 for column in laid)
    assert len(laid_columns(Table(columns=columns, rows=()), ROOM)) == 3


def test_decimal_points_stand_in_line() -> None:
    columns = (Column(head="mg", align=Align.DECIMAL),)
    table = Table(columns=columns, rows=tuple(Row(cells=(text,)) for text in ("0.008", "369.072", "400")))
    (column,) = laid_columns(table, ROOM)
    assert 0 < column.point < column.room


def test_strips_of_one_piece_keep_their_gaps() -> None:
    assert stacked([strip(10, gap=99), strip(10, gap=5)]).height == 25


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize(
    "chair",
    [completed(), reacted(), troubled(), long_session()],
    ids=["completed", "reacted", "troubled", "long"],
)
def test_nothing_is_cut_and_nothing_lies_over_another(chair: Chair, size: PaperSize) -> None:
    sheets = laid_out(report_of(chair), size)
    height = size.units.height() - 2 * MARGIN - HEAD - FOOT
    for page in sheets.pages:
        bottom = 0.0
        for placed in page:
            assert placed.y >= bottom - 0.01
            bottom = placed.y + placed.piece.height
        assert bottom <= height


def test_a_long_day_takes_the_pages_it_needs_and_loses_no_line() -> None:
    chair = long_session()
    pdf = made(chair)
    assert 5 <= pdf.pages <= 12
    text = run_together("".join(page_texts(pdf)))
    assert all(run_together(f"Note {number} of a long day") in text for number in range(300))
    middle = page_texts(pdf)[3]
    assert "What" in middle.splitlines(), "the heads of the table come again"


def test_a_very_long_name_note_and_list_of_allergies_are_whole() -> None:
    name, note = "Papadopoulos-Featherstonehaugh " * 8, "x" * 900
    chair = at_step(2)
    chair.do(RecordNote(text=note))
    many = tuple(Allergy(drug=f"drug {number}", reaction="hives", grade="", on="") for number in range(12))
    chair = with_allergies(chair, *many)
    text = run_together("".join(page_texts(made(chair))))
    assert note in text
    assert "drug11:hives" in text
    first, second = page_texts(made(as_patient(completed(), family_name=name)))
    assert run_together(name).upper() in run_together(first)
    assert "PAPADOPOULOS" in second
    assert "12-Mar-1968 \N{MIDDLE DOT} MRN 00482913" in second


def test_a_section_that_is_whole_is_on_one_page() -> None:
    lines = tuple(Paragraph((Run(text=f"line {number}"),)) for number in range(9))
    found = report_of(completed())
    whole = Section(letter="R", title="", whole=True, blocks=lines)
    pieces = report_pieces(replace(found, sections=(whole,)), ROOM)
    assert [piece.keep for piece in pieces] == [False, *[True] * 8, False]
