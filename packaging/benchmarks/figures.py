"""One measured figure: ours, the baseline, the ratio of each pair, and what is to be reached."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """ours and baseline are in `unit`, pair by pair; goal is read by people."""

    id: str
    what: str
    unit: str
    ours: list[float]
    baseline: list[float]
    goal: str
    reached: bool

    @property
    def ratios(self) -> list[float]:
        return [mine / bare for mine, bare in zip(self.ours, self.baseline, strict=True)]

    @property
    def above(self) -> float:
        """Median of ours minus baseline, pair by pair."""
        return median(mine - bare for mine, bare in zip(self.ours, self.baseline, strict=True))

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "what": self.what,
            "unit": self.unit,
            "ours": _spread(self.ours),
            "baseline": _spread(self.baseline),
            "ratio": _spread(self.ratios),
            "above": round(self.above, 3),
            "goal": self.goal,
            "reached": self.reached,
        }


def _spread(values: list[float]) -> dict[str, float]:
    return {
        "min": round(min(values), 3),
        "median": round(median(values), 3),
        "max": round(max(values), 3),
    }


def table(figures: list[Figure]) -> str:
    """Medians, with the spread of the ratio."""
    heads = ("figure", "what", "ours", "baseline", "ratio (min to max)", "above", "goal", "")
    rows = [heads, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lines = (zip(row, widths, strict=True) for row in rows)
    return "\n".join("  ".join(cell.ljust(width) for cell, width in line) for line in lines)


def _row(figure: Figure) -> tuple[str, ...]:
    ratios = figure.ratios
    return (
        figure.id,
        figure.what,
        f"{median(figure.ours):.2f} {figure.unit}",
        f"{median(figure.baseline):.2f} {figure.unit}",
        f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})",
        f"{figure.above:.2f} {figure.unit}",
        figure.goal,
        "reached" if figure.reached else "NOT REACHED",
    )
