"""What reaches the vein, and when: the set between pump and catheter holds what was in it before (SAFETY S2).

The content moves without mixing. A bag on a set of its own starts with what that set was primed with; the
drug that stays in a set that is taken off reaches nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from desens_gui.domain.plan.plan import Plan, Step
from desens_gui.domain.policy import Connection
from desens_gui.domain.quantities import Amount, Concentration, Duration, Rate, Volume

NOTHING = Volume(0)


class Line(Struct, frozen=True, kw_only=True):
    """volume: between bag and vein. primed_with_bag: else it was primed with a fluid without drug."""

    connection: Connection
    volume: Volume
    primed_with_bag: bool = True


class VeinPiece(Struct, frozen=True, kw_only=True):
    """A stretch of a step in which one concentration flows into the vein; after: from the step's start."""

    step: int
    after: Duration
    lasts: Duration
    rate: Rate
    concentration: Concentration

    @property
    def dose(self) -> Amount:
        return self.rate * self.lasts * self.concentration

    @property
    def per_hour(self) -> Fraction:
        """Dose rate, in the concentration's unit per hour."""
        return self.rate.value * self.concentration.value


class VeinStep(Struct, frozen=True, kw_only=True):
    """One step at the vein. left: what the line holds at its end."""

    step: int
    dose: Amount
    at_pump: Amount
    pieces: tuple[VeinPiece, ...]
    left: Amount


class VeinJump(Struct, frozen=True, kw_only=True):
    """The dose rate at the vein changes by so many times; before and now are in the plan's unit per hour."""

    step: int
    after: Duration
    times: Fraction
    before: Fraction
    now: Fraction


class VeinPlan(Struct, frozen=True, kw_only=True):
    """The plan at the vein, step by step, and every rise of the dose rate there."""

    steps: tuple[VeinStep, ...]
    jumps: tuple[VeinJump, ...]

    @property
    def largest(self) -> VeinJump | None:
        return max(self.jumps, key=lambda jump: jump.times, default=None)


def at_vein(plan: Plan, line: Line) -> VeinPlan:
    """The plan with the line between pump and vein."""
    content = _Content(plan, line)
    steps = tuple(content.run(step) for step in plan.steps)
    return VeinPlan(steps=steps, jumps=tuple(_jumps(steps)))


def _jumps(steps: tuple[VeinStep, ...]) -> Iterator[VeinJump]:
    """From one drug-bearing stretch to the next; a stretch without drug between them hides no jump."""
    before: VeinPiece | None = None
    for step in steps:
        for piece in step.pieces:
            if not piece.per_hour:
                continue
            if before is not None and piece.per_hour > before.per_hour:
                yield VeinJump(
                    step=step.step,
                    after=piece.after,
                    times=piece.per_hour / before.per_hour,
                    before=before.per_hour,
                    now=piece.per_hour,
                )
            before = piece


class _Content:
    """The line as a queue, the catheter's end first."""

    def __init__(self, plan: Plan, line: Line) -> None:
        self._plan = plan
        self._line = line
        self._parts: list[tuple[Volume, Concentration]] = []

    def run(self, step: Step) -> VeinStep:
        strength = self._plan.bag(step.bag).concentration.to(self._plan.unit)
        own_set = self._line.connection is Connection.OWN_SET
        if step.number == 1 or (own_set and self._plan.begins_bag(step.number)):
            primed = strength if self._line.primed_with_bag else Concentration(0, self._plan.unit)
            self._parts = [(self._line.volume, primed)] if self._line.volume else []
        self._parts.append((step.volume, strength))
        pieces = tuple(self._drawn(step))
        unit = self._plan.unit
        return VeinStep(
            step=step.number,
            dose=Amount.total((piece.dose for piece in pieces), unit),
            at_pump=step.dose,
            pieces=pieces,
            left=Amount.total((volume * held for volume, held in self._parts), unit),
        )

    def _drawn(self, step: Step) -> Iterator[VeinPiece]:
        """The stretches of the step; like concentrations next to each other are one."""
        left, after = step.volume, Duration(0)
        while left > NOTHING:
            strength = self._parts[0][1]
            volume = NOTHING
            while self._parts and left > NOTHING and self._parts[0][1] == strength:
                held = self._parts.pop(0)[0]
                taken = min(held, left)
                if held > taken:
                    self._parts.insert(0, (held - taken, strength))
                volume += taken
                left -= taken
            lasts = volume / step.rate
            yield VeinPiece(
                step=step.number, after=after, lasts=lasts, rate=step.rate, concentration=strength
            )
            after += lasts
