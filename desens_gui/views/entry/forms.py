"""Reading the short forms: one field after the other, each with its own sentence if it cannot be read."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.instants import Utc
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.quantities import Concentration, DoseUnit, Rate, Volume
from desens_gui.views.entry.times import time_sentence, typed_time
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.prescriber import own_order
from desens_gui.views.scene import Scene
from desens_gui.wording.plain import is_plain
from desens_gui.wording.typed import Unreadable, parse_number, shown, unreadable_sentence


class FormReader:
    """Collects `problems` by field code; what could not be read is None."""

    def __init__(self, scene: Scene, draft: FormDraft) -> None:
        self.scene = scene
        self.draft = draft
        self.problems: dict[str, str] = {}

    def number(self, code: str, name: str) -> Fraction | None:
        value = parse_number(self.draft.text(code))
        if isinstance(value, Unreadable):
            self.problems[code] = unreadable_sentence(value, name, self.scene.words)
            return None
        return value

    def whole(self, code: str, name: str) -> int | None:
        value = self.number(code, name)
        if value is not None and value.denominator != 1:
            self.problems[code] = self.scene.words("{field}: a whole number only.", field=name)
            return None
        return int(value) if value is not None else None

    def rate(self, code: str, name: str) -> Rate | None:
        value = self.number(code, name)
        return Rate(value) if value is not None else None

    def volume(self, code: str, name: str) -> Volume | None:
        value = self.number(code, name)
        return Volume(value) if value is not None else None

    def strength(self, code: str, name: str, unit: DoseUnit) -> Concentration | None:
        value = self.number(code, name)
        return Concentration(value, unit) if value is not None else None

    def text(self, code: str, name: str) -> str:
        text = self.draft.text(code).strip()
        if not text:
            self.problems[code] = self.scene.words("{field}: nothing was entered.", field=name)
        return text

    def name(self, code: str, name: str) -> str:
        """Text that tells one person, drug or record from another: only characters that can be seen."""
        text = self.text(code, name)
        if not is_plain(text):
            self.problems[code] = self.scene.words(
                "{field}: “{typed}” has characters in it that nobody can see; type it again without them.",
                field=name,
                typed=shown(text),
            )
        return text

    def time(self, code: str) -> Utc | None:
        """None where nothing was typed: now."""
        text = self.draft.text(code).strip()
        if not text:
            return None
        read = typed_time(self.scene, text)
        if read is None:
            self.problems[code] = time_sentence(self.scene, text)
        return read

    def time_told(self, code: str, name: str) -> Utc | None:
        """A time that must be typed."""
        return self.time(code) if self.text(code, name) else None

    def chosen(self, code: str, sentence: str) -> str:
        """The option chosen; nothing is taken for an answer that nobody gave."""
        option = self.draft.choice(code)
        if not option:
            self.problems[code] = sentence
        return option

    def order(self, purpose: OrderFor) -> Prescription | None:
        """The order form, if anything of it was filled in."""
        words = self.scene.words
        if own_order(self.scene, self.draft):
            by = self.scene.prescriber
            return Prescription(purpose=purpose, by=by, taken=OrderTaken.OWN, read_back=False)
        if not any((self.draft.text("order:by").strip(), self.draft.choice("order:taken"))):
            return None
        by = self.name("order:by", words("Prescriber"))
        taken = self.chosen("order:taken", words("Order: say how it was given, in person or by telephone."))
        if not by or not taken:
            return None
        return Prescription(
            purpose=purpose,
            by=by,
            taken=OrderTaken(taken),
            read_back=self.draft.choice("order:read_back") == "yes",
        )
