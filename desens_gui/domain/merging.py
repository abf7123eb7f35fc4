"""The newest reading of every item, over the checks of one step and purpose."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.events.check import CheckRecorded
from desens_gui.domain.findings import Item, Symptoms, SystemAnswer, Vitals, measured
from desens_gui.domain.instants import Utc
from desens_gui.domain.session import CheckSeen, Session

_FIELDS = {
    Item.HEART_RATE: "heart_rate",
    Item.BLOOD_PRESSURE: "blood_pressure",
    Item.RESPIRATIONS: "respirations",
    Item.SPO2: "spo2",
    Item.TEMPERATURE: "temperature",
    Item.OXYGEN: "oxygen",
    Item.CONSCIOUSNESS: "consciousness",
}


def merged_check(
    session: Session, recorded: CheckRecorded, now_ns: int, place: Callable[[Utc], int]
) -> CheckSeen:
    """This check over those of the same step and purpose since readings count; a later reading wins."""
    before = session.check
    if before is not None and not _goes_on(session, before, recorded):
        before = None
    new_ns = {item: place(at) for item, at in measured(recorded.vitals).items()}
    asked_ns = {answer.system: place(answer.at) for answer in recorded.symptoms}
    old_ns = before.measured_ns if before else {}
    old_asked = before.asked_ns if before else {}
    kept_ns = {item: ns for item, ns in old_ns.items() if ns > new_ns.get(item, -1)}
    kept_asked = {system: ns for system, ns in old_asked.items() if ns > asked_ns.get(system, -1)}
    return CheckSeen(
        purpose=recorded.purpose,
        step=recorded.step,
        recorded_ns=now_ns,
        vitals=_vitals(before.vitals if before else Vitals(), recorded.vitals, set(kept_ns)),
        symptoms=_symptoms(before.symptoms if before else (), recorded.symptoms, set(kept_asked)),
        measured_ns={**new_ns, **kept_ns},
        asked_ns={**asked_ns, **kept_asked},
        outcome=recorded.outcome,
        full_ns=before.full_ns if before else None,
    )


def _goes_on(session: Session, before: CheckSeen, recorded: CheckRecorded) -> bool:
    same = (before.purpose, before.step) == (recorded.purpose, recorded.step)
    return same and not before.used and before.recorded_ns >= session.fresh_from_ns


def _vitals(old: Vitals, new: Vitals, kept: set[Item]) -> Vitals:
    return Vitals(**{field: getattr(old if item in kept else new, field) for item, field in _FIELDS.items()})


def _symptoms(old: Symptoms, new: Symptoms, kept: set[str]) -> Symptoms:
    chosen: list[SystemAnswer] = [answer for answer in old if answer.system in kept]
    chosen.extend(answer for answer in new if answer.system not in kept)
    return tuple(chosen)
