"""Take over here, from the window: looks into the file, takes it over, the program begins again with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desens_gui.app.taking_over import CannotTakeOver, Found, behind, clock_is_behind, look, take_over
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.paths import Folders
from desens_gui.ui.chair.taking import CannotTake
from desens_gui.views.banner import name
from desens_gui.wording.moments import birth_date, day, hour_minute_second
from desens_gui.wording.plain import plain
from desens_gui.wording.stages import stage_name
from desens_gui.wording.words import Words

BEGIN_AGAIN = 64
"""What the window's loop ends with when the program is to go on with another session."""


class WindowTaker:
    def __init__(self, place: Folders, words: Words) -> None:
        self._place = place
        self._words = words

    def look(self, file: Path) -> str:
        try:
            return whose(look(file), self._words)
        except StorageProblem as problem:
            raise CannotTake(sentence(problem, self._words)) from problem

    def take(self, file: Path, by: str, *, is_off: bool) -> None:
        try:
            take_over(file, self._place, by, self._words, is_off=is_off)
        except CannotTakeOver as cannot:
            raise CannotTake(str(cannot)) from cannot
        begin_again()


def begin_again() -> None:
    """The program closes its session and opens what is to be gone on with now."""
    QCoreApplication.exit(BEGIN_AGAIN)


def whose(found: Found, words: Words) -> str:
    """ "OKAFOR, Amara, 12-Mar-1968. Step running, step 2 of 12. Last entry ... at chair-4, ..."."""
    state = found.state
    patient = state.patient
    who = plain(name(patient, words))
    if patient is not None:
        who = words("{name}, {born}", name=who, born=birth_date(patient.born, words))
    stands = stage_name(words, state.stage)
    if state.step is not None and state.plan is not None:
        total = len(state.plan.steps)
        stands = words("{stage}, step {step} of {total}", stage=stands, step=state.step.number, total=total)
    moment = (found.last_us, state.zone_offset_min)
    said = words(
        "{who}. {stands}. Last entry {day} {time} at {workstation}, compare code {code}.",
        who=who,
        stands=stands,
        day=day(*moment, words),
        time=hour_minute_second(*moment),
        workstation=plain(found.workstation),
        code=found.code,
    )
    return f"{said} {behind(words)}" if clock_is_behind(found) else said
