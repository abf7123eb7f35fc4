"""Names, identifiers and PINs that stand nowhere else in the world, and where they may stand after a day."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.scenarios.runs import HEAD

FAMILY, GIVEN, IDENTIFIER = "Quillfeatherby", "Zephyrinette", "MRN77341962"
ALLERGY, NOTE, DRUG = "Canaryallergen", "Canarynote of the day", "Canarymedicine"
NURSE, PRESCRIBER, ADMINISTRATOR = "Canarystaff Nurse", "Canarydoctor", "Canaryboss"
PIN, WRONG_PIN, BADGE = "40291763", "40291764", "Canarybadge-0004711"
RECORDED = (FAMILY, GIVEN, IDENTIFIER, ALLERGY, NOTE, DRUG, NURSE, PRESCRIBER)
SECRETS = (PIN, WRONG_PIN, BADGE)
NEEDLES = (*RECORDED, ADMINISTRATOR, *SECRETS)

CODINGS = ("utf-8", "utf-16-le", "utf-16-be")

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TAKEN = 'taken = "in_person", read_back = true'
_READING = (
    'reading = { identifier_last4 = "{identifier_last4}", drug = "{drug}", dose = "{dose}", bags = "{bags}" }'
)


def scenario() -> str:
    """A short day: set-up, notes, medication, broken off by the patient's wish before the first bag."""
    head = HEAD.replace("OKAFOR", FAMILY).replace("Adaeze", GIVEN).replace("00482913", IDENTIFIER)
    head = head.replace("M. Lindqvist", NURSE)
    allergies = f'allergies = [{{ drug = "{ALLERGY}", reaction = "{NOTE}" }}]\n[plan]'
    entries = (
        'identify_staff = { id = "ml" }',
        f'declare_no_second_person = {{ reason = "{NOTE}" }}',
        "identify_patient = {}",
        "set_plan = {}",
        f"verify_plan = {{ {_READING} }}",
        f'after = "1 min 5 s"\nverify_plan = {{ {_READING} }}',
        f'record_order = {{ order = {{ purpose = "desensitize", by = "{PRESCRIBER}", {_TAKEN} }} }}',
        f'record_note = {{ text = "{NOTE}" }}',
        f'record_medication = {{ drug = "{DRUG}", dose = "1 mg", route = "IV" }}',
        f'stop_today = {{ ending = "stopped_patient_wish", words = "{NOTE}" }}',
        f'end_session = {{ ending = "stopped_patient_wish", cut_short_by = "{PRESCRIBER}" }}',
    )
    return head.replace("[plan]", allergies) + "".join(f"[[do]]\n{entry}\n" for entry in entries)


def leaks(root: Path, allowed: tuple[str, ...]) -> list[str]:
    """Every place below a folder where one of the needles stands, in a name or in bytes."""
    found = []
    for path in sorted(root.rglob("*")):
        named = path.relative_to(root).as_posix()
        found += [f"{named}: the name" for needle in NEEDLES if needle.casefold() in path.name.casefold()]
        if path.is_file() and not any(re.fullmatch(each, named) for each in allowed):
            found += [f"{named}: {needle}" for needle in held(path.read_bytes())]
    return found


def held(data: bytes) -> list[str]:
    """The needles in some bytes: as UTF-8, as UTF-16, in any case, packed in streams."""
    texts = [each.lower() for each in (data, *_unpacked(data))]
    written = {needle: [needle.lower().encode(coding) for coding in CODINGS] for needle in NEEDLES}
    return [
        needle for needle, forms in written.items() if any(form in text for text in texts for form in forms)
    ]


def _unpacked(data: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(data):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            continue
