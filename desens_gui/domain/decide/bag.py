"""Hanging the next bag: rate first, label, line, independent double check, IV site (SAFETY S2, S3, S10)."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportRateSet,
)
from desens_gui.domain.decide.asking import Asking, ordered, policy_of
from desens_gui.domain.decide.proving import First, Seconded, seconded
from desens_gui.domain.digests import bag_digest
from desens_gui.domain.events.pump import (
    BagDoubleChecked,
    BagReading,
    IvSiteSeen,
    Label,
    LabelRead,
    RateSetReported,
    SetConnected,
)
from desens_gui.domain.instants import Utc
from desens_gui.domain.labels import same_session, same_strength, session_code
from desens_gui.domain.policy import Connection
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.general import NotNow, OrderNeeded
from desens_gui.domain.refusals.pump import (
    BagChangeIncomplete,
    BagChangeItem,
    BagExpired,
    BagReadingDiffers,
    ConnectionNotCounted,
    LabelDiffers,
    PrimedWithOtherBag,
    PumpNotStopped,
    PumpRateDiffers,
)
from desens_gui.domain.session import Session
from desens_gui.domain.stage import ChangingBag, SettingUp


def report_rate_set(ask: Asking, command: ReportRateSet) -> Decision:
    change = ask.session.stage
    if not isinstance(change, ChangingBag):
        return refuse(NotNow(command="report_rate_set", stage="step"))
    if ask.session.pump_runs:
        return refuse(PumpNotStopped())
    told = _plan_rate(ask.session, change)
    if command.rate_ml_h != told:
        return refuse(PumpRateDiffers(told=told, typed=command.rate_ml_h))
    return accept(RateSetReported(rate_ml_h=command.rate_ml_h))


def read_label(ask: Asking, command: ReadLabel) -> Decision:
    """Every value of the label against patient, session, plan, bag and time; a mismatch by its name."""
    change = ask.session.stage
    if not isinstance(change, ChangingBag):
        return refuse(NotNow(command="read_label", stage="step"))
    if missing := _before(ask.session, change, BagChangeItem.LABEL_READ):
        return refuse(BagChangeIncomplete(missing=missing))
    problems = _label_problems(ask, change, command.label)
    return refuse(*problems) if problems else accept(LabelRead(label=command.label))


def _label_problems(ask: Asking, change: ChangingBag, label: Label) -> list[AnyRefusal]:
    session = ask.session
    assert session.plan is not None
    assert session.patient is not None
    bag = session.plan.bag(change.to_bag)
    pairs = (
        ("patient", session.patient.identifier, label.identifier),
        ("plan", str(session.plan.inputs.revision), str(label.plan_revision)),
        ("bag", str(bag.number), str(label.bag)),
    )
    problems: list[AnyRefusal] = [
        LabelDiffers(field=field, expected=expected, read=read)
        for field, expected, read in pairs
        if expected.strip() != read.strip()
    ]
    if not same_session(session.opened.session_id, label.session_id):
        code = session_code(session.opened.session_id)
        problems.insert(0, LabelDiffers(field="session", expected=code, read=label.session_id))
    if not same_strength(bag.concentration, label.concentration):
        problems.append(
            LabelDiffers(
                field="concentration",
                expected=f"{bag.concentration.text} {bag.concentration.unit}/mL",
                read=f"{label.concentration.text} {label.concentration.unit}/mL",
            )
        )
    last_minute = ask.stamp.utc_us + _needed(session, change).whole_ns // 1000
    if label.use_before.us < last_minute:
        problems.append(BagExpired(use_before=label.use_before, last_minute=Utc(last_minute)))
    return problems


def _needed(session: Session, change: ChangingBag) -> Duration:
    assert session.plan is not None
    steps = session.plan.steps_of(change.to_bag)
    return sum((step.duration for step in steps if step.number >= change.to_step), Duration(0))


def report_connected(ask: Asking, command: ReportConnected) -> Decision:
    change = ask.session.stage
    if not isinstance(change, ChangingBag):
        return refuse(NotNow(command="report_connected", stage="step"))
    if missing := _before(ask.session, change, BagChangeItem.CONNECTED):
        return refuse(BagChangeIncomplete(missing=missing))
    if command.connection is not Connection.OWN_SET:
        return refuse(ConnectionNotCounted(connection=command.connection))
    if command.primed_with_bag != change.to_bag:
        return refuse(PrimedWithOtherBag(needed=change.to_bag, told=command.primed_with_bag))
    return accept(SetConnected(connection=command.connection, primed_with_bag=command.primed_with_bag))


def double_check_bag(ask: Asking, command: DoubleCheckBag) -> Decision:
    """Read again blind from pump and label: by a second person, by telephone, by the same one only later."""
    change = ask.session.stage
    if not isinstance(change, ChangingBag):
        return refuse(NotNow(command="double_check_bag", stage="step"))
    if missing := _before(ask.session, change, BagChangeItem.CONNECTED):
        return refuse(BagChangeIncomplete(missing=missing))
    assert change.label_ns is not None
    first = First(change.label_by, change.label_ns, bag_digest(ask.session, change))
    second = seconded(ask, "double_check_bag", first, command.telephone)
    if not isinstance(second, Seconded):
        return refuse(second)
    if differing := _differing(ask.session, change, command.reading):
        return refuse(BagReadingDiffers(fields=differing))
    checked = BagDoubleChecked(reading=command.reading)
    return accept(*second.events, checked, second_person=second.by)


def _differing(session: Session, change: ChangingBag, reading: BagReading) -> tuple[str, ...]:
    assert session.plan is not None
    assert session.patient is not None
    agree = {
        "rate": reading.rate_ml_h == change.rate,
        "bag": reading.bag == change.to_bag,
        "concentration": same_strength(session.plan.bag(change.to_bag).concentration, reading.concentration),
        "identifier_last4": reading.identifier_last4 == session.patient.identifier.strip()[-4:],
    }
    return tuple(field for field, same in agree.items() if not same)


def report_iv_site(ask: Asking, command: ReportIvSite) -> Decision:
    if isinstance(ask.session.stage, SettingUp):
        return refuse(NotNow(command="report_iv_site", stage="set_up"))
    return accept(IvSiteSeen(site=command.site))


def bag_change_missing(session: Session, change: ChangingBag) -> tuple[BagChangeItem, ...]:
    """What is still to be done before the pump may start, in order."""
    done = {
        BagChangeItem.PUMP_STOPPED: not session.pump_runs,
        BagChangeItem.RATE_SET: change.rate is not None,
        BagChangeItem.LABEL_READ: change.label_ns is not None,
        BagChangeItem.CONNECTED: change.connected,
        BagChangeItem.DOUBLE_CHECKED: change.double_checked,
        BagChangeItem.IV_SITE: change.iv_site_seen,
    }
    return tuple(item for item in BagChangeItem if not done[item])


def _before(session: Session, change: ChangingBag, item: BagChangeItem) -> tuple[BagChangeItem, ...]:
    """What SAFETY S3 puts before this and is not done."""
    order = tuple(BagChangeItem)
    return tuple(
        missing for missing in bag_change_missing(session, change) if order.index(missing) < order.index(item)
    )


def bag_change_problem(ask: Asking, change: ChangingBag) -> AnyRefusal | None:
    """Something is missing, or the pump stood still so long that going on needs an order (SAFETY S6)."""
    if missing := bag_change_missing(ask.session, change):
        return BagChangeIncomplete(missing=missing)
    return bag_change_order(ask, change)


def bag_change_order(ask: Asking, change: ChangingBag) -> OrderNeeded | None:
    """The order that starting the pump needs after it stood still for long, until one is recorded."""
    pump = ask.session.pump
    if pump is None or pump.running:
        return None
    if Duration.ns(ask.now_ns - pump.since_ns) <= policy_of(ask.session).pause_needs_order:
        return None
    purpose = OrderFor.RESUME_AFTER_LONG_PAUSE
    return None if ordered(ask.session, purpose, change.begun_ns) else OrderNeeded(purpose=purpose)


def _plan_rate(session: Session, change: ChangingBag) -> Rate:
    assert session.plan is not None
    return session.plan.step(change.to_step).rate
