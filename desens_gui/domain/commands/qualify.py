"""Before the start: who qualifies, what is ready at the chair, and a start with no time for either."""

from __future__ import annotations

from desens_gui.domain.fact import Order
from desens_gui.domain.prescribing import Prescription
from desens_gui.domain.qualifying import MedicalHistory, Qualification, ReadyAnswer, SevereAnswer


class RecordHistory(Order, frozen=True, tag="record_history"):
    """weight_checked: the change from the last session was seen, and the scale read again."""

    history: MedicalHistory
    weight_checked: bool = False


class AnswerSevere(Order, frozen=True, tag="answer_severe"):
    """Severe reactions to this drug, ever: each of them answered."""

    answers: tuple[SevereAnswer, ...]


class Qualify(Order, frozen=True, tag="qualify"):
    qualification: Qualification


class AcceptRisks(Order, frozen=True, tag="accept_risks"):
    """Every risk that stands, by a named physician's order."""

    order: Prescription
    reason: str


class AnswerReady(Order, frozen=True, tag="answer_ready"):
    answers: tuple[ReadyAnswer, ...]


class WithholdPremedication(Order, frozen=True, tag="withhold_premedication"):
    """On purpose; what is given is recorded as a medication."""

    reason: str


class DeclareEmergency(Order, frozen=True, tag="declare_emergency"):
    """A named physician wants the drug started before everything is answered."""

    by: str
    reason: str
