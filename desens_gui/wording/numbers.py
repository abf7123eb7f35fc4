"""Every number as a person reads it: the only place that rounds for the eye.

From 1 up at most 3 decimals with integer digits never rounded away, below 1 at most 4 significant digits,
half-even. No trailing zero, a leading zero, a comma from 1,000, a space before the unit, "units" written out,
mcg and never a Greek letter: the list of error-prone abbreviations (ISMP).
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import assert_never

from desens_gui.domain.decimal_text import plain
from desens_gui.domain.quantities import Amount, Concentration, DoseUnit, Duration, Quantity, Rate, Volume
from desens_gui.wording.words import ENGLISH, Words

MINUS = "\N{MINUS SIGN}"
DECIMALS_FROM_ONE = 3
SIGNIFICANT_BELOW_ONE = 4
BRIEF_BELOW_ONE = 2
SECONDS_SHOWN_BELOW_MIN = 10


def number(value: Quantity | Fraction | int) -> str:
    """ "0.5", "1,296,700", "922.681"; a minus is U+2212. The value is in the quantity's own unit."""
    exact = value.value if isinstance(value, Quantity) else Fraction(value)
    text = plain(_rounded(abs(exact)))
    whole, point, decimals = text.partition(".")
    shown = f"{int(whole):,}{point}{decimals}"
    return f"{MINUS}{shown}" if exact < 0 and shown != "0" else shown


def _rounded(exact: Fraction) -> Decimal:
    if exact >= 1:
        thousandths = round(exact * 10**DECIMALS_FROM_ONE)  # Fraction rounds half to even
        return Context(prec=len(str(thousandths))).scaleb(Decimal(thousandths), -DECIMALS_FROM_ONE)
    context = Context(prec=SIGNIFICANT_BELOW_ONE, rounding=ROUND_HALF_EVEN)
    return context.divide(Decimal(exact.numerator), Decimal(exact.denominator))


def brief(value: Quantity | Fraction | int) -> str:
    """For a narrow column of worked-out numbers: three decimals; below 0.01 two significant digits."""
    exact = value.value if isinstance(value, Quantity) else Fraction(value)
    if abs(exact) >= Fraction(1, 10 ** (DECIMALS_FROM_ONE - 1)):
        return number(round(exact, DECIMALS_FROM_ONE))
    context = Context(prec=BRIEF_BELOW_ONE, rounding=ROUND_HALF_EVEN)
    return number(Fraction(context.divide(Decimal(exact.numerator), Decimal(exact.denominator))))


def signed(value: Quantity | Fraction | int) -> str:
    """A change: "+22", "\N{MINUS SIGN}16", "0"."""
    text = number(value)
    return text if text == "0" or text.startswith(MINUS) else f"+{text}"


def unit_name(unit: DoseUnit, words: Words = ENGLISH) -> str:
    match unit:
        case DoseUnit.MG:
            return words.within("dose unit", "mg")
        case DoseUnit.MCG:
            return words.within("dose unit", "mcg")
        case DoseUnit.UNITS:
            return words.within("dose unit", "units")
        case _:
            assert_never(unit)


def amount(value: Amount, words: Words = ENGLISH) -> str:
    """ "2,000 mg", "1,296,700 units"."""
    return f"{number(value)} {unit_name(value.unit, words)}"


def volume(value: Volume) -> str:
    """ "232.5 mL"."""
    return f"{number(value)} mL"


def rate(value: Rate) -> str:
    """ "20 mL/h"."""
    return f"{number(value)} mL/h"


def concentration(value: Concentration, words: Words = ENGLISH) -> str:
    """ "0.04 mg/mL"."""
    return f"{number(value)} {unit_name(value.unit, words)}/mL"


def minutes(value: Duration) -> str:
    """ "15 min", "174.375 min"."""
    return f"{number(value.in_minutes)} min"


def percent(value: Quantity | Fraction | int) -> str:
    """ "92 %"; the value is already in hundredths."""
    return f"{number(value)} %"


def clock(remaining: Duration) -> str:
    """Time left "04:12", past the end "+03:38", from an hour up "2:54:23". 00:00 means that none is left."""
    seconds = -(-remaining.value // 1)
    return f"+{_mm_ss(-seconds)}" if seconds < 0 else _mm_ss(seconds)


def stopwatch(elapsed: Duration) -> str:
    """Time since something, in whole seconds that are over: "00:07", "1:02:33"."""
    return _mm_ss(max(0, elapsed.value // 1))


def _mm_ss(seconds: int) -> str:
    whole_minutes, left = divmod(seconds, 60)
    hours, rest = divmod(whole_minutes, 60)
    return f"{hours}:{rest:02d}:{left:02d}" if hours else f"{rest:02d}:{left:02d}"


def hours_minutes(value: Duration) -> str:
    """Hours and minutes from a start, "0:00", "2:45"; the nearest minute, half-even."""
    hours, rest = divmod(round(value.in_minutes), 60)
    return f"{hours}:{rest:02d}"


def duration_words(value: Duration, words: Words = ENGLISH) -> str:
    """ "45 s", "3 min 20 s", "39 min", "5 h 39 min"; seconds only below ten minutes, nearest, half-even."""
    seconds = round(abs(value.value))
    whole_minutes, left = divmod(seconds, 60)
    if whole_minutes >= SECONDS_SHOWN_BELOW_MIN:
        whole_minutes, left = round(Fraction(abs(value.value), 60)), 0
    hours, rest = divmod(whole_minutes, 60)
    parts = (
        (hours, words("{n} h", n=f"{hours:,}")),
        (rest, words("{n} min", n=rest)),
        (left, words("{n} s", n=left)),
    )
    shown = " ".join(text for count, text in parts if count) or words("{n} s", n=0)
    return f"{MINUS}{shown}" if value.value < 0 and seconds else shown
