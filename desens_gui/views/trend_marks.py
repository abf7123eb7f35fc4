"""The marks on the event row and the legend that explains them."""

from __future__ import annotations

from desens_gui.course.marks import Mark, MarkKind
from desens_gui.views.parts.chart import Glyph, MarkView
from desens_gui.views.trend_series import seconds
from desens_gui.wording.words import Words

GLYPHS: dict[MarkKind, Glyph] = {
    MarkKind.CHECK: "check",
    MarkKind.SYMPTOM: "sign",
    MarkKind.EARLY_SIGN: "sign",
    MarkKind.NOTE: "note",
    MarkKind.MEDICATION: "medication",
    MarkKind.REACTION: "reaction",
    MarkKind.PAUSE: "pause",
    MarkKind.RESUME: "resume",
    MarkKind.DRUG_END: "drug_end",
    MarkKind.STOP: "end",
    MarkKind.END: "end",
}
"""A bag change has no mark: the bands show it."""


class MarkViews:
    """Each mark is made into geometry once; one that is struck later is made anew."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, bool], MarkView] = {}

    def of(self, found: tuple[Mark, ...]) -> tuple[MarkView, ...]:
        return tuple(self._view(mark) for mark in found if mark.kind in GLYPHS)

    def _view(self, mark: Mark) -> MarkView:
        view = self._made.get((mark.seq, mark.struck))
        if view is None:
            view = MarkView(seconds(mark.at_ns), GLYPHS[mark.kind], mark.struck)
            self._made[mark.seq, mark.struck] = view
        return view


def legend(shown: tuple[MarkView, ...], words: Words) -> tuple[tuple[Glyph, str], ...]:
    """Only what stands on the chart, the most urgent first."""
    names: dict[Glyph, str] = {
        "reaction": words("reaction"),
        "sign": words("sign"),
        "medication": words("medication"),
        "check": words("check"),
        "pause": words("pause"),
        "resume": words("resumed"),
        "note": words("note"),
        "drug_end": words("drug finished"),
        "end": words("end"),
    }
    present = {mark.glyph for mark in shown}
    return tuple((glyph, name) for glyph, name in names.items() if glyph in present)
