"""A plan of single doses for other programs: CSV and JSON, every number as text, exact where it ends."""

from __future__ import annotations

import csv
import io
import json

from desens_gui.domain.decimal_text import exact_text
from desens_gui.domain.plan.dose_plan import DosePlan, PlannedDose
from desens_gui.domain.quantities import Duration

COLUMNS = (
    *("dose", "first_day", "last_day", "at_min", "at_latest_min", "amount", "unit", "concentration_per_ml"),
    *("volume_ml", "push_min", "flush_ml", "companion", "cumulative", "cumulative_unit"),
)


def doses_csv(plan: DosePlan) -> str:
    """The doses, one line each, after a line of column names. last_day "": from the first day on."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(plan, dose) for dose in plan.doses)
    return text.getvalue()


def dose_plan_json(plan: DosePlan) -> str:
    """The whole plan; every number is text, exact where its decimals end, else 12 significant digits."""
    protocol = plan.inputs.protocol
    whole = {
        "protocol": protocol.id,
        "protocol_revision": str(protocol.revision),
        "kind": protocol.kind.value,
        "status": protocol.status.value,
        "induces_tolerance": not protocol.challenge,
        "drug": plan.inputs.drug,
        "dose": plan.target.text,
        "unit": plan.unit.value,
        "total_dose": plan.total_dose.to(plan.unit).text,
        "total_min": _minutes(plan.total),
        "total_at_most_min": _minutes(plan.at_most),
        "follow_on": "" if plan.follow_on is None else f"{plan.follow_on.text} {plan.follow_on.unit}",
        "doses": [_row(plan, dose) for dose in plan.doses],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _row(plan: DosePlan, dose: PlannedDose) -> dict[str, str]:
    drawn = dose.drawn
    return {
        "dose": str(dose.number),
        "first_day": str(dose.first_day),
        "last_day": "" if dose.last_day is None else str(dose.last_day),
        "at_min": _minutes(dose.at),
        "at_latest_min": _minutes(dose.at_latest),
        "amount": dose.amount.text,
        "unit": dose.amount.unit.value,
        "concentration_per_ml": ""
        if drawn is None
        else f"{drawn.concentration.text} {drawn.concentration.unit}",
        "volume_ml": "" if drawn is None else drawn.volume.text,
        "push_min": _minutes(dose.push),
        "flush_ml": "" if dose.flush is None else dose.flush.text,
        "companion": "" if dose.companion is None else f"{dose.companion.text} {dose.companion.unit}",
        "cumulative": dose.cumulative.to(plan.unit).text,
        "cumulative_unit": plan.unit.value,
    }


def _minutes(time: Duration | None) -> str:
    return "" if time is None else exact_text(time.in_minutes)
