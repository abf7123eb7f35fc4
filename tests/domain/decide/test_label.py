"""The label of a bag against patient, session, plan, bag and time (SAFETY S3, S13)."""

from __future__ import annotations

from typing import Any

import pytest

from desens_gui.domain.commands.pump import (
    ReadLabel,
)
from desens_gui.domain.instants import Utc
from desens_gui.domain.labels import session_code
from desens_gui.domain.quantities import Concentration
from desens_gui.domain.refusals.pump import (
    BagExpired,
    LabelDiffers,
)
from tests.courses import SESSION_ID, label
from tests.domain.decide.test_bag import rate_set
from tests.driving import IDENTIFIER, MINUTE

STEP, BAG = 5, 2
CODE = session_code(SESSION_ID)


@pytest.mark.requirement("R-S3-2")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"identifier": "00482914"}, LabelDiffers(field="patient", expected=IDENTIFIER, read="00482914")),
        (
            {"session_id": "other"},
            LabelDiffers(field="session", expected=CODE, read="other"),
        ),
        ({"plan_revision": 2}, LabelDiffers(field="plan", expected="1", read="2")),
        ({"bag": 3}, LabelDiffers(field="bag", expected="2", read="3")),
        (
            {"concentration": Concentration.of("1.6 mg/mL")},
            LabelDiffers(field="concentration", expected="0.16 mg/mL", read="1.6 mg/mL"),
        ),
        (
            {"concentration": Concentration.of("0.16 mcg/mL")},
            LabelDiffers(field="concentration", expected="0.16 mg/mL", read="0.16 mcg/mL"),
        ),
        (
            {"concentration": Concentration.of("0.16 units/mL")},
            LabelDiffers(field="concentration", expected="0.16 mg/mL", read="0.16 units/mL"),
        ),
    ],
)
def test_every_mismatch_of_the_label_is_refused_by_its_name(changes: dict[str, Any], reason: object) -> None:
    chair = rate_set()
    assert chair.refused(ReadLabel(label=label(chair, BAG, **changes))) == (reason,)


@pytest.mark.requirement("R-S3-2")
def test_a_label_of_another_bag_and_patient_names_both() -> None:
    chair = rate_set()
    wrong = label(chair, BAG, identifier="1", bag=1, concentration=chair.plan.bag(1).concentration)
    fields = [reason.field for reason in chair.refused(ReadLabel(label=wrong)) if hasattr(reason, "field")]
    assert fields == ["patient", "bag", "concentration"]


def test_blanks_and_another_unit_of_the_same_strength_are_no_mismatch() -> None:
    chair = rate_set()
    same = label(chair, BAG, identifier=f" {IDENTIFIER} ", concentration=Concentration.of("160 mcg/mL"))
    chair.do(ReadLabel(label=same))


@pytest.mark.requirement("R-S13-1")
def test_a_bag_must_last_until_its_last_planned_minute() -> None:
    chair = rate_set()
    last = chair.now.us + 4 * 15 * MINUTE * 1_000_000  # steps 5 to 8
    chair.do(ReadLabel(label=label(chair, BAG, use_before=Utc(last))))
    too_short = label(chair, BAG, use_before=Utc(last - 1))
    assert chair.refused(ReadLabel(label=too_short)) == (
        BagExpired(use_before=Utc(last - 1), last_minute=Utc(last)),
    )


@pytest.mark.requirement("R-S3-2")
@pytest.mark.parametrize("written", [CODE, CODE.upper(), SESSION_ID])
def test_a_label_carries_the_whole_session_id_or_its_code(written: str) -> None:
    chair = rate_set()
    chair.do(ReadLabel(label=label(chair, BAG, session_id=f" {written} ")))
