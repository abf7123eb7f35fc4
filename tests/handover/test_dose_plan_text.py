"""A plan of single doses for reading and for other programs; a protocol as a page."""

from __future__ import annotations

import json

import pytest

from desens_gui.domain.plan.dose_plan import DosePlan
from desens_gui.domain.plan.resolve_doses import own_target, resolve_doses
from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.domain.quantities import Amount, Duration, Volume
from desens_gui.handover.dose_plan_table import dose_plan_json, doses_csv
from desens_gui.handover.dose_plan_text import dose_plan_text
from desens_gui.handover.protocol_text import protocol_text
from desens_gui.system.protocols import library, load_any
from desens_gui.wording.words import ENGLISH
from tests.domain.plan.dose_recipes import dose, dose_inputs, dose_planned, doses

ALLOPURINOL = """\
allopurinol 100 mg, protocol Allopurinol, slow, 28 days (allopurinol-slow, revision 1)
Not read in any source: this protocol may be planned, not started.
UNIT CHANGES at dose 5: mg, before it mcg. 1 mg is 1,000 mcg.

Dose  Day         From h:mm  Amount  Unit               In mg
   1  1 to 3      0:00           50  mcg                 0.05
   2  4 to 6      0:00          100  mcg                 0.1
   3  7 to 9      0:00          200  mcg                 0.2
   4  10 to 12    0:00          500  mcg                 0.5
   5  13 to 15    0:00            1  mg  UNIT CHANGES    1
   6  16 to 18    0:00            5  mg                  5
   7  19 to 21    0:00           10  mg                 10
   8  22 to 24    0:00           25  mg                 25
   9  25 to 27    0:00           50  mg                 50
  10  from 28 on  0:00          100  mg                100

100 mg a day from day 28 on.
How long tolerance lasts is not stated: ask the allergist before every later dose.
"""


def shipped(name: str, drug: str = "", dose: str = "500 mg") -> DosePlan:
    protocol = load_any(name)
    assert isinstance(protocol, DoseProtocol)
    target = own_target(protocol) or Amount.of(dose)
    plan = resolve_doses(dose_inputs(protocol, f"{target.text} {target.unit}", drug=drug))
    assert isinstance(plan, DosePlan)
    return plan


def test_a_course_whose_unit_changes() -> None:
    assert dose_plan_text(shipped("allopurinol-slow", "allopurinol"), ENGLISH) == ALLOPURINOL


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "penicillin-oral-14dose",
            "  14  3:15       640,000  units  80,000 units/mL        8      1,296,700",
        ),
        (
            "penicillin-oral-14dose",
            "Then the therapeutic dose: penicillin as ordered, IV, within 5 h of the first dose.",
        ),
        ("tmp-smx-6dose", "   5  4:00       200     mg    40 mg         40 mg/mL       5            222.22"),
        ("tmp-smx-6dose", "   6  5:00       800     mg    160 mg                                  1,022.22"),
        ("insulin-glargine-2day", "   6    2  0:00        2       units       3.111"),
        ("insulin-glargine-2day", "Watched: glucose every 30 min, vital signs every 30 min."),
        ("aspirin-aerd-90min", "Nothing is given with an FEV1 below 70 % of predicted."),
        ("challenge-2step", "GRADED CHALLENGE: a test. It is no desensitization and induces no tolerance."),
        ("challenge-2step", "Observation after the last dose: 1 h."),
    ],
)
def test_lines_of_the_shipped_protocols(name: str, line: str) -> None:
    assert line in dose_plan_text(shipped(name), ENGLISH).splitlines()


PUSHED = doses((dose(1, "1 mg", push=Duration.minutes(2), flush=Volume(10)), dose(2, "2 mg", stock=1)))


def test_a_syringe_series_shows_push_and_flush() -> None:
    lines = dose_plan_text(dose_planned(PUSHED, "3 mg"), ENGLISH).splitlines()
    head = next(line for line in lines if line.startswith("Dose"))
    assert "Push min" in head
    assert "Flush mL" in head


def test_csv_and_json_are_exact() -> None:
    plan = dose_planned(PUSHED, "3 mg")
    first, second = doses_csv(plan).splitlines()[1:]
    assert first == "1,1,1,0,0,1,mg,,,2,10,,1,mg"
    assert second == "2,1,1,,,2,mg,0.5 mg,4,,,,3,mg"
    whole = json.loads(dose_plan_json(plan))
    assert whole["total_dose"] == "3"
    assert whole["total_min"] == ""
    assert whole["doses"][1]["volume_ml"] == "4"
    assert json.loads(dose_plan_json(shipped("challenge-2step")))["induces_tolerance"] is False
    slow = json.loads(dose_plan_json(shipped("allopurinol-slow")))
    assert slow["doses"][-1]["last_day"] == ""
    pills = json.loads(dose_plan_json(shipped("tmp-smx-6dose")))
    assert pills["doses"][0]["companion"] == "0.004 mg"


def test_every_protocol_has_a_page_with_its_sources() -> None:
    for protocol in library():
        page = protocol_text(protocol, ENGLISH)
        assert page.startswith(f"{protocol.title} ({protocol.id}, ")
        assert all(source.where in page for source in protocol.sources)
    challenge = protocol_text(load_any("challenge-1step"), ENGLISH)
    assert "no desensitization" in challenge.splitlines()[1]
    bags = protocol_text(load_any("rdd-3bag-12step"), ENGLISH)
    assert "Last bag: the target less what the earlier bags give, given whole" in bags
    assert "Observation after the last dose: 30 min." in bags
