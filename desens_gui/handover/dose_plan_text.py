"""A plan of single doses as aligned columns for reading; numbers are rounded for the eye."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.plan.dose_plan import DosePlan, PlannedDose
from desens_gui.domain.protocol.about import Status
from desens_gui.domain.quantities import DoseUnit
from desens_gui.handover.columns import columns
from desens_gui.wording.about_words import monitored_line, tolerance_sentence
from desens_gui.wording.dose_words import (
    at_text,
    challenge_sentence,
    days_text,
    doses_total_sentence,
    follow_on_sentence,
    unit_change_sentence,
)
from desens_gui.wording.numbers import amount, concentration, duration_words, number, percent, unit_name
from desens_gui.wording.plain import plain
from desens_gui.wording.sentences import listed
from desens_gui.wording.words import Words


def dose_plan_text(plan: DosePlan, words: Words) -> str:
    """Protocol, doses, what they come to, what is watched, how long it lasts."""
    protocol = plan.inputs.protocol
    heading = words(
        "{drug} {dose}, protocol {title} ({id}, revision {revision})",
        drug=plan.inputs.drug,
        dose=amount(plan.target, words),
        title=protocol.title,
        id=protocol.id,
        revision=protocol.revision,
    )
    parts = [
        heading.strip(),
        *([challenge_sentence(words)] if protocol.challenge else []),
        *([locked_sentence(words)] if protocol.status is Status.RECALLED else []),
        *filter(None, [unit_change_sentence(plan, words)]),
        "",
        columns(_lines(plan, words)),
        "",
        doses_total_sentence(plan, words),
        *filter(None, [follow_on_sentence(plan, words)]),
        *_watched(plan, words),
        tolerance_sentence(protocol.about.tolerance, words),
    ]
    return "\n".join(parts) + "\n"


def locked_sentence(words: Words) -> str:
    return words("Not read in any source: this protocol may be planned, not started.")


def _watched(plan: DosePlan, words: Words) -> list[str]:
    protocol = plan.inputs.protocol
    lines = []
    if protocol.fev1_min_percent is not None:
        least = percent(protocol.fev1_min_percent)
        lines.append(words("Nothing is given with an FEV1 below {least} of predicted.", least=least))
    if protocol.about.monitoring:
        what = listed(monitored_line(each, words) for each in protocol.about.monitoring)
        lines.append(words("Watched: {what}.", what=what))
    if protocol.observation is not None:
        time = duration_words(protocol.observation.duration, words)
        lines.append(words("Observation after the last dose: {time}.", time=time))
    return lines


class _Shown(Struct, frozen=True):
    """Which columns this plan needs."""

    days: bool
    mixed: bool
    drawn: bool
    push: bool
    flush: bool


def _lines(plan: DosePlan, words: Words) -> list[tuple[str, ...]]:
    doses = plan.doses
    shown = _Shown(
        days=any(dose.last_day != 1 for dose in doses),
        mixed=any(dose.unit_changes for dose in doses),
        drawn=any(dose.drawn is not None for dose in doses),
        push=any(dose.push is not None for dose in doses),
        flush=any(dose.flush is not None for dose in doses),
    )
    return [_heads(plan, shown, words), *(_row(plan, dose, shown, words) for dose in doses)]


def _heads(plan: DosePlan, shown: _Shown, words: Words) -> tuple[str, ...]:
    companion = plan.inputs.protocol.companion
    return (
        words("Dose"),
        *((words("Day"),) if shown.days else ()),
        words("From h:mm"),
        words("Amount"),
        words("Unit"),
        *((words("In mg"),) if shown.mixed else ()),
        *((plain(companion.drug),) if companion is not None else ()),
        *((words("Concentration"), words("Volume mL")) if shown.drawn else ()),
        *((words("Push min"),) if shown.push else ()),
        *((words("Flush mL"),) if shown.flush else ()),
        *(() if shown.mixed else (words("Total {unit}", unit=unit_name(plan.unit, words)),)),
    )


def _row(plan: DosePlan, dose: PlannedDose, shown: _Shown, words: Words) -> tuple[str, ...]:
    unit = unit_name(dose.amount.unit, words)
    drawn = dose.drawn
    volume = ("", "") if drawn is None else (concentration(drawn.concentration, words), number(drawn.volume))
    push = "" if dose.push is None else number(dose.push.in_minutes)
    flush = "" if dose.flush is None else number(dose.flush)
    return (
        number(dose.number),
        *((days_text(dose, words),) if shown.days else ()),
        at_text(dose, words),
        number(dose.amount),
        words("{unit}  UNIT CHANGES", unit=unit) if dose.unit_changes else unit,
        *((number(dose.amount.to(DoseUnit.MG)),) if shown.mixed else ()),
        *((amount(dose.companion, words),) if dose.companion is not None else ()),
        *(volume if shown.drawn else ()),
        *((push,) if shown.push else ()),
        *((flush,) if shown.flush else ()),
        *(() if shown.mixed else (number(dose.cumulative.to(plan.unit)),)),
    )
