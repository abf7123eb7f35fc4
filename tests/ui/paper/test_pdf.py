"""The page as PDF, read back: text, fonts, vectors, words across, literal names."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from desens_gui.domain.commands.check import RecordMedication, RecordNote
from desens_gui.handover.document import Align, Column, Table
from desens_gui.ui.paper.literal import literal
from desens_gui.ui.paper.pdf import Pdf
from desens_gui.ui.paper.sheet import PaperSize
from tests.courses import at_step
from tests.driving import Chair
from tests.handover.sessions import as_patient, completed, reacted, troubled
from tests.ui import stage
from tests.ui.paper.reading import fonts, made, page_texts, reader, run_together, text_places

pytestmark = pytest.mark.usefixtures("app")

CANARY = "<b>DOSE x10</b><img src=file:///etc/hostname>"


@pytest.fixture(scope="module")
def page(qapp: QApplication) -> Pdf:
    stage.styled(qapp)
    return made(completed())


def test_a_session_of_12_steps_is_two_pages_on_either_paper(page: Pdf) -> None:
    assert page.pages == len(reader(page).pages) == 2
    assert made(completed(), PaperSize.LETTER).pages == 2


def test_the_size_of_the_paper(page: Pdf) -> None:
    box = reader(page).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    letter = reader(made(completed(), PaperSize.LETTER)).pages[0].mediabox
    assert (round(float(letter.width)), round(float(letter.height))) == (612, 792)


def test_every_font_is_embedded_and_is_one_of_the_programs_own(page: Pdf) -> None:
    found = fonts(page)
    assert {name for name, _ in found} == {
        *("/Inter-Regular", "/Inter-SemiBold", "/Inter-Bold", "/DejaVuSansMono"),
    }
    assert all(embedded for _, embedded in found)


def test_the_chart_is_vectors_and_nothing_is_a_picture(page: Pdf) -> None:
    for each in reader(page).pages:
        assert list(each.images) == []
        assert len(each.get_contents().get_data()) > 5000  # type: ignore[union-attr]


def test_text_has_blanks_between_its_words_and_not_tabs(page: Pdf) -> None:
    text = "\n".join(page_texts(page))
    assert "\t" not in text
    assert "Completed. 400 mg of 400 mg given, 11:02:00 to 16:43:22." in text


def test_patient_page_number_code_and_file_stand_on_every_page(page: Pdf) -> None:
    for number, text in enumerate(page_texts(page), start=1):
        assert f"Page {number} of 2" in text
        assert "OKAFOR, Amara" in text
        assert "00482913" in text
        assert "87-8A31-77F0" in text
        assert "87 entries, chain unbroken" in text
        assert "2026-11-22-k7f3m2xq.desens" in text


def test_sbar_comes_in_its_order(page: Pdf) -> None:
    text = "\n".join(page_texts(page))
    titles = ("Situation", "Background", "Assessment", "Planned and given", "Checks", "Recommendation")
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("chair", "whole", "said"),
    [
        (completed(), True, ["SIMULATION"]),
        (troubled(), True, ["SIMULATION", "INCOMPLETE"]),
        (completed(), False, ["SIMULATION", "INCOMPLETE"]),
    ],
)
def test_words_across_every_page_where_they_are_true(chair: Chair, whole: bool, said: list[str]) -> None:
    for text in page_texts(made(chair, whole=whole)):
        lines = [line.strip() for line in text.splitlines()]
        assert [word for word in ("SIMULATION", "INCOMPLETE") if word in lines] == said
        assert all(lines.count(word) == 2 for word in said), "across the page and beside the title"


def test_a_real_session_that_ended_says_neither() -> None:
    chair = completed()
    first = chair.records[0]
    chair.records[0] = replace(first, event=replace(first.event, simulated=False))
    for text in page_texts(made(chair)):
        assert "SIMULATION" not in text
        assert "INCOMPLETE" not in text


def test_hostile_text_is_shown_letter_by_letter() -> None:
    chair = at_step(2)
    chair.do(RecordNote(text=CANARY))
    chair.do(RecordMedication(drug=CANARY, dose="1 mg", route="IV"))
    chair = as_patient(chair, given_name=CANARY, family_name="O'Brien & Sons")
    text = run_together("".join(page_texts(made(chair))))
    assert run_together(f"O'BRIEN & SONS, {CANARY}") in text
    assert run_together(f"Note: {CANARY}") in text
    assert run_together(f"Medication: {CANARY} 1 mg IV") in text
    assert not any(list(each.images) for each in reader(made(chair)).pages)


def test_text_that_turns_the_line_is_named_and_not_obeyed() -> None:
    first, second = page_texts(made(as_patient(completed(), given_name="A\u202eGM 01")))
    assert "OKAFOR,A\u2039U+202E\u203aGM01" in run_together(first)
    assert "OKAFOR,A\u2039U+202E\u203aGM01" in run_together(second)


def test_the_name_of_the_patient_is_not_in_what_programs_index() -> None:
    found = reader(made(completed())).metadata
    assert found is not None
    assert found.title == "Desensitization handover"
    assert not re.search("okafor|amara|0048", str(found), re.IGNORECASE)


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize(
    "chair", [completed(), reacted(), troubled()], ids=["completed", "reacted", "troubled"]
)
def test_no_text_begins_outside_the_margins(chair: Chair, size: PaperSize) -> None:
    pdf = made(chair, size)
    box = reader(pdf).pages[0].mediabox
    wide, high = float(box.width), float(box.height)
    words = [place for place in text_places(pdf) if place[0].strip() not in ("SIMULATION", "INCOMPLETE")]
    assert len(words) > 200
    assert [text for text, x, y in words if not (27 < x < wide - 27 and 27 < y < high - 27)] == []


def test_every_text_of_a_report_is_made_plain() -> None:
    steering = "Smith\u202eGM\x1b 01"
    table = Table(
        title=steering, columns=(Column(head=f"two\nlines{steering}", align=Align.DECIMAL),), rows=()
    )
    shown = literal(table)
    assert shown.title == "Smith‹U+202E›GM‹U+001B› 01"
    assert shown.columns[0].head == f"two\nlines{shown.title}"
    assert shown.columns[0].align is Align.DECIMAL
