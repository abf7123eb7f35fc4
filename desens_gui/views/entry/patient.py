"""The patient as typed: two identifiers, weight, allergies."""

from __future__ import annotations

import re

from desens_gui.domain.patient import Allergy, Patient, Sex, Weight
from desens_gui.views.entry.forms import FormReader
from desens_gui.wording import moments
from desens_gui.wording.typed import Unreadable, parse_number, shown, unreadable_sentence
from desens_gui.wording.typed_date import UnreadableDate, date_sentence, parse_date, parse_partial_date

OLDEST_YEARS = 130
"""Nobody was ever this old (the longest life on record is 122 years): an older birth date is a slip."""

_VALUE_AND_UNIT = re.compile(r"(?P<value>.*?)\s*(?P<unit>[^\W\d_].*)?", re.DOTALL)


def read_patient(reader: FormReader) -> Patient | None:
    """None when something could not be read: see reader.problems."""
    words = reader.scene.words
    family = reader.name("patient:family_name", words("Family name"))
    given = reader.name("patient:given_name", words("Given name"))
    born = _born(reader)
    identifier = reader.name("patient:identifier", words("Record number"))
    if not reader.draft.choice("patient:sex"):
        reader.problems["patient:sex"] = words("Sex: choose one; “Not known” is an answer.")
    weight = _weight(reader)
    allergies = _allergies(reader)
    if reader.problems:
        return None
    return Patient(
        family_name=family,
        given_name=given,
        born=born,
        sex=Sex(reader.draft.choice("patient:sex")),
        identifier=identifier,
        weight_kg=weight,
        allergies=allergies,
    )


def _born(reader: FormReader) -> str:
    words, code, name = reader.scene.words, "patient:born", reader.scene.words("Born")
    text = reader.text(code, name)
    if code in reader.problems:
        return ""
    read = parse_date(text, words)
    if isinstance(read, UnreadableDate):
        reader.problems[code] = date_sentence(read, name, words)
        return ""
    scene = reader.scene
    age = moments.age_years(read, scene.stamp.utc_us, scene.session.zone_offset_min)
    if not 0 <= age <= OLDEST_YEARS:
        reader.problems[code] = words(
            "{field}: “{typed}” is not possible; it must be a past day at most {years} years ago.",
            field=name,
            typed=shown(text),
            years=OLDEST_YEARS,
        )
    return read


def _weight(reader: FormReader) -> Weight | None:
    words, code, name = reader.scene.words, "patient:weight", reader.scene.words("Weight")
    text = reader.draft.text(code).strip()
    unknown = bool(reader.draft.choice("patient:weight_unknown"))
    if unknown and text:
        reader.problems[code] = words("{field}: a value and “Not known” exclude each other.", field=name)
    if not unknown and not text:
        reader.problems[code] = words("{field}: type it in kg, or choose “Not known”.", field=name)
    if not text or code in reader.problems:
        return None
    found = _VALUE_AND_UNIT.fullmatch(text)
    value, unit = (found["value"], found["unit"]) if found else (text, None)
    if unit and unit.strip().casefold() != "kg":
        reader.problems[code] = words(
            "{field}: “{typed}” is not in kg; only kg are taken, for example 64.5.",
            field=name,
            typed=shown(text),
        )
        return None
    read = parse_number(value)
    if isinstance(read, Unreadable):
        reader.problems[code] = unreadable_sentence(read, name, words)
        return None
    return Weight(read)


def _allergies(reader: FormReader) -> tuple[Allergy, ...]:
    words, draft = reader.scene.words, reader.draft
    first = Allergy(
        drug=reader.name("patient:allergy_drug", words("Allergy")),
        reaction=reader.text("patient:allergy_reaction", words("First reaction")),
        grade=draft.text("patient:allergy_grade").strip(),
        on=_reacted_on(reader),
    )
    code, name = "patient:other_allergies", words("Other allergies")
    others = [part.strip() for part in draft.text(code).split(",") if part.strip()]
    none = bool(draft.choice("patient:no_other_allergies"))
    if none and others:
        reader.problems[code] = words("{field}: a drug and “None known” exclude each other.", field=name)
    if not none and not others:
        reader.problems[code] = words("{field}: type them, or choose “None known”.", field=name)
    patient = reader.scene.session.patient
    known = {each.drug: each for each in patient.allergies} if patient is not None else {}
    return (first, *(known.get(drug) or Allergy(drug=drug) for drug in others))


def _reacted_on(reader: FormReader) -> str:
    """The ISO date, or year and month, or the year alone; empty where nobody knows."""
    words, code, name = reader.scene.words, "patient:allergy_on", reader.scene.words("Date of the reaction")
    text = reader.draft.text(code).strip()
    if not text:
        return ""
    read = parse_partial_date(text, words)
    if isinstance(read, UnreadableDate):
        reader.problems[code] = date_sentence(read, name, words)
        return ""
    scene = reader.scene
    if read > moments.iso_day(scene.stamp.utc_us, scene.session.zone_offset_min)[: len(read)]:
        reader.problems[code] = words(
            "{field}: “{typed}” is in the future; it must be a past day.", field=name, typed=shown(text)
        )
    return read
