"""The field's signs by organ system, and the questions every scale asks of a picture."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.findings import Consciousness, Severity
from desens_gui.domain.grading.picture import Asked, Picture
from desens_gui.domain.grading.scale import NO, YES, Holds, any_of

SYSTEM_OF = {
    **dict.fromkeys(
        ("itchy_palms_soles", "flush_warmth", "hives", "itch", "itchy_scalp", "face_swelling", "rash"), "skin"
    ),
    **dict.fromkeys(
        ("tight_throat", "itchy_throat", "sneezing", "lip_tongue_swelling", "voice_change", "runny_nose"),
        "throat_nose",
    ),
    **dict.fromkeys(("watery_eyes", "metallic_taste"), "throat_nose"),
    **dict.fromkeys(("wheeze", "breathless", "cough", "chest_tightness", "chest_pain"), "chest"),
    **dict.fromkeys(("dizzy_faint", "palpitations", "pallor", "collapse"), "circulation"),
    **dict.fromkeys(
        ("nausea", "vomiting", "cramps", "diarrhea", "urge_incontinence", "uterine_cramps"), "stomach_bowel"
    ),
    **dict.fromkeys(("headache", "confusion", "doom"), "nervous_system"),
    **dict.fromkeys(("chills", "fever", "back_pain", "rigors", "pelvic_pain"), "general"),
}
"""Every sign of resources/symptoms.toml; a test holds the two together."""

SKIN = ("itchy_palms_soles", "flush_warmth", "hives", "itch", "itchy_scalp", "face_swelling", "rash")
LOWER_AIRWAY = ("wheeze", "breathless", "chest_tightness")
Question = Callable[[Picture], Holds]


def sign(*codes: str) -> Question:
    """Any of these signs; not known while the system of one was not asked."""

    def holds(picture: Picture) -> Holds:
        if any(code in picture.signs for code in codes):
            return YES
        systems = dict.fromkeys(SYSTEM_OF[code] for code in codes)
        missing = tuple(system for system in systems if system not in picture.asked)
        return Holds(None, missing) if missing else NO

    return holds


def asked(what: Asked) -> Question:
    """As the clinician answered; not known before."""

    def holds(picture: Picture) -> Holds:
        answer = picture.answers.get(what)
        return Holds(None, (what.value,)) if answer is None else (YES if answer else NO)

    return holds


def either(*questions: Question) -> Question:
    return lambda picture: any_of(*(question(picture) for question in questions))


def spo2_at_most(percent: int) -> Question:
    def holds(picture: Picture) -> Holds:
        if picture.spo2 is None:
            return Holds(None, ("spo2",))
        return YES if picture.spo2 <= percent else NO

    return holds


def not_fully_conscious(picture: Picture) -> Holds:
    """Voice, pain or unresponsive."""
    if picture.worst_level is None:
        return Holds(None, ("consciousness",))
    lost = (Consciousness.VOICE, Consciousness.PAIN, Consciousness.UNRESPONSIVE)
    return YES if picture.worst_level in lost else NO


def confused(picture: Picture) -> Holds:
    return YES if picture.worst_level is Consciousness.CONFUSED else sign("confusion")(picture)


def incontinent(picture: Picture) -> Holds:
    """The chip says "urge to go, incontinence": which of the two is asked."""
    chip = sign("urge_incontinence")(picture)
    return asked(Asked.INCONTINENCE)(picture) if chip.met else chip


def larynx(picture: Picture) -> Holds:
    """Asked where throat or voice say anything, or stridor was answered."""
    answer = picture.answers.get(Asked.LARYNX)
    if answer is not None:
        return YES if answer else NO
    chip = sign("tight_throat", "lip_tongue_swelling", "voice_change")(picture)
    return Holds(None, (Asked.LARYNX.value,)) if chip.met else chip


def stridor(picture: Picture) -> Holds:
    """Asked where the airway says anything."""
    answer = picture.answers.get(Asked.STRIDOR)
    if answer is not None:
        return YES if answer else NO
    chip = sign("tight_throat", "lip_tongue_swelling", "voice_change", "breathless")(picture)
    return Holds(None, (Asked.STRIDOR.value,)) if chip.met else chip


def severe_gi(picture: Picture) -> Holds:
    """Severe by the nurse's own word; else asked where there are cramps or vomiting."""
    own = (picture.signs.get(code) for code in ("cramps", "vomiting"))
    if any(severity is Severity.SEVERE for severity in own):
        return YES
    chip = sign("cramps", "vomiting")(picture)
    return asked(Asked.SEVERE_GI)(picture) if chip.met else chip
