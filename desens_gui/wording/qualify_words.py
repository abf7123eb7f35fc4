"""The words of who qualifies and what is ready, by their codes."""

from __future__ import annotations

from desens_gui.domain.qualifying import (
    Asthma,
    HistoryStrength,
    Known,
    Pregnancy,
    ReadyItem,
    Risk,
    Severe,
    Tested,
)
from desens_gui.wording.words import Words


def severe_name(words: Words, what: Severe) -> str:
    names = {
        Severe.SJS_TEN: words("SJS or TEN"),
        Severe.DRESS: words("DRESS"),
        Severe.BLISTERING: words("AGEP, exfoliative or blistering rash"),
        Severe.SERUM_SICKNESS: words("Serum sickness"),
        Severe.BLOOD: words("Hemolytic anemia, cytopenia"),
        Severe.ORGAN: words("Nephritis, hepatitis, vasculitis from the drug"),
    }
    return names[what]


def known_name(words: Words, answer: Known) -> str:
    names = {Known.NO: words("No"), Known.YES: words("Yes"), Known.NOT_KNOWN: words("Not known")}
    return names[answer]


def strength_name(words: Words, strength: HistoryStrength) -> str:
    names = {
        HistoryStrength.CONVINCING: words("Convincing"),
        HistoryStrength.OLD: words("Old"),
        HistoryStrength.BENIGN: words("Benign"),
        HistoryStrength.DOUBTFUL: words("Doubtful"),
    }
    return names[strength]


def tested_name(words: Words, tested: Tested) -> str:
    names = {
        Tested.POSITIVE: words("Positive"),
        Tested.NEGATIVE: words("Negative"),
        Tested.NOT_DONE: words("Not done"),
        Tested.NOT_KNOWN: words("Not known"),
    }
    return names[tested]


def asthma_name(words: Words, asthma: Asthma) -> str:
    names = {
        Asthma.NONE: words("None"),
        Asthma.CONTROLLED: words("Controlled"),
        Asthma.UNCONTROLLED: words("Not controlled"),
        Asthma.NOT_KNOWN: words("Not known"),
    }
    return names[asthma]


def pregnancy_name(words: Words, pregnancy: Pregnancy) -> str:
    names = {
        Pregnancy.NO: words("No"),
        Pregnancy.YES: words("Yes"),
        Pregnancy.NOT_KNOWN: words("Not known"),
        Pregnancy.NOT_POSSIBLE: words("Not possible"),
    }
    return names[pregnancy]


def risk_name(words: Words, risk: Risk) -> str:
    names = {
        Risk.SEVERE_NOT_KNOWN: words("severe reaction to this drug not known"),
        Risk.REACTION_UNKNOWN: words("type of the first reaction unknown"),
        Risk.BETA_BLOCKER: words("beta-blocker not ruled out"),
        Risk.ACE_INHIBITOR: words("ACE inhibitor not ruled out"),
        Risk.ASTHMA: words("asthma not known to be controlled"),
        Risk.FEV1: words("low FEV1"),
        Risk.HEART: words("unstable heart disease not ruled out"),
        Risk.PREGNANCY: words("pregnancy not ruled out"),
        Risk.LIFE_THREATENING: words("life-threatening first reaction not ruled out"),
    }
    return names[risk]


def ready_name(words: Words, item: ReadyItem) -> str:
    names = {
        ReadyItem.CONSENT: words("Consent signed today"),
        ReadyItem.IV_ACCESS: words("IV access, site looked at"),
        ReadyItem.EMERGENCY_DRUGS: words("EPINEPHrine and emergency drugs at the bedside"),
        ReadyItem.OXYGEN: words("Oxygen at the bedside"),
        ReadyItem.CRASH_CART: words("Crash cart near"),
        ReadyItem.ALLERGIST: words("Allergist can be reached"),
        ReadyItem.NURSE: words("One nurse for this patient alone"),
        ReadyItem.PLUGGED_IN: words("Pump plugged in"),
    }
    return names[item]


def not_desensitization(words: Words) -> str:
    """Stands where premedication and skin tests are entered (SAFETY S14)."""
    return words("Premedication and skin tests are not desensitization.")


def test_first_sentence(words: Words) -> str:
    return words("Consider testing or a graded challenge first: the allergist decides.")
