"""A printed report as a value: what stands on the page, in order. Whoever draws decides only where."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desens_gui.handover.chart import Chart


class Align(StrEnum):
    """DECIMAL: numbers with their decimal points in line."""

    LEFT = "left"
    CENTER = "center"
    DECIMAL = "decimal"


class Run(Struct, frozen=True, kw_only=True):
    """Text of one look. struck: entered in error, a line through it. Never markup."""

    text: str
    strong: bool = False
    quiet: bool = False
    struck: bool = False


class Paragraph(Struct, frozen=True):
    """Runs one after the other, wrapped to the width there is."""

    runs: tuple[Run, ...]
    small: bool = False


class Column(Struct, frozen=True, kw_only=True):
    """One column of a table. head may have two lines; wide: takes the room that is left, and wraps."""

    head: str
    align: Align = Align.LEFT
    wide: bool = False


class Row(Struct, frozen=True, kw_only=True):
    """As many cells as the table has columns."""

    cells: tuple[str, ...]
    strong: bool = False
    struck: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """Heads are repeated on every page the table goes on to. foot is quiet text under it."""

    title: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: str = ""


class Titled(Struct, frozen=True, kw_only=True):
    """A heading with the paragraphs under it."""

    title: str
    paragraphs: tuple[Paragraph, ...]


class Beside(Struct, frozen=True, kw_only=True):
    """Two parts next to each other."""

    left: Titled
    right: Titled


class Diagram(Struct, frozen=True, kw_only=True):
    """The chart of the course, and what its hatches and dashes mean."""

    chart: Chart
    key: str


class Numbered(Struct, frozen=True):
    """Things to do, numbered from 1."""

    items: tuple[str, ...]


class Box(Struct, frozen=True, kw_only=True):
    """A place to sign: who is asked, the name if known, what is open. line: the caption under the line."""

    label: str
    name: str
    state: str
    line: str
    open: bool


class Boxes(Struct, frozen=True):
    boxes: tuple[Box, ...]


Block = Paragraph | Titled | Beside | Table | Diagram | Numbered | Boxes


class Section(Struct, frozen=True, kw_only=True):
    """One letter of SBAR. whole: not torn apart by the end of a page."""

    letter: str
    title: str
    note: str = ""
    whole: bool = False
    blocks: tuple[Block, ...]


class BannerCell(Struct, frozen=True, kw_only=True):
    """title large, lines under it. filled: light text on ink, for the allergies."""

    label: str = ""
    title: str
    lines: tuple[str, ...]
    filled: bool = False


class Edges(Struct, frozen=True, kw_only=True):
    """What stands on every page. page_of has the places {page} and {pages}; tags stand beside the title.

    patient: the name, which may be shortened where it is too long; patient_facts never is.
    """

    title: str
    tags: tuple[str, ...]
    dates: str
    place: str
    patient: str
    patient_facts: str
    page_of: str
    integrity: str
    entries: str
    code_label: str
    code: str
    file: str
    check_code: str


class Report(Struct, frozen=True, kw_only=True):
    """One report. across: words that stand across every page, behind the text."""

    edges: Edges
    across: tuple[str, ...]
    banner: tuple[BannerCell, ...]
    sections: tuple[Section, ...]
