"""What is missing fits under a blocked button, and nothing is left out."""

from __future__ import annotations

import pytest

from desens_gui.domain.events.ending import Ending
from desens_gui.domain.findings import SYSTEMS, Item, Severity, Sign
from desens_gui.domain.plan.finding import DuplicateStep, Level
from desens_gui.domain.policy import Bound, Direction
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals import check, ending, general, pump, setup, step
from desens_gui.domain.refusals.check import MissingItem, MissingWhy
from desens_gui.domain.refusals.ending import EndItem
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.refusals.setup import SetupItem
from desens_gui.wording.refusals import not_yet
from desens_gui.wording.words import ENGLISH

MIN_5 = Duration.minutes(5)

MISSING = (
    MissingItem(item=Item.OXYGEN, why=MissingWhy.NOT_MEASURED),
    MissingItem(item=Item.CONSCIOUSNESS, why=MissingWhy.NOT_MEASURED),
    MissingItem(item=Item.SYMPTOMS, why=MissingWhy.NOT_MEASURED, systems=("stomach_bowel",)),
)


def missing(item: Item, *systems: str) -> MissingItem:
    return MissingItem(item=item, why=MissingWhy.NOT_MEASURED, systems=systems)


ALL_SEVEN = missing(Item.SYMPTOMS, *SYSTEMS)
VITALS = (
    Item.HEART_RATE,
    Item.BLOOD_PRESSURE,
    Item.RESPIRATIONS,
    Item.SPO2,
    Item.OXYGEN,
    Item.CONSCIOUSNESS,
)


@pytest.mark.parametrize(
    ("reasons", "short"),
    [
        ((), ""),
        (
            (check.CheckIncomplete(missing=MISSING),),
            "Not yet. Oxygen, consciousness; stomach/bowel.",
        ),
        (
            (check.CheckIncomplete(missing=(*map(missing, VITALS), ALL_SEVEN)),),
            "Not yet. 6 vitals; 7 systems.",
        ),
        (
            (check.CheckIncomplete(missing=(*MISSING[:2], missing(Item.HEART_RATE), ALL_SEVEN)),),
            "Not yet. Oxygen, consciousness, heart rate; 7 systems.",
        ),
        (
            (check.CheckIncomplete(missing=tuple(missing(item) for item in VITALS[:4])),),
            "Not yet. Heart rate, blood pressure, respirations, SpO2.",
        ),
        (
            (check.CheckIncomplete(missing=(*(missing(item) for item in VITALS[:4]), MISSING[2])),),
            "Not yet. 4 vitals; stomach/bowel.",
        ),
        (
            (
                check.CheckIncomplete(
                    missing=(
                        MissingItem(
                            item=Item.SPO2, why=MissingWhy.TOO_OLD, age=Duration.minutes(6), limit=MIN_5
                        ),
                        MissingItem(item=Item.HEART_RATE, why=MissingWhy.BEFORE_PUMP_RAN),
                    )
                ),
            ),
            "Not yet. Again, from before the pump ran: heart rate; again, too old: SpO2.",
        ),
        (
            (step.StepNotFinished(step=9, left=Duration(252)), check.CheckMissing()),
            "Not yet. 04:12 left in step 9; check.",
        ),
        ((check.CheckAlreadyUsed(),), "Not yet. New check."),
        (
            (
                check.NewSymptoms(
                    signs=(
                        Sign(code="hives", severity=Severity.MILD),
                        Sign(code="wheeze", severity=Severity.MILD),
                    )
                ),
            ),
            "Not yet. New or worse: hives, wheeze.",
        ),
        (
            (check.LimitBroken(item="spo2", value="92", bound=Bound.AT_OR_BELOW, limit="92"),),
            "Not yet. SpO2 92 is at or below 92.",
        ),
        (
            (
                check.RuleBroken(
                    item="heart_rate", direction=Direction.RISE, value="104", baseline="82", by="20"
                ),
            ),
            "Not yet. Heart rate 104 is +22 from baseline 82.",
        ),
        ((check.NotAlert(level="C"),), "Not yet. Confused."),
        ((step.SymptomsNotAskedAgain(limit=Duration(60)),), "Not yet. Ask symptoms again."),
        (
            (
                pump.BagChangeIncomplete(
                    missing=(BagChangeItem.CONNECTED, BagChangeItem.DOUBLE_CHECKED, BagChangeItem.IV_SITE)
                ),
            ),
            "Not yet. Connect the new set; independent double check; IV site.",
        ),
        (
            (setup.SetupIncomplete(missing=(SetupItem.ORDER, SetupItem.BASELINE)),),
            "Not yet. Prescriber order; baseline check.",
        ),
        (
            (
                ending.EndIncomplete(ending=Ending.COMPLETED, missing=(EndItem.END_CHECK,)),
                ending.ObservationNotOver(left=Duration(2300)),
            ),
            "Not yet. End check; observation for 38 min more.",
        ),
        (
            (general.OrderNeeded(purpose=OrderFor.RESUME_AFTER_LONG_PAUSE), pump.PumpNotStopped()),
            "Not yet. Prescriber order to resume after a long pause; stop the pump.",
        ),
        (
            (setup.PlanFindingsOpen(findings=(DuplicateStep(Level.RED, 6),)),),
            "Not yet. Step 6: same as the one before.",
        ),
        ((step.ReactionOpen(),), "Not yet. A reaction is open."),
        ((setup.RepeatTooSoon(left=Duration(42)),), "Not yet. Repeat in 42 s."),
        (
            (setup.BaselineTooOld(age=Duration.minutes(35), limit=Duration.minutes(30)),),
            "Not yet. New baseline check, the last is 35 min old.",
        ),
        (
            (general.AwayNotAnswered(away=Duration(192)),),
            "Not yet. Did the pump run while the program was away.",
        ),
        ((step.NoNextStep(last=12),), "Not yet. Step 12 is the last step; it runs until the bag is empty."),
    ],
)
def test_what_is_missing_under_a_blocked_button(reasons: tuple[AnyRefusal, ...], short: str) -> None:
    assert not_yet(ENGLISH, reasons) == short
