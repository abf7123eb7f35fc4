"""A check command as a person would have typed it into the form: what a simulated nurse does."""

from __future__ import annotations

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.findings import Severity, Vitals, measured
from desens_gui.views.parts.check_draft import CheckDraft, Moment, SystemDraft
from desens_gui.views.parts.field import Severity as Shown

SHOWN: dict[Severity, Shown] = {
    Severity.MILD: "mild",
    Severity.MODERATE: "moderate",
    Severity.SEVERE: "severe",
    Severity.AS_AT_BASELINE: "baseline",
}


def typed_check(command: RecordCheck) -> CheckDraft:
    vitals = command.vitals
    moments = {item.value: Moment(at.us) for item, at in measured(vitals).items()}
    moments |= {answer.system: Moment(answer.at.us) for answer in command.symptoms}
    chosen = {}
    if vitals.oxygen is not None:
        chosen["oxygen"] = "oxygen" if vitals.oxygen.given else "air"
    if vitals.consciousness is not None:
        chosen["consciousness"] = vitals.consciousness.level.value
    systems = {
        answer.system: SystemDraft(
            answer.answer.value, {sign.code: SHOWN[sign.severity] for sign in answer.signs}
        )
        for answer in command.symptoms
    }
    return CheckDraft(texts=_texts(vitals), chosen=chosen, systems=systems, moments=moments)


def _texts(vitals: Vitals) -> dict[str, str]:
    pressure, temperature = vitals.blood_pressure, vitals.temperature
    values = {
        "heart_rate": vitals.heart_rate.per_min if vitals.heart_rate else None,
        "systolic": pressure.systolic if pressure else None,
        "diastolic": pressure.diastolic if pressure else None,
        "resp_rate": vitals.respirations.per_min if vitals.respirations else None,
        "spo2": vitals.spo2.percent if vitals.spo2 else None,
        "temperature": temperature.celsius.text if temperature else None,
    }
    return {field: str(value) for field, value in values.items() if value is not None}
