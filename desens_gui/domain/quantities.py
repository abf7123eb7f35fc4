"""Amounts of drug, volumes, pump rates, concentrations, durations: exact, and only legal operations exist."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Self, overload

from desens_gui.domain.decimal_text import exact_text, fraction_of, settled

if TYPE_CHECKING:
    from collections.abc import Iterable

NS_PER_SECOND = 1_000_000_000
NS_PER_MINUTE = 60 * NS_PER_SECOND
NS_PER_HOUR = 60 * NS_PER_MINUTE


class DoseUnit(StrEnum):
    """How an amount of drug is counted. mg and mcg are one scale; units (of activity) are another."""

    MG = "mg"
    MCG = "mcg"
    UNITS = "units"


_PER_MG = {DoseUnit.MG: Fraction(1), DoseUnit.MCG: Fraction(1, 1000)}


class Quantity:
    """One exact number with its dimension. Subclasses add the operations that mean something."""

    __slots__ = ("value",)
    SYMBOL: ClassVar[str] = ""
    value: Fraction

    def __init__(self, value: Fraction | int) -> None:
        object.__setattr__(self, "value", Fraction(value))

    @classmethod
    def of(cls, text: str) -> Self:
        """Read plain decimal text ("0.5"); ValueError on anything else."""
        return cls(fraction_of(text))

    @property
    def text(self) -> str:
        """Plain decimal text: exact where finite, else 12 significant digits, half-even."""
        return exact_text(self.value)

    def settled(self) -> Self:
        """The quantity a reader of the record gets back. A fact holds settled quantities only."""
        return type(self)(settled(self.value))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.value == other.value

    def __hash__(self) -> int:
        return hash((type(self), self.value))

    def _same(self, other: object) -> Fraction:
        if type(other) is not type(self):
            raise TypeError(f"{type(self).__name__} and {type(other).__name__} do not mix")
        return other.value

    def __lt__(self, other: Self) -> bool:
        return self.value < self._same(other)

    def __le__(self, other: Self) -> bool:
        return self.value <= self._same(other)

    def __gt__(self, other: Self) -> bool:
        return self.value > self._same(other)

    def __ge__(self, other: Self) -> bool:
        return self.value >= self._same(other)

    def __add__(self, other: Self) -> Self:
        return type(self)(self.value + self._same(other))

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.value - self._same(other))

    def __bool__(self) -> bool:
        return self.value != 0

    def times(self, factor: Fraction | int) -> Self:
        """The same quantity, factor times as large."""
        return type(self)(self.value * factor)

    def ratio(self, other: Self) -> Fraction:
        """How many times `other` this is; ZeroDivisionError when other is zero."""
        return self.value / self._same(other)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({f'{self.text} {self.SYMBOL}'.rstrip()})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.value,))


class Number(Quantity):
    """A number whose unit stands in the name of its field: a ratio, a percentage, a vital sign."""

    __slots__ = ()


class Duration(Quantity):
    """A length of time, in seconds."""

    __slots__ = ()
    SYMBOL = "s"

    @classmethod
    def ns(cls, nanoseconds: int) -> Duration:
        return cls(Fraction(nanoseconds, NS_PER_SECOND))

    @classmethod
    def minutes(cls, minutes: Fraction | int) -> Duration:
        return cls(Fraction(minutes) * 60)

    @property
    def in_minutes(self) -> Fraction:
        return self.value / 60

    @property
    def whole_ns(self) -> int:
        """Nanoseconds, rounded up: a deadline is never early."""
        return -(-self.value.numerator * NS_PER_SECOND // self.value.denominator)


class Rate(Quantity):
    """A pump rate, in mL/h."""

    __slots__ = ()
    SYMBOL = "mL/h"

    def __mul__(self, time: Duration) -> Volume:
        if not isinstance(time, Duration):
            raise TypeError("a rate is multiplied by a duration only")
        return Volume(self.value * time.value / 3600)


class Volume(Quantity):
    """A volume of solution, in mL."""

    __slots__ = ()
    SYMBOL = "mL"

    def __mul__(self, concentration: Concentration) -> Amount:
        if not isinstance(concentration, Concentration):
            raise TypeError("a volume is multiplied by a concentration only")
        return Amount(self.value * concentration.value, concentration.unit)

    @overload
    def __truediv__(self, other: Rate) -> Duration: ...
    @overload
    def __truediv__(self, other: Duration) -> Rate: ...
    def __truediv__(self, other: Rate | Duration) -> Duration | Rate:
        if isinstance(other, Rate):
            return Duration(self.value / other.value * 3600)
        if isinstance(other, Duration):
            return Rate(self.value / other.value * 3600)
        raise TypeError("a volume is divided by a rate or a duration only")


class _OfDrug(Quantity):
    """A quantity counted in a dose unit: mg and mcg compare and add exactly, units never mix with them."""

    __slots__ = ("unit",)
    unit: DoseUnit

    def __init__(self, value: Fraction | int, unit: DoseUnit) -> None:
        super().__init__(value)
        object.__setattr__(self, "unit", DoseUnit(unit))

    def _same(self, other: object) -> Fraction:
        if type(other) is not type(self):
            raise TypeError(f"{type(self).__name__} and {type(other).__name__} do not mix")
        return other.to(self.unit).value

    def counts_with(self, unit: DoseUnit) -> bool:
        """Whether the unit is on this one's scale."""
        return (self.unit in _PER_MG) == (unit in _PER_MG)

    def to(self, unit: DoseUnit) -> Self:
        """The same amount counted in another unit of its scale; TypeError between mg and units."""
        if unit is self.unit:
            return self
        if self.unit not in _PER_MG or unit not in _PER_MG:
            raise TypeError(f"{self.unit} and {unit} do not mix")
        return type(self)(self.value * _PER_MG[self.unit] / _PER_MG[unit], unit)

    def settled(self) -> Self:
        return type(self)(settled(self.value), self.unit)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return False
        if (self.unit in _PER_MG) != (other.unit in _PER_MG):
            return False
        return self.value == other.to(self.unit).value

    def __hash__(self) -> int:
        return hash((type(self), self.value * _PER_MG.get(self.unit, Fraction(1)), self.unit in _PER_MG))

    def __add__(self, other: Self) -> Self:
        return type(self)(self.value + self._same(other), self.unit)

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.value - self._same(other), self.unit)

    def times(self, factor: Fraction | int) -> Self:
        return type(self)(self.value * factor, self.unit)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.value, self.unit))


