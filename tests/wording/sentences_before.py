"""What refusals about people, set-up, pump and bags say."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.instants import Utc
from desens_gui.domain.plan.finding import DuplicateStep, Level, RisesTooFar
from desens_gui.domain.plan.problems import NoSteps, TargetNotAboveZero
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Amount, Duration, Rate
from desens_gui.domain.recorded import Role
from desens_gui.domain.refusals import general, pump, setup
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.pump import BagChangeItem
from desens_gui.domain.refusals.setup import SetupItem

TEN = Utc.of("2026-11-22T09:42:12Z")
ELEVEN = Utc.of("2026-11-22T10:42:12Z")
TOMORROW = Utc.of("2026-11-23T10:42:12Z")

SENTENCES: tuple[tuple[AnyRefusal, str], ...] = (
    (general.NoSession(), "No session is open; open one first."),
    (general.SessionAlreadyOpen(), "A session is open already; this one goes on."),
    (
        general.NothingToName(),
        "These entries have a name already, or were made by somebody signed in.",
    ),
    (general.SessionIsOver(), "The session has ended; nothing more can be recorded in it."),
    (
        general.NotForRole(command="escalate", role=Role.PHARMACIST),
        "The role pharmacist may not go up.",
    ),
    (
        general.NotIdentified(person="xy"),
        "xy has not signed in to this session; sign in with name and role first.",
    ),
    (
        general.NotIdentified(person=""),
        "Nobody is signed in; sign in with name and role first.",
    ),
    (
        general.NotNow(command="escalate", stage="stopped"),
        "Going up is possible only while a step runs.",
    ),
    (
        general.TimeInFuture(field="note", at=ELEVEN, now=TEN),
        "Note: 11:42:12 is in the future; it is 10:42:12 now.",
    ),
    (
        general.TimeTooEarly(field="pump stopped", at=TEN, earliest=TOMORROW),
        "Pump stopped: 22-Nov-2026 10:42:12 is too early; the earliest allowed is 11:42:12.",
    ),
    (general.TextMissing(field="family name"), "Family name is missing; it must be filled in."),
    (
        general.TextTooLong(field="note", length=2500, most=2000),
        "Note: 2,500 characters are too many; at most 2,000 are allowed.",
    ),
    (
        general.OrderNeeded(purpose=OrderFor.GO_UP_EARLY),
        "A prescriber order to go up before the minutes are over is needed.",
    ),
    (general.OrderNotReadBack(by="Dr A"), "The order of Dr A must be read back before it counts."),
    (
        general.AwayNotAnswered(away=Duration(192)),
        "The program was away for 3 min 12 s: first say what the pump did meanwhile.",
    ),
    (
        setup.SetupIncomplete(missing=tuple(SetupItem)),
        (
            "Set-up is not complete; still missing: site policy, name and role of the nurse, second person, "
            "patient, plan, severe reactions, ever, medical history, who qualifies, "
            "physician accepts the risks, the allergist's acceptance of what is red about the plan, "
            "independent double check of the plan, prescriber order, "
            "checklist at the chair, premedication, "
            "baseline check."
        ),
    ),
    (
        setup.PlanImpossible(problems=(TargetNotAboveZero(Amount.of("0 mg")), NoSteps())),
        (
            "Dose: 0 mg is not allowed; the target dose must be above 0. "
            "Steps: the protocol has none; at least one is needed."
        ),
    ),
    (
        setup.PlanFindingsOpen(
            findings=(RisesTooFar(Level.RED, 5, Fraction(4), Fraction(5, 2)), DuplicateStep(Level.RED, 6))
        ),
        (
            "Red, and not accepted by the allergist: Step 5: the dose rate rises 4 times; "
            "the protocol's own largest rise is 2.5 times. Step 6: it is the same as the one before."
        ),
    ),
    (setup.NoRedFinding(), "Nothing about this plan needs to be accepted."),
    (
        setup.ProtocolNotApproved(protocol="rdd-5bag-20step", status="recalled"),
        "The protocol rdd-5bag-20step may be planned, not started: not every number in it was verified.",
    ),
    (
        setup.PlanReadingDiffers(fields=("identifier_last4", "drug", "dose", "bags")),
        (
            "Not the same as the plan: last 4 of the record number, drug, dose, number of bags. "
            "Read again from order and labels."
        ),
    ),
    (
        setup.RepeatTooSoon(left=Duration(42)),
        "The same person repeats the check only after some time; 42 s left.",
    ),
    (
        setup.BirthDateImpossible(born="2031-01-01"),
        "Birth date: “2031-01-01” is not possible; it must be a past date such as 1968-03-12.",
    ),
    (
        setup.IdentifierTooShort(least=4),
        "Record number: too short; at least 4 characters are needed.",
    ),
    (
        setup.WeightImpossible(kg="1000", least="0.5", most="400"),
        "Weight: 1,000 is outside 0.5 to 400 kg.",
    ),
    (setup.PlanInUse(), "The session has started with this plan; it cannot be replaced."),
    (
        setup.BaselineTooOld(age=Duration.minutes(35), limit=Duration.minutes(30)),
        "The baseline is 35 min old, at most 30 min is allowed; record a new one or take an order.",
    ),
    (
        pump.PumpReadOtherwise(recorded=Rate.of("10"), read=Rate.of("40")),
        (
            "40 mL/h was read on the pump, 10 mL/h is recorded: read it again. "
            "If it is so, pause and stop the pump, and call whoever you relieve."
        ),
    ),
    (
        pump.PumpRateDiffers(told=Rate.of("10"), typed=Rate.of("40")),
        "The pump shows 40 mL/h, it must show 10 mL/h: set the pump to 10 mL/h or stop it.",
    ),
    (pump.PumpNotStopped(), "The pump is not reported stopped; stop it and report that first."),
    (pump.PumpAlreadyStopped(since=TEN), "The pump is reported stopped already, since 10:42:12."),
    (
        pump.LabelDiffers(field="concentration", expected="1.587408 mg/mL", read="0.16 mg/mL"),
        "Concentration: the label says 0.16 mg/mL, it must be 1.587408 mg/mL. Do not hang this bag.",
    ),
    (
        pump.BagExpired(use_before=TEN, last_minute=TOMORROW),
        (
            "The bag may be used until 22-Nov-2026 10:42:12, its last planned minute is 11:42:12. "
            "Do not hang this bag."
        ),
    ),
    (
        pump.PrimedWithOtherBag(needed=3, told=2),
        "The set is primed with bag 2; it must be primed with bag 3.",
    ),
    (
        pump.ConnectionNotCounted(connection=Connection.SAME_SET),
        "Same set: the dose at the vein cannot be worked out; only an own set at the catheter is allowed.",
    ),
    (
        pump.BagReadingDiffers(fields=("rate", "bag", "concentration", "identifier_last4")),
        (
            "Not the same as the first answers: rate on the pump, bag number, concentration, "
            "last 4 of the record number. Read again from pump and label."
        ),
    ),
    (
        pump.BagChangeIncomplete(missing=tuple(BagChangeItem)),
        (
            "The bag change is not complete; first: stop the pump and report it, set the new rate, "
            "read the label, connect the new set, independent double check, IV site."
        ),
    ),
    (
        pump.BagNotTheLast(bag=3),
        "Only the last bag, bag 3, is reported empty, and only in the last step.",
    ),
)
