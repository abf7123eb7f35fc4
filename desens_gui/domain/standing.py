"""Whether a check stands: what is missing, and what speaks against going up (SAFETY S8, S11)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desens_gui.domain.ages import age_in_years
from desens_gui.domain.findings import SYSTEMS, Consciousness, Item, Symptoms, Vitals, new_signs
from desens_gui.domain.policy import Direction, Policy, StopLimit
from desens_gui.domain.quantities import Duration, Quantity
from desens_gui.domain.refusals.check import (
    CheckIncomplete,
    LimitBroken,
    MissingItem,
    MissingWhy,
    NewSymptoms,
    NotAlert,
    RuleBroken,
)
from desens_gui.domain.session import CheckSeen, Session

FEVERISH = frozenset({"chills", "rigors", "fever"})
"""Signs that ask for the temperature at once (SAFETY S8), by their codes in resources/symptoms.toml."""

Against = CheckIncomplete | NewSymptoms | LimitBroken | RuleBroken | NotAlert


def missing_items(
    session: Session, policy: Policy, check: CheckSeen, at_ns: int, fresh_from_ns: int
) -> tuple[MissingItem, ...]:
    """Every required item that is not measured, measured before fresh_from_ns, or too old at at_ns."""
    missing = [
        found
        for code in policy.required_each_check
        if (item := Item(code)) is not Item.SYMPTOMS
        if (found := _missing(item, check.measured_ns.get(item), policy.check_valid, at_ns, fresh_from_ns))
    ]
    missing.extend(_missing_systems(policy, check, at_ns, fresh_from_ns))
    missing.extend(_missing_temperature(session, policy, check, at_ns, fresh_from_ns))
    return tuple(missing)


def _missing(
    item: Item, measured_ns: int | None, limit: Duration, at_ns: int, fresh_from_ns: int
) -> MissingItem | None:
    if measured_ns is None:
        return MissingItem(item=item, why=MissingWhy.NOT_MEASURED)
    if measured_ns < fresh_from_ns:
        return MissingItem(item=item, why=MissingWhy.BEFORE_PUMP_RAN)
    if at_ns - measured_ns > limit.whole_ns:
        return MissingItem(
            item=item, why=MissingWhy.TOO_OLD, age=Duration.ns(at_ns - measured_ns), limit=limit
        )
    return None


def _missing_systems(
    policy: Policy, check: CheckSeen, at_ns: int, fresh_from_ns: int
) -> Iterator[MissingItem]:
    if Item.SYMPTOMS not in policy.required_each_check:
        return
    by_reason: dict[MissingWhy, list[tuple[str, MissingItem]]] = {}
    for system in SYSTEMS:
        found = _missing(Item.SYMPTOMS, check.asked_ns.get(system), policy.check_valid, at_ns, fresh_from_ns)
        if found:
            by_reason.setdefault(found.why, []).append((system, found))
    for why, entries in by_reason.items():
        oldest = max((entry.age for _, entry in entries if entry.age is not None), default=None)
        yield MissingItem(
            item=Item.SYMPTOMS,
            why=why,
            systems=tuple(system for system, _ in entries),
            age=oldest,
            limit=policy.check_valid if oldest is not None else None,
        )


def _missing_temperature(
    session: Session, policy: Policy, check: CheckSeen, at_ns: int, fresh_from_ns: int
) -> Iterator[MissingItem]:
    """Within the policy's time since the last one; in this very check when a sign of fever is new."""
    measured = check.measured_ns.get(Item.TEMPERATURE)
    if any(sign.code in FEVERISH for sign in new_signs(check.symptoms)):
        found = _missing(Item.TEMPERATURE, measured, policy.check_valid, at_ns, fresh_from_ns)
    else:
        last = max((ns for ns in (measured, session.temperature_ns) if ns is not None), default=None)
        found = _missing(Item.TEMPERATURE, last, policy.temperature_valid, at_ns, 0)
    if found:
        yield found


def findings_against(
    session: Session, policy: Policy, vitals: Vitals, symptoms: Symptoms, *, baseline: bool = False
) -> tuple[Against, ...]:
    """New or worse symptoms, broken stop limits, blocking monitor rules, a patient who is not alert.

    A baseline is held against the baseline limits as well (fever), and against no earlier baseline.
    """
    against: list[Against] = []
    before = session.baseline.vitals if session.baseline is not None and not baseline else Vitals()
    if signs := new_signs(symptoms):
        against.append(NewSymptoms(signs=signs))
    if level := _less_alert(before, vitals):
        against.append(NotAlert(level=level.value))
    values = values_of(vitals)
    adult = session.patient is None or age_in_years(session.patient.born, session.timeline.last) >= (
        policy.adult_limits_from_years.value
    )
    against.extend(_limits_broken(policy.stop_limits if adult else (), values))
    against.extend(_limits_broken(policy.baseline_limits if baseline else (), values))
    against.extend(_rules_broken(policy, values, values_of(before)))
    return tuple(against)


def _rules_broken(
    policy: Policy, values: dict[str, Fraction], baseline: dict[str, Fraction]
) -> Iterator[RuleBroken]:
    for rule in policy.monitor_rules:
        now, before = values.get(rule.item), baseline.get(rule.item)
        if rule.blocks and now is not None and before is not None and rule.is_met_by(now, before):
            yield RuleBroken(
                item=rule.item,
                direction=Direction(rule.direction),
                value=_text(now),
                baseline=_text(before),
                by=rule.by.text,
            )


def _less_alert(before: Vitals, vitals: Vitals) -> Consciousness | None:
    """The level found, if it is not Alert and not the one before."""
    if vitals.consciousness is None or vitals.consciousness.level is Consciousness.ALERT:
        return None
    level = vitals.consciousness.level
    return None if before.consciousness is not None and before.consciousness.level is level else level


def values_of(vitals: Vitals) -> dict[str, Fraction]:
    """The measured numbers by the names that policy files use."""
    values: dict[str, Fraction] = {}
    if vitals.heart_rate:
        values["heart_rate"] = Fraction(vitals.heart_rate.per_min)
    if vitals.blood_pressure:
        values["sbp"] = Fraction(vitals.blood_pressure.systolic)
        if vitals.blood_pressure.diastolic is not None:
            values["dbp"] = Fraction(vitals.blood_pressure.diastolic)
    if vitals.respirations:
        values["resp_rate"] = Fraction(vitals.respirations.per_min)
    if vitals.spo2:
        values["spo2"] = Fraction(vitals.spo2.percent)
    if vitals.temperature:
        values["temp"] = vitals.temperature.celsius.value
    return values


def against(
    session: Session,
    policy: Policy,
    check: CheckSeen,
    at_ns: int,
    fresh_from_ns: int,
    *,
    baseline: bool = False,
) -> tuple[Against, ...]:
    """All that speaks against acting on this check now: what is missing first, then what was found."""
    missing = missing_items(session, policy, check, at_ns, fresh_from_ns)
    found = findings_against(session, policy, check.vitals, check.symptoms, baseline=baseline)
    return (CheckIncomplete(missing=missing), *found) if missing else found


def _limits_broken(limits: tuple[StopLimit, ...], values: dict[str, Fraction]) -> Iterator[LimitBroken]:
    for limit in limits:
        value = values.get(limit.item)
        if value is not None and limit.is_broken_by(value):
            yield LimitBroken(item=limit.item, value=_text(value), bound=limit.bound, limit=limit.value.text)


def _text(value: Fraction) -> str:
    return Quantity(value).text
