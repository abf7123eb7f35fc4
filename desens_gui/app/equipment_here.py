"""The pump of this site, and the labels that come with the program: what plans are held against."""

from __future__ import annotations

from pathlib import Path

from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.system.equipment import load_equipment, load_labelled
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import Words


def equipment_here(path: Path, words: Words) -> tuple[HeldAgainst, str]:
    """And what is wrong with the site's file, which then names no pump; "" when nothing is."""
    labelled = load_labelled()
    if not path.exists():
        return HeldAgainst(labelled=labelled), ""
    try:
        return HeldAgainst(pump=load_equipment(path).pump, labelled=labelled), ""
    except TomlProblem as problem:
        return HeldAgainst(labelled=labelled), fault_sentence(problem.fault, words)
