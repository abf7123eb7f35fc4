"""What a session came to, and which file says so: the left side of the review."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desens_gui.course.so_far import CourseSoFar
from desens_gui.course.summary import Observation, ReactionSeen, Summary, Tolerance, summary
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.wording import moments, numbers
from desens_gui.wording.endings import desensitized, ending_name, not_desensitized
from desens_gui.wording.parts import goes_on, which_part
from desens_gui.wording.stages import stage_name
from desens_gui.wording.words import Words


class FileFacts(Struct, frozen=True, kw_only=True):
    """The file under review: name, compare code, and the sentence of its verification."""

    name: str = ""
    code: str = ""
    verdict: str = ""


def summary_card(course: CourseSoFar, at_ns: int, words: Words) -> FactsView:
    found = summary(course, at_ns)
    assert found is not None, "a session under review has a first fact"
    clock = course.clock
    day = moments.day(clock.utc_us(0), clock.zone_offset_min(0), words)
    head = CardHead(title=words("Summary"), note=day)
    told = _Told(course, words)
    return FactsView(head=head, pairs=tuple(told.pairs(found)), lines=tuple(told.lines(found)))


def file_card(file: FileFacts, entries: int, words: Words) -> FactsView:
    pair = PairView(label=words("Entries"), value=f"{entries:,}")
    lines = (LineView(strong=file.code, text=file.verdict),)
    return FactsView(
        head=CardHead(title=words("File")),
        pairs=(pair,),
        lines=lines if any((file.code, file.verdict)) else (),
    )


class _Told:
    def __init__(self, course: CourseSoFar, words: Words) -> None:
        self._course, self._words = course, words

    def _hh_mm(self, at_ns: int) -> str:
        clock = self._course.clock
        return moments.hour_minute(clock.utc_us(at_ns), clock.zone_offset_min(at_ns))

    def _span(self, from_ns: int, to_ns: int | None) -> str:
        start = self._hh_mm(from_ns)
        if to_ns is None:
            return self._words("since {start}", start=start)
        return self._words("{start} to {end}", start=start, end=self._hh_mm(to_ns))

    # ---- pairs

    def pairs(self, found: Summary) -> Iterator[PairView]:
        words = self._words
        if found.target is not None:
            yield PairView(label=words("Target"), value=numbers.amount(found.target, words))
        yield from self._given(found)
        if found.drug_from_ns is not None:
            yield PairView(label=words("Drug"), value=self._span(found.drug_from_ns, found.drug_to_ns))
        done = words("{done} of {total}", done=found.steps_done, total=found.steps_planned)
        yield PairView(label=words("Steps finished"), value=done)
        yield PairView(label=words("Pauses"), value=self._pauses(found))
        yield PairView(label=words("Checks"), value=str(found.checks))
        yield from self._observation(found.observation)

    def _given(self, found: Summary) -> Iterator[PairView]:
        """Two values where nobody was sure."""
        words = self._words
        if found.given is None or found.drug_from_ns is None:
            yield PairView(label=words("Given"), value=words("nothing"))
            return
        least = numbers.amount(found.given, words)
        if found.at_most is None or found.at_most == found.given:
            yield PairView(label=words("Given"), value=least)
            return
        yield PairView(label=words("Given, at least"), value=least)
        yield PairView(label=words("Given, at most"), value=numbers.amount(found.at_most, words))

    def _pauses(self, found: Summary) -> str:
        if not found.pauses:
            return self._words("none")
        lasted = numbers.duration_words(found.paused, self._words)
        return self._words("{count}, {time}", count=found.pauses, time=lasted)

    def _observation(self, found: Observation | None) -> Iterator[PairView]:
        if found is not None:
            span = self._span(found.from_ns, found.to_ns)
            yield PairView(label=self._words("Observation"), value=span)

    # ---- lines

    def lines(self, found: Summary) -> Iterator[LineView]:
        yield self._ending(found)
        yield from self._parts()
        if not found.reactions:
            yield LineView(text=self._words("No reaction"), rule=True)
        for seen in found.reactions:
            yield self._reaction(seen)
        if found.repeated:
            steps = ", ".join(map(str, found.repeated))
            yield LineView(text=self._words("Run again: step {steps}", steps=steps))
        if found.observation is not None and found.observation.cut_short_by:
            yield LineView(text=self._words("Observation ended early, against advice"))

    def _ending(self, found: Summary) -> LineView:
        words, state = self._words, self._course.state
        assert state is not None
        if found.ending is None:
            stands = words("Not ended: {stage}", stage=stage_name(words, state.stage))
        else:
            stands = ending_name(words, found.ending)
        means = {
            Tolerance.DESENSITIZED: desensitized(words),
            Tolerance.NOT_DESENSITIZED: not_desensitized(words),
        }.get(found.tolerance, "")
        return LineView(strong=". ".join(text for text in (stands, means) if text))

    def _parts(self) -> Iterator[LineView]:
        state = self._course.state
        assert state is not None
        if state.left is not None:
            yield LineView(strong=goes_on(self._words, state.left))
        if state.part is not None:
            yield LineView(text=which_part(self._words, state.part))

    def _reaction(self, seen: ReactionSeen) -> LineView:
        words = self._words
        time = self._hh_mm(seen.at_ns)
        if seen.step is None:
            return LineView(strong=words("REACTION {time}, before the first step", time=time), rule=True)
        elapsed = numbers.stopwatch(seen.step_elapsed)
        strong = words(
            "REACTION {time}, step {step} at {elapsed}", time=time, step=seen.step, elapsed=elapsed
        )
        dose = numbers.amount(seen.given, words) if seen.given is not None else ""
        return LineView(
            strong=strong, text=words("Given by then: {dose}", dose=dose) if dose else "", rule=True
        )
