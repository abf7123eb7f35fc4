"""Reading the list of symptoms: every code once, every name in it known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desens_gui.domain.findings import SYSTEMS, Consciousness
from desens_gui.domain.symptoms import Coded, DrugClass, OrganSystem, SymptomList
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import Table, read_toml
from desens_gui.wording.file_words import Fault


def load_symptoms(path: Path | None = None) -> SymptomList:
    """The list of a file, the shipped one without; TomlProblem names the first fault."""
    return read_symptoms(read_toml(path or resource("symptoms.toml")))


def read_symptoms(file: Table) -> SymptomList:
    """The list in one TOML table."""
    file.only("systems", "drug_classes", "consciousness")
    systems = tuple(_systems(file))
    if tuple(system.code for system in systems) != SYSTEMS:
        raise file.problem(Fault.NOT_ONE_OF, "systems", allowed=SYSTEMS)
    levels = file.table("consciousness").only(*(level.value for level in Consciousness))
    return SymptomList(
        systems=systems,
        drug_classes=tuple(_drug_class(each, systems) for each in file.tables("drug_classes")),
        consciousness=tuple(Coded(level.value, levels.text(level.value)) for level in Consciousness),
    )


def _systems(file: Table) -> Iterator[OrganSystem]:
    taken: set[str] = set()
    for table in file.tables("systems"):
        table.only("code", "text", "first", "symptoms")
        symptoms = tuple(_symptoms(table, taken))
        yield OrganSystem(
            code=table.text("code"),
            text=table.text("text"),
            symptoms=symptoms,
            first=_known(table, "first", [symptom.code for symptom in symptoms]),
        )


def _symptoms(system: Table, taken: set[str]) -> Iterator[Coded]:
    for table in system.tables("symptoms"):
        coded = Coded(table.only("code", "text").text("code"), table.text("text"))
        if coded.code in taken:
            raise table.problem(Fault.REPEATED, "code")
        taken.add(coded.code)
        yield coded


def _drug_class(table: Table, systems: Iterable[OrganSystem]) -> DrugClass:
    table.only("code", "endings", "first")
    return DrugClass(
        code=table.text("code"),
        endings=table.texts("endings"),
        first=tuple(_first(each, systems) for each in table.tables("first")),
    )


def _first(table: Table, systems: Iterable[OrganSystem]) -> tuple[str, tuple[str, ...]]:
    code = table.only("system", "symptoms").text("system")
    named = next((system for system in systems if system.code == code), None)
    if named is None:
        raise table.problem(Fault.NOT_ONE_OF, "system", allowed=[system.code for system in systems])
    return code, _known(table, "symptoms", [symptom.code for symptom in named.symptoms])


def _known(table: Table, name: str, codes: list[str]) -> tuple[str, ...]:
    named = table.texts(name)
    for code in named:
        if code not in codes:
            raise table.problem(Fault.NOT_ONE_OF, name, found=f'"{code}"', allowed=codes)
    return named
