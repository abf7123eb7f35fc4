"""What may be answered when symptoms are asked: systems and symptoms by code, and which come first."""

from __future__ import annotations

from msgspec import Struct


class Coded(Struct, frozen=True):
    """A code that stands in records for ever, and its English text."""

    code: str
    text: str


class OrganSystem(Struct, frozen=True, kw_only=True):
    """One row of the form; first are the codes of the symptoms shown before "More"."""

    code: str
    text: str
    symptoms: tuple[Coded, ...]
    first: tuple[str, ...]


class DrugClass(Struct, frozen=True, kw_only=True):
    """Drugs by the endings of their names; first maps a system's code to the codes shown first."""

    code: str
    endings: tuple[str, ...]
    first: tuple[tuple[str, tuple[str, ...]], ...]


class SymptomList(Struct, frozen=True, kw_only=True):
    """Everything that is asked, in the order in which it is asked."""

    systems: tuple[OrganSystem, ...]
    drug_classes: tuple[DrugClass, ...]
    consciousness: tuple[Coded, ...]

    def system(self, code: str) -> OrganSystem:
        """KeyError for a code that is no system's."""
        for system in self.systems:
            if system.code == code:
                return system
        raise KeyError(code)

    def symptom(self, code: str) -> Coded:
        """KeyError for a code that is no symptom's."""
        for system in self.systems:
            for symptom in system.symptoms:
                if symptom.code == code:
                    return symptom
        raise KeyError(code)

    def shown_first(self, system_code: str, drug: str) -> tuple[Coded, ...]:
        """The chips before "More", as the class of the drug wants them."""
        codes = self.system(system_code).first
        for drug_class in self.drug_classes:
            if drug.strip().lower().endswith(drug_class.endings):
                codes = dict(drug_class.first).get(system_code, codes)
        return tuple(self.symptom(code) for code in codes)

    def shown_more(self, system_code: str, drug: str) -> tuple[Coded, ...]:
        """The chips behind "More": every other symptom of the system."""
        first = self.shown_first(system_code, drug)
        return tuple(each for each in self.system(system_code).symptoms if each not in first)
