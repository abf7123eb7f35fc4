"""Who qualifies (SAFETY S14): the first reaction, what it must not have been, risks a physician accepts."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact
from desens_gui.domain.patient import Weight
from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.quantities import Number


class Known(StrEnum):
    """An answer that may be that nobody knows."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Severe(StrEnum):
    """Reactions to this drug, ever, that desensitization does not prevent: never start (hard stops).

    Bugs & Drugs, penicillin desensitization (https://bugsanddrugs.org/F3AD16B2-7DDF-4FED-AE76-17E2DB2C582C);
    GlobalRPh (http://globalrph.com/medcalcs/desensitization-protocol-12-step/): erythema multiforme and
    blistering; HemOnc.org (https://hemonc.org/wiki/Oxaliplatin_desensitization_protocol): what is not
    prevented. Cytopenia and vasculitis are recalled.
    """

    SJS_TEN = "sjs_ten"
    DRESS = "dress"
    BLISTERING = "blistering"
    """AGEP, exfoliative dermatitis, bullous or desquamating erythema multiforme."""
    SERUM_SICKNESS = "serum_sickness"
    BLOOD = "blood"
    """Hemolytic anemia, cytopenia."""
    ORGAN = "organ"
    """Nephritis, hepatitis, vasculitis."""


class SevereAnswer(Fact, frozen=True):
    what: Severe
    had: Known


class HistoryStrength(StrEnum):
    """How far the history speaks for an allergy that still is one."""

    CONVINCING = "convincing"
    OLD = "old"
    BENIGN = "benign"
    DOUBTFUL = "doubtful"


class Qualification(Fact, frozen=True):
    """Reaction type of the closed list, on what evidence, decided by whom, instead of what, for what."""

    reaction: ReactionType
    strength: HistoryStrength
    evidence: str
    decided_by: str
    alternatives: str
    benefit: str


class Tested(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_DONE = "not_done"
    NOT_KNOWN = "not_known"


class Pregnancy(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"
    NOT_POSSIBLE = "not_possible"


class Asthma(StrEnum):
    NONE = "none"
    CONTROLLED = "controlled"
    UNCONTROLLED = "uncontrolled"
    NOT_KNOWN = "not_known"


class MedicalHistory(Fact, frozen=True):
    """Days are ISO dates, or a year with or without its month, "" where not known; None: not measured.

    Tryptase in ug/L (the same number in ng/mL). last_weight_kg: at the last session, where it is known.
    """

    beta_blocker: Known
    ace_inhibitor: Known
    asthma: Asthma
    heart_unstable: Known
    life_threatening: Known
    """The first reaction: with low blood pressure, low oxygen or loss of consciousness."""
    pregnancy: Pregnancy
    skin_test: Tested
    challenge: Tested
    skin_test_on: str = ""
    challenge_on: str = ""
    fev1_percent: Number | None = None
    tryptase_ug_l: Number | None = None
    last_weight_kg: Weight | None = None


class Risk(StrEnum):
    """Softer than a hard stop: a named physician accepts it with a reason, or nobody starts."""

    SEVERE_NOT_KNOWN = "severe_not_known"
    REACTION_UNKNOWN = "reaction_unknown"
    BETA_BLOCKER = "beta_blocker"
    ACE_INHIBITOR = "ace_inhibitor"
    ASTHMA = "asthma"
    FEV1 = "fev1"
    HEART = "heart"
    PREGNANCY = "pregnancy"
    LIFE_THREATENING = "life_threatening"


class ReadyItem(StrEnum):
    """The checklist at the chair; the policy says which of it a site asks for."""

    CONSENT = "consent"
    IV_ACCESS = "iv_access"
    EMERGENCY_DRUGS = "emergency_drugs"
    OXYGEN = "oxygen"
    CRASH_CART = "crash_cart"
    ALLERGIST = "allergist"
    NURSE = "nurse"
    PLUGGED_IN = "plugged_in"


class ReadyAnswer(Fact, frozen=True):
    """Seen to be so, or not done, with the reason; a reason stands with what is not done only."""

    item: ReadyItem
    done: bool
    reason: str = ""
