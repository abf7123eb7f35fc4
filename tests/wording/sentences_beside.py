"""What refusals about checks, steps and the end say."""

from __future__ import annotations

from desens_gui.domain.events.ending import Ending
from desens_gui.domain.findings import Item, Severity, Sign
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.policy import Bound, Direction
from desens_gui.domain.quantities import Amount, Duration, Volume
from desens_gui.domain.refusals import check, ending, parts, step
from desens_gui.domain.refusals.check import MissingItem, MissingWhy
from desens_gui.domain.refusals.ending import EndItem
from desens_gui.domain.refusals.every import AnyRefusal

MIN_5 = Duration.minutes(5)

SENTENCES: tuple[tuple[AnyRefusal, str], ...] = (
    (
        check.NothingMeasured(),
        "Nothing was measured or asked; enter at least one value or answer.",
    ),
    (
        check.ValueOutOfRange(field="sbp", value="500", least="30", most="300", unit="mm[Hg]"),
        "Systolic blood pressure: 500 is outside 30 to 300 mmHg.",
    ),
    (
        check.PressureReversed(systolic=70, diastolic=120),
        "Blood pressure: systolic 70 must be above diastolic 120 mmHg.",
    ),
    (check.SystemUnknown(system="elbow"), "“elbow” is not one of the organ systems that are asked."),
    (check.SystemAnsweredTwice(system="chest"), "Chest is answered twice; one answer is allowed."),
    (
        check.AnswerContradicted(system="skin"),
        "Skin: the signs do not fit the answer; none goes with no sign, new or worse with at least one.",
    ),
    (
        check.CheckMissing(),
        "No check was recorded since the pump was confirmed running; record one.",
    ),
    (
        check.CheckIncomplete(
            missing=(
                MissingItem(item=Item.OXYGEN, why=MissingWhy.NOT_MEASURED),
                MissingItem(item=Item.SPO2, why=MissingWhy.BEFORE_PUMP_RAN),
                MissingItem(
                    item=Item.HEART_RATE, why=MissingWhy.TOO_OLD, age=Duration.minutes(6), limit=MIN_5
                ),
                MissingItem(
                    item=Item.SYMPTOMS, why=MissingWhy.NOT_MEASURED, systems=("stomach_bowel", "general")
                ),
            )
        ),
        (
            "The check is not complete: oxygen: not answered; "
            "SpO2: from before the pump was confirmed running; "
            "heart rate: 6 min old, at most 5 min; stomach/bowel, general: not answered."
        ),
    ),
    (
        check.CheckAlreadyUsed(),
        "This check has allowed one increase already; record a new one.",
    ),
    (
        check.NewSymptoms(signs=(Sign(code="hives", severity=Severity.MODERATE),)),
        "New or worse: hives (moderate). Stay on the step and repeat the check.",
    ),
    (
        check.LimitBroken(item="sbp", value="88", bound=Bound.BELOW, limit="90"),
        "Systolic blood pressure 88 is below 90; do not go up.",
    ),
    (
        check.RuleBroken(item="spo2", direction=Direction.FALL, value="94", baseline="98", by="3"),
        "SpO2 94 is \N{MINUS SIGN}4 from baseline 98; do not go up.",
    ),
    (
        check.NotAlert(level="V"),
        "Consciousness: responds to voice; the patient must be alert or as at baseline.",
    ),
    (
        step.StepNotFinished(step=9, left=Duration(252)),
        "Step 9 has 4 min 12 s left; going up earlier needs a prescriber order.",
    ),
    (
        step.SymptomsNotAskedAgain(limit=Duration(60)),
        "Symptoms were asked more than 1 min ago; ask again at the moment of going up.",
    ),
    (step.NoNextStep(last=12), "Step 12 is the last step; it runs until the bag is empty."),
    (
        step.ReactionOpen(),
        "A reaction is open: only entered in error, stopped, transferred or died are possible.",
    ),
    (step.NoReactionOpen(), "No reaction was called."),
    (step.GradeUnknown(scale=Scale.BROWN_2004, grade="4"), "Brown (2004) has no grade 4."),
    (step.NothingToWatch(), "This answer belongs to the last step while it runs."),
    (
        ending.EmptyNeedsReason(pumped=Volume.of("180.5"), expected=Volume.of("232"), tolerance_percent="10"),
        (
            "By rate and time 180.5 mL are out of the bag, expected are 232 mL: "
            "more than 10 % apart needs a reason."
        ),
    ),
    (
        ending.FlushTooSmall(told=Volume.of("5"), needed=Volume.of("18")),
        "The line was flushed with 5 mL; at least 18 mL are needed.",
    ),
    (
        ending.EndIncomplete(ending=Ending.COMPLETED, missing=tuple(EndItem), given=Amount.of("30.92764 mg")),
        (
            "“Completed” is not possible yet; missing: bag empty, line flushed, pump reported stopped, "
            "end check, full target dose, reaction resolved. Given so far: 30.928 mg."
        ),
    ),
    (
        ending.EndIncomplete(ending=Ending.DIED, missing=(EndItem.PUMP_STOPPED,)),
        "“Died” is not possible yet; missing: pump reported stopped.",
    ),
    (
        ending.ObservationNotOver(left=Duration.minutes(38)),
        "The observation has 38 min left; ending it earlier is against advice and needs a name.",
    ),
    (
        ending.EndingDiffers(called=Ending.STOPPED_PATIENT_WISH, told=Ending.COMPLETED),
        "The session is ending as “Stopped: patient's wish”, not as “Completed”.",
    ),
    (
        ending.TransferMissing(),
        (
            "A transfer, and only a transfer, says where, to whom, whether the pump runs "
            "and what the line holds."
        ),
    ),
    (
        ending.CompletedIsNotAStop(),
        "“Completed” is no reason to stop; it follows from the full dose and the end check.",
    ),
    (
        parts.GoesOnElsewhere(to="ward-7"),
        "This session goes on at ward-7; nothing is recorded here any more. Enter it there.",
    ),
    (
        parts.CodeUnreadable(typed="312"),
        "Compare code: “312” is none; copy it from the other workstation, like 312-8A31-77F0.",
    ),
)
