"""Sentences about a plan of single doses: what it is, what it comes to, where its unit changes."""

from __future__ import annotations

from desens_gui.domain.plan.dose_plan import DosePlan, PlannedDose
from desens_gui.domain.protocol.about import ProtocolKind
from desens_gui.domain.quantities import Amount, DoseUnit
from desens_gui.wording.about_words import route_name
from desens_gui.wording.numbers import amount, duration_words, hours_minutes, number, unit_name
from desens_gui.wording.words import Words

PER_MG = {DoseUnit.MG: 1, DoseUnit.MCG: 1000}


def challenge_sentence(words: Words) -> str:
    """Stands wherever a graded challenge is named."""
    return words("GRADED CHALLENGE: a test. It is no desensitization and induces no tolerance.")


def unit_change_sentence(plan: DosePlan, words: Words) -> str:
    """Where mcg turn to mg; empty when all doses are written in one unit."""
    changes = [dose for dose in plan.doses if dose.unit_changes]
    return " ".join(_unit_change(dose, plan, words) for dose in changes)


def _unit_change(dose: PlannedDose, plan: DosePlan, words: Words) -> str:
    before = plan.dose(dose.number - 1).amount.unit
    smaller, larger = (before, dose.amount.unit) if PER_MG[before] > 1 else (dose.amount.unit, before)
    return words(
        "UNIT CHANGES at dose {dose}: {now}, before it {before}. 1 {larger} is {factor} {smaller}.",
        dose=dose.number,
        now=unit_name(dose.amount.unit, words),
        before=unit_name(before, words),
        larger=unit_name(larger, words),
        smaller=unit_name(smaller, words),
        factor=number(Amount(1, larger).to(smaller)),
    )


def at_text(dose: PlannedDose, words: Words) -> str:
    """When on its day: "1:30", "1:30 to 4:30", or that no interval is stated."""
    if dose.at is None or dose.at_latest is None:
        return words("not stated")
    if dose.at == dose.at_latest:
        return hours_minutes(dose.at)
    return words("{first} to {last}", first=hours_minutes(dose.at), last=hours_minutes(dose.at_latest))


def days_text(dose: PlannedDose, words: Words) -> str:
    """ "1", "4 to 6", "from 28 on"."""
    if dose.last_day is None:
        return words("from {day} on", day=dose.first_day)
    if dose.last_day == dose.first_day:
        return number(dose.first_day)
    return words("{first} to {last}", first=dose.first_day, last=dose.last_day)


def doses_total_sentence(plan: DosePlan, words: Words) -> str:
    """What the doses come to, and how long they take."""
    total = amount(plan.total_dose, words)
    if plan.inputs.protocol.kind is ProtocolKind.COURSE:
        last = plan.doses[-1]
        return words("{total} a day from day {day} on.", total=total, day=last.first_day)
    if plan.total is None or plan.at_most is None:
        return words(
            "Total {total} in {n} doses; the time between them is not stated.", **_count(plan, total)
        )
    if plan.total == plan.at_most:
        return words(
            "Total {total} in {n} doses, {time} from the first to the last of a day, without checks.",
            **_count(plan, total),
            time=duration_words(plan.total, words),
        )
    return words(
        "Total {total} in {n} doses, {time} to {longest} from the first to the last of a day, "
        "without checks.",
        **_count(plan, total),
        time=duration_words(plan.total, words),
        longest=duration_words(plan.at_most, words),
    )


def _count(plan: DosePlan, total: str) -> dict[str, object]:
    return {"total": total, "n": len(plan.doses)}


def follow_on_sentence(plan: DosePlan, words: Words) -> str:
    """The therapeutic dose that follows is part of the plan; empty where the protocol has none."""
    follow = plan.inputs.protocol.follow_on
    if follow is None:
        return ""
    dose = amount(plan.follow_on, words) if plan.follow_on is not None else words("as ordered")
    said = words(
        "Then the therapeutic dose: {drug} {dose}, {route}",
        drug=follow.drug,
        dose=dose,
        route=route_name(follow.route, words),
    )
    if follow.within is None:
        return f"{said}."
    within = words("within {time} of the first dose", time=duration_words(follow.within.duration, words))
    return f"{said}, {within}."
