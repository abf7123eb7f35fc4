"""The patient as set-up knows them."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.quantities import Quantity


class Weight(Quantity):
    """Body weight, in kg."""

    __slots__ = ()
    SYMBOL = "kg"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Allergy(Fact, frozen=True):
    """What the patient is allergic to, and the first reaction in its own words and scale."""

    drug: str
    reaction: str = ""
    grade: str = ""
    on: str = ""


class Patient(Fact, frozen=True):
    """Two identifiers (name with birth date, record number), what the plan needs, the allergies.

    born is an ISO date; weight_kg None means "not known".
    """

    family_name: str
    given_name: str
    born: str
    sex: Sex
    identifier: str
    weight_kg: Weight | None = None
    allergies: tuple[Allergy, ...] = ()
