"""What refusals about who qualifies and what is ready say."""

from __future__ import annotations

from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import ReadyItem, Risk, Severe
from desens_gui.domain.refusals import qualify
from desens_gui.domain.refusals.every import AnyRefusal

SENTENCES: tuple[tuple[AnyRefusal, str], ...] = (
    (
        qualify.HardStop(had=(Severe.DRESS, Severe.SERUM_SICKNESS)),
        (
            "DO NOT START: severe reaction to this drug (DRESS, Serum sickness). "
            "Desensitization does not prevent it."
        ),
    ),
    (
        qualify.SevereDelayed(),
        "DO NOT START: the first reaction was severe and delayed. Desensitization does not prevent it.",
    ),
    (
        qualify.ReactionNotForProtocol(
            reaction=ReactionType.AERD, protocol="3-bag 12-step", fits=(ReactionType.IMMEDIATE,)
        ),
        (
            "DO NOT START: the protocol 3-bag 12-step is for immediate; "
            "the first reaction is: aspirin-exacerbated respiratory disease."
        ),
    ),
    (
        qualify.RisksNotAccepted(risks=(Risk.PREGNANCY, Risk.HEART)),
        (
            "A named physician must accept, with a reason: pregnancy not ruled out, "
            "unstable heart disease not ruled out."
        ),
    ),
    (qualify.NoRiskStands(), "No risk stands that would have to be accepted."),
    (
        qualify.SevereNotAnswered(missing=(Severe.SJS_TEN,)),
        "Severe reactions, ever: one answer each is needed for SJS or TEN.",
    ),
    (
        qualify.ReasonNeeded(items=(ReadyItem.OXYGEN,)),
        "Not done because: a reason is needed for Oxygen at the bedside.",
    ),
    (
        qualify.WeightChanged(kg="64", last_kg="141", percent="55", most_percent="10"),
        (
            "Weight: 64 kg now and 141 kg at the last session differ by 55 %, more than 10 %; "
            "read the scale again and confirm it."
        ),
    ),
    (
        qualify.HistoryImpossible(field="fev1_percent", value="181", least="5", most="180"),
        "FEV1: 181 is outside 5 to 180.",
    ),
    (
        qualify.DayImpossible(field="skin test", day="2027"),
        "Skin test: “2027” is not possible; it must be a past day, month or year.",
    ),
)
