"""The picture of an episode: the worst since its onset out of every check, with the baseline beside it."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.ages import age_in_years, birth_date, day_of
from desens_gui.domain.episode import Episode, Found
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.findings import Consciousness, Item, Severity, new_signs
from desens_gui.domain.grading.picture import Answered, Picture
from desens_gui.domain.quantities import Duration
from desens_gui.domain.session import Session

TYPED_TO_NS = 60_000_000_000
"""Times are typed to the minute: a reading of the same minute is not from before."""
_WORSE = (Severity.MILD, Severity.MODERATE, Severity.SEVERE)
_LEVELS = tuple(Consciousness)


def picture_of(session: Session, episode: Episode, answers: tuple[Answered, ...] = ()) -> Picture:
    """answers: given now; those stored with earlier grades count as well, the newest of each."""
    baseline = session.baseline.vitals if session.baseline is not None else None
    rate = baseline.heart_rate if baseline is not None else None
    pressure = baseline.blood_pressure if baseline is not None else None
    given = [*(each for grade in episode.grades for each in grade.answers), *answers]
    doses, onset_ns = episode.epinephrine, episode.onset_ns
    waited = Duration.ns(max(0, doses[0].at_ns - onset_ns)) if doses and onset_ns is not None else None
    found, since = episode.found, episode.from_ns - TYPED_TO_NS
    return Picture(
        signs=_signs(found, since),
        asked=frozenset(
            system for each in found for system, at_ns in each.asked_ns.items() if at_ns >= since
        ),
        systolic=_least(
            each.vitals.blood_pressure.systolic
            for each in _with(found, since, Item.BLOOD_PRESSURE)
            if each.vitals.blood_pressure is not None
        ),
        spo2=_least(
            each.vitals.spo2.percent
            for each in _with(found, since, Item.SPO2)
            if each.vitals.spo2 is not None
        ),
        heart_rate=max(
            (
                each.vitals.heart_rate.per_min
                for each in _with(found, since, Item.HEART_RATE)
                if each.vitals.heart_rate is not None
            ),
            default=None,
        ),
        worst_level=max(
            (
                each.vitals.consciousness.level
                for each in _with(found, since, Item.CONSCIOUSNESS)
                if each.vitals.consciousness is not None
            ),
            key=_LEVELS.index,
            default=None,
        ),
        baseline_systolic=pressure.systolic if pressure is not None else None,
        baseline_heart_rate=rate.per_min if rate is not None else None,
        age_years=_years(session),
        age_months=_months(session),
        answers={each.asked: each.yes for each in given},
        pattern=episode.pattern,
        treated=bool(episode.treated),
        stopped=episode.on_drug and session.drug_ran and not session.pump_runs,
        died=_died(session),
        onset_known=onset_ns is not None,
        epinephrine=bool(doses),
        to_epinephrine=waited,
    )


def _with(found: tuple[Found, ...], since_ns: int, item: Item) -> Iterator[Found]:
    return (each for each in found if each.measured_ns.get(item, -1) >= since_ns)


def _least(values: Iterator[int]) -> int | None:
    return min(values, default=None)


def _signs(found: tuple[Found, ...], since_ns: int) -> dict[str, Severity]:
    worst: dict[str, Severity] = {}
    for each in found:
        asked = tuple(answer for answer in each.symptoms if each.asked_ns[answer.system] >= since_ns)
        for sign in new_signs(asked):
            before = worst.get(sign.code, Severity.MILD)
            worst[sign.code] = max(before, sign.severity, key=_WORSE.index)
    return worst


def _years(session: Session) -> int:
    return -1 if session.patient is None else age_in_years(session.patient.born, session.timeline.last)


def _months(session: Session) -> int | None:
    """Whole months; None where the birth date is not known."""
    born = birth_date(session.patient.born) if session.patient is not None else None
    if born is None:
        return None
    today = day_of(session.timeline.last)
    return (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)


def _died(session: Session) -> bool:
    ending = session.ending or getattr(session.stage, "ending", None)
    return ending is Ending.DIED