class Amount(_OfDrug):
    """An amount of drug, in mg, mcg or units."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Amount:
        """Read "12.5 mg", "50 mcg", "640000 units"; ValueError on anything else."""
        number, _, unit = text.strip().partition(" ")
        return cls(fraction_of(number), DoseUnit(unit.strip()))

    @classmethod
    def zero(cls, unit: DoseUnit) -> Amount:
        return cls(0, unit)

    @classmethod
    def total(cls, amounts: Iterable[Amount], unit: DoseUnit) -> Amount:
        return sum(amounts, cls.zero(unit))

    @overload
    def __truediv__(self, other: Volume) -> Concentration: ...
    @overload
    def __truediv__(self, other: Concentration) -> Volume: ...
    def __truediv__(self, other: Volume | Concentration) -> Concentration | Volume:
        if isinstance(other, Volume):
            return Concentration(self.value / other.value, self.unit)
        if isinstance(other, Concentration):
            return Volume(self.value / other.to(self.unit).value)
        raise TypeError("an amount is divided by a volume or a concentration only")

    def __repr__(self) -> str:
        return f"Amount({self.text} {self.unit})"


class Concentration(_OfDrug):
    """An amount of drug per mL."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Concentration:
        """Read "0.04 mg/mL"; ValueError on anything else."""
        amount, slash, per = text.strip().partition("/")
        if not slash or per.strip() != "mL":
            raise ValueError(f"{text!r} is not an amount per mL")
        read = Amount.of(amount)
        return cls(read.value, read.unit)

    def __repr__(self) -> str:
        return f"Concentration({self.text} {self.unit}/mL)"
