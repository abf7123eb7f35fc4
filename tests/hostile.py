"""Text as a bad day, a copied web page or somebody with bad intent brings it, and a session full of it."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.commands.check import RecordEarlySign, RecordMedication, RecordNote
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.setup import (
    PatientIdentified,
    SecondPersonUnavailable,
    SessionOpened,
    StaffIdentified,
)
from desens_gui.domain.patient import Allergy, Patient
from desens_gui.wording.plain import LEFT_TO_RIGHT
from tests import courses
from tests.driving import MINUTE, Chair, patient

MARKUP = "<b>DOSE x10</b><img src=/etc/hostname><a href='x'>&amp;&B"
TURNS = "Smith\u202eGM 01\u2066\u200b\u2069"
STORM = "Zo" + "\u0336\u0489\u0353\u0363" * 12 + "e"
ORDERS = "\x1b[2J\x1b]0;owned\x07\x9b31m\x00nul"
LINES = "one\r\ntwo\tthree\u2028four"
LONG = "W" * 110
HEBREW = "\u05e9\u05dc\u05d5\u05dd"
FORMULA = "=HYPERLINK(1)"
FAMILY, GIVEN, IDENTIFIER = f"{TURNS}", f"{MARKUP} {HEBREW}", f"@\u202e4829{STORM}"
STAFF, DRUG, SIGN = f"{MARKUP}{ORDERS}", f"+{TURNS}", f"{LINES}{MARKUP}"
NOTES = (MARKUP, TURNS, STORM, ORDERS, LINES, LONG, FORMULA, f"{HEBREW} 10 mg", "\t=1+1", "-1+1", "@SUM(A1)")


def session() -> Chair:
    """At step 9: patient, staff, reason, notes, medication and early sign are hostile."""
    chair = hostile(courses.at_step(9))
    for note in NOTES:
        chair.wait(20)
        chair.do(RecordNote(text=note))
    chair.do(RecordMedication(drug=DRUG, dose=FORMULA, route=MARKUP))
    chair.do(RecordEarlySign(sign=SIGN))
    chair.wait(MINUTE)
    return chair


def hostile(chair: Chair) -> Chair:
    """The same session of a hostile patient with hostile staff, from its beginning."""
    texts: dict[type[object], dict[str, object]] = {
        PatientIdentified: {"patient": _patient()},
        SessionOpened: {"session_id": ORDERS},
        StaffIdentified: {"name": STAFF},
        SecondPersonUnavailable: {"reason": ORDERS},
    }
    past, chair.records, chair.state = chair.records, [], None
    for recorded in past:
        changes = texts.get(type(recorded.event), {})
        chair.keep(replace(recorded, event=replace(recorded.event, **changes)))
    return chair


def reacting(chair: Chair) -> Chair:
    chair.do(CallReaction())
    return chair


def ended(chair: Chair) -> Chair:
    chair.do(ReportPumpStopped())
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH, words=f"{FORMULA}{TURNS}"))
    chair.wait(60 * MINUTE)
    chair.do(EndSession(ending=Ending.STOPPED_PATIENT_WISH, cut_short_by=STAFF))
    return chair


def _patient() -> Patient:
    allergies = (
        Allergy(drug=MARKUP, reaction=TURNS, grade=ORDERS, on="2024"),
        Allergy(drug=STORM, reaction=LINES),
    )
    return patient(family_name=FAMILY, given_name=GIVEN, identifier=IDENTIFIER, allergies=allergies)


def steering(text: str) -> list[str]:
    """What in a text as it is shown could hide, turn, overprint or break a line; the fence is ours."""
    bare = text.replace(LEFT_TO_RIGHT, "")
    bad = [f"U+{ord(each):04X}" for each in bare if not each.isprintable() and each != "\u00a0"]
    return bad + ["storm"] * any(mark in bare for mark in ("\u0336", "\u0489", "\u0363\u0353"))
