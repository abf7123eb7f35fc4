"""What one part found: how much was tried, what was lost, and a table of all parts."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """losses: by name, all must be zero. wanted: what must hold besides. counts: what else was counted."""

    part: str
    tried: int
    of_what: str
    losses: dict[str, int]
    wanted: dict[str, bool] = {}
    counts: dict[str, int] = {}
    note: str = ""
    skipped: str = ""

    @property
    def lost(self) -> int:
        return sum(self.losses.values()) + sum(not holds for holds in self.wanted.values())

    @property
    def verdict(self) -> str:
        if self.skipped:
            return "SKIPPED"
        return "LOSSES" if self.lost else "good"

    def as_json(self) -> dict[str, object]:
        return {**self._asdict(), "verdict": self.verdict}


def joined(part: str, figures: list[Figure]) -> Figure:
    """The same part done in several pieces."""
    names = list(dict.fromkeys(name for figure in figures for name in figure.losses))
    return figures[0]._replace(
        part=part,
        tried=sum(figure.tried for figure in figures),
        losses={name: sum(figure.losses.get(name, 0) for figure in figures) for name in names},
        counts={name: sum(figure.counts[name] for figure in figures) for name in figures[0].counts},
        wanted={name: all(f.wanted[name] for f in figures) for name in figures[0].wanted},
    )


def table(figures: list[Figure]) -> str:
    """One line for each part; every number in the column of losses should be zero."""
    rows = [("part", "tried", "losses", "", "note"), *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def _row(figure: Figure) -> tuple[str, ...]:
    losses = [f"{name} {count}" for name, count in figure.losses.items()]
    failed = [f"not {name}" for name, holds in figure.wanted.items() if not holds]
    counts = [f"{name} {count:,}" for name, count in figure.counts.items()]
    note = figure.skipped or ", ".join([*counts, *filter(None, [figure.note])])
    tried = "" if figure.skipped else f"{figure.tried:,} {figure.of_what}"
    return (figure.part, tried, ", ".join([*losses, *failed]), figure.verdict, note)
