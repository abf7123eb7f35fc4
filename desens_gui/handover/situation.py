"""S: how it stands or how it ended, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desens_gui.course.summary import Observation, ReactionSeen, Summary, Tolerance, summary
from desens_gui.domain.events.check import CheckRecorded
from desens_gui.domain.events.ending import Ending, StopCalled
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.handover.document import Paragraph, Run, Section
from desens_gui.handover.head import is_incomplete
from desens_gui.handover.origin import Origin
from desens_gui.handover.told import Told
from desens_gui.wording.endings import desensitized, ending_name, not_desensitized, transfer_line
from desens_gui.wording.events_check import symptoms_line
from desens_gui.wording.numbers import amount, percent, rate, stopwatch
from desens_gui.wording.parts import goes_on, which_part
from desens_gui.wording.plain import plain
from desens_gui.wording.stages import stage_name
from desens_gui.wording.vitals import vitals_line

WHOLE = 100


def situation(told: Told, origin: Origin) -> Section:
    found = summary(told.course, told.at_ns)
    assert found is not None, "a course that is told of has a first fact"
    paragraphs = [Paragraph((Run(text=" ".join(_headline(told, found)), strong=True),))]
    if said := " ".join(_course(told, found)):
        paragraphs.append(Paragraph((Run(text=said),)))
    if is_incomplete(told, origin):
        paragraphs.append(Paragraph((Run(text=_incomplete(told, origin), strong=True),)))
    return Section(letter="S", title=told.words("Situation"), blocks=tuple(paragraphs))


def _headline(told: Told, found: Summary) -> Iterator[str]:
    words = told.words
    if told.state.ending is not None:
        yield f"{ending_name(words, told.state.ending)}."
    else:
        yield words("Not ended: {stage}.", stage=stage_name(words, told.state.stage))
    if told.state.left is not None:
        yield f"{goes_on(words, told.state.left)}."
    yield from _given(told, found)
    if found.tolerance is Tolerance.DESENSITIZED:
        yield f"{desensitized(words)}."
    elif found.tolerance is Tolerance.NOT_DESENSITIZED:
        yield f"{not_desensitized(words)}."


def _given(told: Told, found: Summary) -> Iterator[str]:
    words = told.words
    if found.given is None or found.target is None or found.drug_from_ns is None:
        yield words("No drug was given.")
        return
    dose, target = amount(found.given, words), amount(found.target, words)
    share = found.given.ratio(found.target) * WHOLE
    if found.at_most is not None and found.at_most != found.given:
        dose = words("{least} to {most}", least=dose, most=amount(found.at_most, words))
    elif _worth_a_share(told, share):
        target = f"{target} ({percent(share)})"
    since = told.hh_mm_ss(found.drug_from_ns)
    if found.drug_to_ns is None:
        yield words("{dose} of {target} given since {since}.", dose=dose, target=target, since=since)
    else:
        until = told.hh_mm_ss(found.drug_to_ns)
        yield words(
            "{dose} of {target} given, {since} to {until}.",
            dose=dose,
            target=target,
            since=since,
            until=until,
        )


def _worth_a_share(told: Told, share: Fraction) -> bool:
    """Further from the target than the policy lets pass (SAFETY S12)."""
    policy = told.state.policy
    return policy is None or abs(share - WHOLE) > policy.dose_tolerance.value


def _course(told: Told, found: Summary) -> Iterator[str]:
    if told.state.part is not None:
        yield f"{which_part(told.words, told.state.part)}."
    if told.state.ending is None:
        yield from _pump(told)
    if found.ending is not Ending.DIED:
        yield from (_reaction(told, seen) for seen in found.reactions)
        yield from _no_reaction(told, found)
    for _, event in told.rows():
        if isinstance(event, StopCalled) and event.transfer is not None:
            yield f"{transfer_line(told.words, event.transfer)}."
    if found.observation is not None:
        yield _observed(told, found.observation)
    yield from _last_check(told)


def _no_reaction(told: Told, found: Summary) -> Iterator[str]:
    """What stays to be said of reactions: that there was none, that one was entered in error."""
    words = told.words
    errors = [row for row, event in told.rows() if isinstance(event, ReactionCalled) and row.struck_by]
    for row in errors:
        yield words("Reaction called {time}: entered in error.", time=told.hh_mm_ss(row.at_ns))
    if not found.reactions and not errors and found.drug_from_ns is not None:
        yield words("No reaction was called.")


def _pump(told: Told) -> Iterator[str]:
    words, pump = told.words, told.state.pump
    if pump is None:
        return
    since = told.hh_mm_ss(pump.since_ns)
    if pump.running and pump.rate is not None:
        yield words(
            "Pump reported running at {rate} from bag {bag} since {since}.",
            rate=rate(pump.rate),
            bag=pump.bag,
            since=since,
        )
    else:
        yield words("Pump reported stopped {since}.", since=since)


def _reaction(told: Told, seen: ReactionSeen) -> str:
    words, called = told.words, told.hh_mm_ss(seen.at_ns)
    if seen.step is None:
        return words("Reaction called {time}, before the first step.", time=called)
    return words(
        "Reaction called {time} in step {step} at {elapsed}.",
        time=called,
        step=seen.step,
        elapsed=stopwatch(seen.step_elapsed),
    )


def _observed(told: Told, observed: Observation) -> str:
    words, since = told.words, told.hh_mm(observed.from_ns)
    if observed.to_ns is None:
        return words("Observation since {since}.", since=since)
    until = told.hh_mm(observed.to_ns)
    if observed.cut_short_by:
        return words(
            "Observation {since} to {until}, ended early against advice: {by}.",
            since=since,
            until=until,
            by=plain(observed.cut_short_by),
        )
    return words("Observation {since} to {until}.", since=since, until=until)


def _last_check(told: Told) -> Iterator[str]:
    words = told.words
    checks = [(row, event) for row, event in told.rows() if isinstance(event, CheckRecorded)]
    if checks:
        row, event = checks[-1]
        parts = (vitals_line(words, event.vitals), symptoms_line(words, event.symptoms))
        found = "; ".join(part for part in parts if part) or words("nothing was measured or asked")
        yield words("Last check {time}: {found}.", time=told.hh_mm(row.at_ns), found=found)


def _incomplete(told: Told, origin: Origin) -> str:
    words = told.words
    if not origin.whole:
        return words("INCOMPLETE: not every entry of this session was verified.")
    if told.state.left is not None:
        return words(
            "INCOMPLETE: this part was closed {time}; the session goes on in the next part.",
            time=told.hh_mm_ss(told.state.left.at_ns),
        )
    return words(
        "INCOMPLETE: the session had not ended when this page was made. It is told up to {time}.",
        time=f"{told.day(told.at_ns)} {told.hh_mm_ss(told.at_ns)}",
    )
