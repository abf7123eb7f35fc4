"""Organ systems, symptoms, answers and consciousness by their codes in resources/symptoms.toml.

The texts are the file's own, repeated here so that the message catalogue can translate them; a test holds the
two together. A code of a site's own list is shown as it is.
"""

from __future__ import annotations

from desens_gui.domain.findings import Answer, Consciousness, Severity, Sign, SystemAnswer
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def system_name(words: Words, code: str) -> str:
    names = {
        "skin": words.within("organ system", "Skin"),
        "throat_nose": words.within("organ system", "Throat, nose"),
        "chest": words.within("organ system", "Chest"),
        "circulation": words.within("organ system", "Circulation"),
        "stomach_bowel": words.within("organ system", "Stomach/bowel"),
        "nervous_system": words.within("organ system", "Nervous system"),
        "general": words.within("organ system", "General"),
    }
    return names.get(code) or _own(code)


def symptom_name(words: Words, code: str) -> str:
    """ "Hives"; the code's own words where no list knows it."""
    return _symptoms(words).get(code) or _own(code)


def severity_name(words: Words, severity: Severity) -> str:
    names = {
        Severity.MILD: words.within("severity", "mild"),
        Severity.MODERATE: words.within("severity", "moderate"),
        Severity.SEVERE: words.within("severity", "severe"),
        Severity.AS_AT_BASELINE: words.within("severity", "as at baseline"),
    }
    return names[severity]


def answer_name(words: Words, answer: Answer) -> str:
    names = {
        Answer.NONE: words.within("symptoms", "none"),
        Answer.AS_AT_BASELINE: words.within("symptoms", "as at baseline"),
        Answer.NEW_OR_WORSE: words.within("symptoms", "new or worse"),
    }
    return names[answer]


def consciousness_name(words: Words, level: Consciousness) -> str:
    names = {
        Consciousness.ALERT: words.within("consciousness", "Alert"),
        Consciousness.CONFUSED: words.within("consciousness", "Confused"),
        Consciousness.VOICE: words.within("consciousness", "Responds to voice"),
        Consciousness.PAIN: words.within("consciousness", "Responds to pain"),
        Consciousness.UNRESPONSIVE: words.within("consciousness", "Unresponsive"),
    }
    return names[level]


def sign_line(words: Words, sign: Sign) -> str:
    """ "Hives (moderate)"."""
    return f"{symptom_name(words, sign.code)} ({severity_name(words, sign.severity)})"


def answer_line(words: Words, answer: SystemAnswer) -> str:
    """ "Skin new or worse: Hives (moderate), Itch (mild)"; without signs "Chest none"."""
    head = f"{system_name(words, answer.system)} {answer_name(words, answer.answer)}"
    signs = ", ".join(sign_line(words, sign) for sign in answer.signs)
    return f"{head}: {signs}" if signs else head


def _own(code: str) -> str:
    return plain(code.replace("_", " "))


def _symptoms(words: Words) -> dict[str, str]:
    return {
        "itchy_palms_soles": words.within("symptom", "Itchy palms, soles"),
        "flush_warmth": words.within("symptom", "Flush, warmth"),
        "hives": words.within("symptom", "Hives"),
        "itch": words.within("symptom", "Itch"),
        "itchy_scalp": words.within("symptom", "Itchy scalp"),
        "face_swelling": words.within("symptom", "Swelling of face, eyelids"),
        "rash": words.within("symptom", "Rash"),
        "tight_throat": words.within("symptom", "Tight throat"),
        "itchy_throat": words.within("symptom", "Itchy throat"),
        "sneezing": words.within("symptom", "Sneezing"),
        "lip_tongue_swelling": words.within("symptom", "Lip or tongue swelling"),
        "voice_change": words.within("symptom", "Voice change"),
        "runny_nose": words.within("symptom", "Runny nose"),
        "watery_eyes": words.within("symptom", "Watery eyes"),
        "metallic_taste": words.within("symptom", "Metallic taste"),
        "wheeze": words.within("symptom", "Wheeze"),
        "breathless": words.within("symptom", "Breathless"),
        "cough": words.within("symptom", "Cough"),
        "chest_tightness": words.within("symptom", "Chest tightness"),
        "chest_pain": words.within("symptom", "Chest pain"),
        "dizzy_faint": words.within("symptom", "Dizzy, faint"),
        "palpitations": words.within("symptom", "Palpitations"),
        "pallor": words.within("symptom", "Pallor"),
        "collapse": words.within("symptom", "Collapse"),
        "nausea": words.within("symptom", "Nausea"),
        "vomiting": words.within("symptom", "Vomiting"),
        "cramps": words.within("symptom", "Cramps"),
        "diarrhea": words.within("symptom", "Diarrhea"),
        "urge_incontinence": words.within("symptom", "Urge to go, incontinence"),
        "uterine_cramps": words.within("symptom", "Uterine cramps"),
        "headache": words.within("symptom", "Headache"),
        "confusion": words.within("symptom", "Confusion"),
        "doom": words.within("symptom", "Doom"),
        "chills": words.within("symptom", "Chills"),
        "fever": words.within("symptom", "Fever"),
        "back_pain": words.within("symptom", "Back pain"),
        "rigors": words.within("symptom", "Rigors"),
        "pelvic_pain": words.within("symptom", "Pelvic pain"),
    }
