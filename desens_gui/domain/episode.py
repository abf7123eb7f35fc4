"""One reaction as the session knows it: what was found, what was given, and how it was judged."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.events.check import MedicationGiven
from desens_gui.domain.events.reaction import ReactionGraded
from desens_gui.domain.findings import Item, Symptoms, Vitals
from desens_gui.domain.grading.picture import Pattern

EPINEPHRINE = ("epinephrine", "adrenaline", "adrenalin")


class Found(Struct, frozen=True, kw_only=True):
    """One check, with the session time of each reading and answer."""

    vitals: Vitals
    symptoms: Symptoms
    measured_ns: dict[Item, int]
    asked_ns: dict[str, int]


class Treated(Struct, frozen=True, kw_only=True):
    """One dose, and who logged it."""

    given: MedicationGiven
    at_ns: int
    by: str

    @property
    def is_epinephrine(self) -> bool:
        return is_epinephrine(self.given.drug)


class Episode(Struct, frozen=True, kw_only=True):
    """on_drug: drug was still to come when it was called. onset_ns None: nobody has said when it began."""

    called_ns: int
    on_drug: bool
    onset_ns: int | None = None
    found: tuple[Found, ...] = ()
    treated: tuple[Treated, ...] = ()
    grades: tuple[ReactionGraded, ...] = ()
    pattern: Pattern | None = None

    @property
    def from_ns(self) -> int:
        """Readings from here on belong to it."""
        return self.called_ns if self.onset_ns is None else min(self.onset_ns, self.called_ns)

    @property
    def epinephrine(self) -> tuple[Treated, ...]:
        """Every dose, in order of when it was given."""
        doses = (each for each in self.treated if each.is_epinephrine)
        return tuple(sorted(doses, key=lambda each: each.at_ns))

    def newest_grades(self) -> tuple[ReactionGraded, ...]:
        """The last one of each scale, in the order in which the scales were first used."""
        return tuple({each.scale: each for each in self.grades}.values())


def is_epinephrine(drug: str) -> bool:
    """Under either of its names, however it was typed; norepinephrine is none."""
    return drug.strip().casefold().startswith(EPINEPHRINE)
