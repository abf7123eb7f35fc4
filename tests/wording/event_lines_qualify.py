"""Facts about who qualifies and what is ready, and the lines they read as."""

from __future__ import annotations

from desens_gui.domain.events import qualify
from desens_gui.domain.events.every import Event
from desens_gui.domain.patient import Weight
from desens_gui.domain.qualifying import Known, ReadyAnswer, ReadyItem, Risk, Tested
from desens_gui.domain.quantities import Number
from desens_gui.domain.refusals.setup import SetupItem
from tests.qualified import history, qualification, severe

QUALIFY_LINES: tuple[tuple[Event, str], ...] = (
    (
        qualify.HistoryRecorded(history=history()),
        (
            "Medical history: beta-blocker no, ACE inhibitor no, asthma none, unstable heart disease no, "
            "life-threatening first reaction no, pregnant no, skin test not done, challenge not done"
        ),
    ),
    (
        qualify.HistoryRecorded(
            history=history(
                skin_test=Tested.POSITIVE,
                skin_test_on="2026-10",
                fev1_percent=Number.of("86"),
                tryptase_ug_l=Number.of("4.2"),
                last_weight_kg=Weight.of("63.5"),
            )
        ),
        (
            "Medical history: beta-blocker no, ACE inhibitor no, asthma none, unstable heart disease no, "
            "life-threatening first reaction no, pregnant no, skin test positive Oct-2026, "
            "challenge not done, FEV1 86 %, baseline tryptase 4.2 mcg/L, weight at the last session 63.5 kg"
        ),
    ),
    (qualify.SevereAnswered(answers=severe()), "Severe reactions to this drug, ever: none"),
    (
        qualify.SevereAnswered(answers=severe(dress=Known.YES, organ=Known.NOT_KNOWN)),
        (
            "Severe reactions to this drug, ever: DRESS: yes; "
            "Nephritis, hepatitis, vasculitis from the drug: not known"
        ),
    ),
    (
        qualify.Qualified(qualification=qualification()),
        (
            "Who qualifies: immediate reaction, history convincing; evidence: hives and low pressure "
            "10 min into cycle 7; decided by Dr Haas; alternatives: no other platin is as good; "
            "benefit: second line of treatment"
        ),
    ),
    (
        qualify.RisksAccepted(risks=(Risk.ACE_INHIBITOR, Risk.FEV1), by="Dr Haas", reason="held 2 days"),
        "Risk accepted by Dr Haas: ACE inhibitor not ruled out, low FEV1; reason: held 2 days",
    ),
    (
        qualify.ReadyAnswered(
            answers=(
                ReadyAnswer(item=ReadyItem.OXYGEN, done=True),
                ReadyAnswer(item=ReadyItem.PLUGGED_IN, done=False, reason="no socket"),
            )
        ),
        "Checklist: Oxygen at the bedside; Pump plugged in: NOT done because no socket",
    ),
    (
        qualify.PremedicationWithheld(reason="hides early signs"),
        "Premedication withheld on purpose: hides early signs",
    ),
    (qualify.EmergencyDeclared(by="Dr Haas", reason="sepsis"), "EMERGENCY start, by Dr Haas: sepsis"),
    (
        qualify.StartedWithout(skipped=(SetupItem.ORDER, SetupItem.BASELINE)),
        "Started in an emergency without: prescriber order, baseline check",
    ),
)
