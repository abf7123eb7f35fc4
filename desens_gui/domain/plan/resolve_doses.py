"""From a protocol of single doses and a target to the exact plan.

Rule: a dose is its amount, or its share of the target; its volume is amount / concentration; its time is the
sum of the waits before it on its day. In a course each dose is given once daily on its days, in order.
"""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.plan.dose_plan import DoseInputs, DosePlan, Drawn, PlannedDose
from desens_gui.domain.plan.dose_problems import DoseProblem
from desens_gui.domain.plan.dose_shape import dose_problems
from desens_gui.domain.protocol.about import ProtocolKind
from desens_gui.domain.protocol.doses import DoseProtocol, ProtocolDose, TargetMeans
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration

START = Duration(0)


def own_target(protocol: DoseProtocol) -> Amount | None:
    """The target that a protocol of fixed amounts brings with it; None where it takes shares of one."""
    amounts = [dose.amount for dose in protocol.doses if dose.amount is not None]
    if not amounts or len(amounts) != len(protocol.doses):
        return None
    last = amounts[-1]
    if protocol.target is TargetMeans.LAST_DOSE or not all(each.counts_with(last.unit) for each in amounts):
        return last
    return Amount.total(amounts, last.unit)


def resolve_doses(inputs: DoseInputs) -> DosePlan | tuple[DoseProblem, ...]:
    """The plan, or every reason why there is none. Total: no protocol that decodes makes it raise."""
    if problems := tuple(dose_problems(inputs)):
        return problems
    return _Builder(inputs).plan()


class _Builder:
    """Goes through the doses in order. What reaches it has passed every check."""

    def __init__(self, inputs: DoseInputs) -> None:
        self._inputs = inputs
        self._protocol = inputs.protocol
        self._unit = inputs.target.unit
        self._given = Amount.zero(self._unit)
        self._unit_before: DoseUnit | None = None
        self._day = 1
        self._at: Duration | None = START
        self._latest: Duration | None = START

    def plan(self) -> DosePlan:
        course = self._protocol.kind is ProtocolKind.COURSE
        doses = tuple(self._add(dose, course=course) for dose in self._protocol.doses)
        times = [dose.at for dose in doses if dose.at is not None]
        latest = [dose.at_latest for dose in doses if dose.at_latest is not None]
        known = len(times) == len(doses)
        follow_on = self._protocol.follow_on
        return DosePlan(
            inputs=self._inputs,
            unit=self._unit,
            target=self._inputs.target,
            doses=doses,
            total_dose=doses[-1].amount.to(self._unit) if course else self._given,
            total=max(times) if known else None,
            at_most=max(latest) if known else None,
            follow_on=self._inputs.follow_on or (follow_on.amount if follow_on is not None else None),
        )

    def _add(self, dose: ProtocolDose, *, course: bool) -> PlannedDose:
        first = self._day if course else dose.day
        if not course and dose.day != self._day:
            self._at = self._latest = START
        self._day = first
        amount = self._amount(dose)
        daily = dose.days or 1
        self._given += amount.to(self._unit).times(daily)
        planned = PlannedDose(
            number=dose.number,
            first_day=first,
            last_day=None if dose.days is None else first + daily - 1,
            amount=amount,
            unit_changes=self._unit_before not in (None, amount.unit),
            drawn=self._drawn(dose, amount),
            companion=self._companion(amount),
            push=dose.push,
            flush=dose.flush,
            wait=dose.wait,
            wait_at_most=dose.wait_at_most,
            at=self._at,
            at_latest=self._latest,
            cumulative=self._given,
        )
        self._unit_before = amount.unit
        if course:
            self._day = first + daily
        else:
            self._wait(dose)
        return planned

    def _wait(self, dose: ProtocolDose) -> None:
        """The time of the next dose; unknown from here on when the source states no interval."""
        longest = dose.wait_at_most or dose.wait
        self._at = None if self._at is None or dose.wait is None else self._at + dose.wait
        self._latest = None if self._latest is None or longest is None else self._latest + longest

    def _amount(self, dose: ProtocolDose) -> Amount:
        if dose.amount is not None:
            return dose.amount
        assert dose.share is not None
        return self._inputs.target.times(dose.share.value)

    def _drawn(self, dose: ProtocolDose, amount: Amount) -> Drawn | None:
        if dose.stock is None:
            return None
        strength = self._strength(dose.stock)
        return Drawn(dose.stock, strength, amount / strength)

    def _strength(self, stock: int) -> Concentration:
        made = next((each for each in self._inputs.stocks if each.number == stock), None)
        return made.concentration if made is not None else self._protocol.stocks[stock - 1].concentration

    def _companion(self, amount: Amount) -> Amount | None:
        companion = self._protocol.companion
        return None if companion is None else amount.times(Fraction(companion.per_amount.value))
