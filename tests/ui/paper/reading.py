"""A page read back: its text, its fonts, where its text stands."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from pypdf import PdfReader

from desens_gui.ui.paper.pdf import Pdf, pdf_of
from desens_gui.ui.paper.sheet import PaperSize
from tests.driving import Chair
from tests.handover.sessions import report_of


def made(chair: Chair, size: PaperSize = PaperSize.A4, *, whole: bool = True) -> Pdf:
    return _made(report_of(chair, whole=whole), size)


_made = cache(pdf_of)  # the same report on the same paper is the same page


def reader(pdf: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.data), strict=True)


def page_texts(pdf: Pdf) -> list[str]:
    return list(_read(pdf)[0])


def run_together(text: str) -> str:
    """Without blanks and line ends: a wrapped text is the same text."""
    return "".join(text.split())


def fonts(pdf: Pdf) -> list[tuple[str, bool]]:
    """Every font by name, and whether it is embedded."""
    found = []
    for page in reader(pdf).pages:
        for font in _of(_of(page["/Resources"])["/Font"]).values():
            (descendant,) = _of(font)["/DescendantFonts"]
            descriptor = _of(_of(descendant)["/FontDescriptor"])
            found.append((str(_of(font)["/BaseFont"]), "/FontFile2" in descriptor))
    return found


def text_places(pdf: Pdf) -> list[tuple[str, float, float]]:
    """Every bit of text with its place in points from the lower left corner."""
    return list(_read(pdf)[1])


@cache
def _read(pdf: Pdf) -> tuple[tuple[str, ...], tuple[tuple[str, float, float], ...]]:
    """The text of each page and where every bit of it stands; reading takes longer than making."""
    found: list[tuple[str, float, float]] = []

    def note(text: str, matrix: list[float], text_matrix: list[float], *_more: Any) -> None:
        x, y = text_matrix[4], text_matrix[5]
        a, b, c, d, e, f = matrix
        if text.strip():
            found.append((text, a * x + c * y + e, b * x + d * y + f))

    texts = tuple(page.extract_text(visitor_text=note) for page in reader(pdf).pages)
    return texts, tuple(found)


def _of(thing: Any) -> Any:
    return thing.get_object()
