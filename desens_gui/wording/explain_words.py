"""Where a number of a plan comes from, in words: formula, inputs, rounding, source."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.decimal_text import exact_text
from desens_gui.domain.plan.explain import OF_BAGS, Cell, Explanation, Formula, Name
from desens_gui.domain.protocol.about import Source
from desens_gui.domain.quantities import Amount, Concentration, Duration, Quantity, Rate, Volume
from desens_gui.wording.about_words import certainty_name
from desens_gui.wording.numbers import amount, concentration, minutes, number, rate, unit_name, volume
from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words

SECONDS = 60  # in a minute

CELLS: dict[Cell, Callable[[Words], str]] = {
    Cell.BAG_VOLUME: lambda words: words("volume"),
    Cell.BAG_DRUG: lambda words: words("drug"),
    Cell.BAG_CONCENTRATION: lambda words: words("concentration"),
    Cell.BAG_USED: lambda words: words("used"),
    Cell.BAG_DISCARD: lambda words: words("discard"),
    Cell.RATE: lambda words: words("rate"),
    Cell.MINUTES: lambda words: words("time"),
    Cell.VOLUME: lambda words: words("volume"),
    Cell.DOSE: lambda words: words("dose"),
    Cell.CUMULATIVE: lambda words: words("total dose"),
    Cell.ELAPSED: lambda words: words("elapsed time"),
}

FORMULAS: dict[Formula, Callable[[Words], str]] = {
    Formula.PROTOCOL: lambda words: words("as the protocol has it"),
    Formula.SCALED: lambda words: words("changed here with the final rate"),
    Formula.EDITED: lambda words: words("edited here"),
    Formula.COMPOUNDED: lambda words: words("as the pharmacy made it"),
    Formula.NEEDED: lambda words: words("as much as the steps need"),
    Formula.DILUTED: lambda words: words(
        "target dose x dilution x volume of the bag / volume of the last bag"
    ),
    Formula.OWN_STRENGTH: lambda words: words("the protocol's concentration x volume of the bag"),
    Formula.TARGET_LESS_GIVEN: lambda words: words("target dose - what the earlier bags give"),
    Formula.WHOLE_TARGET: lambda words: words("the whole target dose"),
    Formula.DRUG_BY_VOLUME: lambda words: words("drug / volume of the bag"),
    Formula.SUM_OF_STEPS: lambda words: words("sum of the volumes of its steps"),
    Formula.VOLUME_LESS_USED: lambda words: words("volume of the bag - what is used"),
    Formula.RATE_BY_TIME: lambda words: words("rate x time"),
    Formula.LEFT_IN_BAG: lambda words: words("volume of the bag - what its earlier steps use"),
    Formula.TO_TARGET: lambda words: words("(target dose - dose given before) / concentration"),
    Formula.VOLUME_BY_RATE: lambda words: words("volume / rate"),
    Formula.VOLUME_BY_STRENGTH: lambda words: words("volume x concentration"),
    Formula.SUM_SO_FAR: lambda words: words("the step before + this step"),
}

NAMES: dict[Name, Callable[[Words], str]] = {
    Name.TARGET: lambda words: words("target dose"),
    Name.DILUTION: lambda words: words("dilution"),
    Name.BAG_VOLUME: lambda words: words("volume of the bag"),
    Name.LAST_BAG_VOLUME: lambda words: words("volume of the last bag"),
    Name.STRENGTH: lambda words: words("concentration"),
    Name.GIVEN_BEFORE: lambda words: words("dose given before"),
    Name.DRUG: lambda words: words("drug"),
    Name.USED: lambda words: words("used"),
    Name.USED_BEFORE: lambda words: words("used by earlier steps"),
    Name.FINAL_RATE: lambda words: words("final rate"),
    Name.RATE: lambda words: words("rate"),
    Name.TIME: lambda words: words("time"),
    Name.VOLUME: lambda words: words("volume"),
    Name.DOSE: lambda words: words("dose"),
    Name.BEFORE: lambda words: words("the step before"),
}


def explanation_lines(found: Explanation, sources: tuple[Source, ...], words: Words) -> tuple[str, ...]:
    """The number, its formula, each input, the rounding, each source."""
    place = words("Bag {n}", n=found.row) if found.cell in OF_BAGS else words("Step {n}", n=found.row)
    shown = quantity(found.value, words)
    lines = [
        words("{place}, {what}: {value}", place=place, what=CELLS[found.cell](words), value=shown),
        words("Worked out as: {formula}", formula=FORMULAS[found.formula](words)),
        *(f"{NAMES[given.name](words)}: {quantity(given.value, words)}" for given in found.inputs),
        _rounding(found, shown, words),
    ]
    lines += [_source(source, words) for source in sources if source.key in found.sources]
    return tuple(lines)


def quantity(value: Quantity, words: Words) -> str:
    """Any number of a plan with its unit, rounded for the eye."""
    match value:
        case Amount():
            return amount(value, words)
        case Concentration():
            return concentration(value, words)
        case Volume():
            return volume(value)
        case Rate():
            return rate(value)
        case Duration():
            return minutes(value)
        case _:
            return number(value)


def _rounding(found: Explanation, shown: str, words: Words) -> str:
    exact = _exact(found.value, words)
    if exact == shown:
        return words("Not rounded.")
    if found.exact:
        return words("Rounded for the eye; exactly {value}.", value=exact)
    return words("Rounded for the eye; {value} to 12 digits, the plan keeps the exact fraction.", value=exact)


def _exact(value: Quantity, words: Words) -> str:
    """With every digit that the record has, and the unit of `quantity`; what is none of these is a time."""
    match value:
        case Amount():
            return f"{_grouped(value.text)} {unit_name(value.unit, words)}"
        case Concentration():
            return f"{_grouped(value.text)} {unit_name(value.unit, words)}/mL"
        case Volume():
            return f"{_grouped(value.text)} mL"
        case Rate():
            return f"{_grouped(value.text)} mL/h"
        case _:
            return f"{_grouped(exact_text(value.value / SECONDS))} min"


def _grouped(text: str) -> str:
    whole, point, decimals = text.partition(".")
    return f"{int(whole):,}{point}{decimals}"


def _source(source: Source, words: Words) -> str:
    return words(
        "Source, {certainty}: {title}, {where}",
        certainty=certainty_name(source.certainty, words),
        title=plain(source.title),
        where=plain(source.where),
    )
