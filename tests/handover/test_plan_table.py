"""A plan for other programs."""

from __future__ import annotations

import csv
import json

from desens_gui.domain.plan.table import table_of
from desens_gui.handover.plan_table import bags_csv, plan_json, steps_csv
from desens_gui.system.protocols import load_protocol
from tests.domain.plan.recipes import planned


def test_csv_of_the_steps() -> None:
    table = table_of(planned(load_protocol("rdd-3bag-12step"), "2000 mg"))
    text = steps_csv(table)
    assert text.splitlines()[0] == "step,bag,rate_ml_h,minutes,volume_ml,dose,cumulative,unit,elapsed_min"
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 12
    assert rows[-1] == {
        "step": "12",
        "bag": "3",
        "rate_ml_h": "80",
        "minutes": "174.375",
        "volume_ml": "232.5",
        "dose": "1845.3618",
        "cumulative": "2000",
        "unit": "mg",
        "elapsed_min": "339.375",
    }


def test_csv_of_the_bags() -> None:
    text = bags_csv(table_of(planned(load_protocol("rdd-3bag-12step"), "2000 mg")))
    assert text == (
        "bag,volume_ml,drug,concentration,unit\n"
        "1,250,20,0.08,mg\n"
        "2,250,200,0.8,mg\n"
        "3,250,1984.26,7.93704,mg\n"
    )


def test_json_holds_bags_and_steps_as_text() -> None:
    whole = json.loads(plan_json(planned(load_protocol("rdd-3bag-12step"), "640000 units")))
    assert (whole["protocol"], whole["dose"], whole["unit"]) == ("rdd-3bag-12step", "640000", "units")
    assert (whole["status"], whole["last_bag"]) == ("verified", "corrected")
    assert (whole["total_min"], whole["total_volume_ml"]) == ("339.375", "278")
    assert [bag["drug"] for bag in whole["bags"]] == ["6400", "64000", "634963.2"]
    assert list(whole["bags"][0]) == ["bag", "volume_ml", "drug", "concentration", "unit"]
    assert list(whole["steps"][0]) == [
        *("step", "bag", "rate_ml_h", "minutes", "volume_ml", "dose", "cumulative", "unit", "elapsed_min"),
    ]
    assert all(isinstance(value, str) for step in whole["steps"] for value in step.values())
