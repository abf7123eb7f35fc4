"""Every check as a row: values with their unit in the column's name, and when each was measured."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.events.check import CheckRecorded
from desens_gui.domain.findings import SYSTEMS, Item, SystemAnswer, Vitals, measured
from desens_gui.domain.standing import values_of
from desens_gui.handover.csv_text import Cell
from desens_gui.handover.stamps import utc_and_local

NUMBERS = {
    "heart_rate": "heart_rate_per_min",
    "sbp": "systolic_mmhg",
    "dbp": "diastolic_mmhg",
    "resp_rate": "respirations_per_min",
    "spo2": "spo2_percent",
    "temp": "temperature_celsius",
}
MEASURED = {
    Item.HEART_RATE: "heart_rate_measured_utc",
    Item.BLOOD_PRESSURE: "blood_pressure_measured_utc",
    Item.RESPIRATIONS: "respirations_measured_utc",
    Item.SPO2: "spo2_measured_utc",
    Item.TEMPERATURE: "temperature_measured_utc",
}
"""The names of the SQL view "vitals" of a session file."""

VITALS_COLUMNS = (
    *(
        "seq",
        "measured_utc",
        "measured_local",
        "recorded_utc",
        "recorded_local",
        "purpose",
        "step",
        "outcome",
    ),
    *NUMBERS.values(),
    *("oxygen_given", "consciousness_acvpu"),
    *MEASURED.values(),
    *(f"symptoms_{system}" for system in SYSTEMS),
    *("actor", "second_person"),
)


def vitals_rows(course: CourseSoFar) -> Iterator[tuple[Cell, ...]]:
    """In order of the newest value of each check. A cell is empty where nothing was measured or asked."""
    for row in course.rows.all():
        event = row.recorded.event
        if isinstance(event, CheckRecorded):
            values, times = values_of(event.vitals), measured(event.vitals)
            answers = {answer.system: answer for answer in event.symptoms}
            yield (
                row.seq,
                *utc_and_local(course, row.at_ns),
                *utc_and_local(course, row.recorded_ns),
                event.purpose.value,
                event.step,
                event.outcome.value,
                *(values.get(name) for name in NUMBERS),
                *_seen(event.vitals),
                *(times[item].text if item in times else None for item in MEASURED),
                *(_answer(answers.get(system)) for system in SYSTEMS),
                row.actor,
                row.recorded.second_person,
            )


def _seen(vitals: Vitals) -> tuple[Cell, Cell]:
    oxygen = None if vitals.oxygen is None else "yes" if vitals.oxygen.given else "no"
    return oxygen, None if vitals.consciousness is None else vitals.consciousness.level.value


def _answer(answer: SystemAnswer | None) -> Cell:
    """ "none", "new_or_worse: hives moderate; itch mild": codes, as the record has them."""
    if answer is None:
        return None
    signs = "; ".join(f"{sign.code} {sign.severity.value}" for sign in answer.signs)
    return f"{answer.answer.value}: {signs}" if signs else answer.answer.value
