"""A plan for other programs: CSV and JSON, every number exact where its decimals end, as text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from msgspec import to_builtins

from desens_gui.domain.decimal_text import exact_text
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.table import PlanTable, table_of

STEP_COLUMNS = (
    *("step", "bag", "rate_ml_h", "minutes", "volume_ml"),
    *("dose", "cumulative", "unit", "elapsed_min"),
)
BAG_COLUMNS = ("bag", "volume_ml", "drug", "concentration", "unit")


def steps_csv(table: PlanTable) -> str:
    """The steps, one line each, after a line of column names."""
    return _csv(STEP_COLUMNS, [to_builtins(row) for row in table.steps])


def bags_csv(table: PlanTable) -> str:
    """The bags, one line each, after a line of column names."""
    return _csv(BAG_COLUMNS, [to_builtins(row) for row in table.bags])


def _csv(columns: Sequence[str], rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def plan_json(plan: Plan) -> str:
    """The whole plan; every number is text, exact where its decimals end, else 12 significant digits."""
    table = table_of(plan)
    protocol = plan.inputs.protocol
    whole = {
        "protocol": protocol.id,
        "protocol_revision": str(protocol.revision),
        "status": protocol.status.value,
        "drug": plan.inputs.drug,
        "dose": plan.target.text,
        "unit": plan.unit.value,
        "last_bag": plan.recipe.last_bag.value,
        "total_dose": plan.total_dose.to(plan.unit).text,
        "total_min": exact_text(plan.total.in_minutes),
        "total_volume_ml": plan.total_volume.text,
        "bags": [_in_order(BAG_COLUMNS, to_builtins(row)) for row in table.bags],
        "steps": [_in_order(STEP_COLUMNS, to_builtins(row)) for row in table.steps],
    }
    return json.dumps(whole, indent=2) + "\n"


def _in_order(columns: Sequence[str], row: dict[str, str]) -> dict[str, str]:
    return {name: row[name] for name in columns}
