"""Every moment of a driven session by name: the running steps with their bars, then the forms."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.setup import StartSession
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.step import PauseReason
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.shown import Typed
from tests import courses
from tests.driving import MINUTE, Chair
from tests.ui.session_moments import FORMS, Shown, shown


def _step(number: int, seconds: int) -> Chair:
    chair = courses.at_step(number)
    chair.run(seconds)
    return chair


def _blocked() -> Chair:
    """A check was made, and then it grew too old."""
    chair = courses.ready(9)
    chair.wait(6 * MINUTE)
    return chair


def _partly(wait: int) -> Chair:
    chair = courses.at_step(9)
    chair.run(wait)
    chair.check(oxygen=None, consciousness=None)
    return chair


def _going_up(number: int) -> Chair:
    chair = courses.ready(number)
    chair.do(Escalate())
    return chair


def _checked_early() -> Chair:
    chair = courses.at_step(9)
    chair.run(13 * MINUTE)
    chair.check()
    return chair


def _resuming() -> Chair:
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.WAITING_FOR_PRESCRIBER))
    chair.do(ReportPumpStopped())
    chair.wait(2 * MINUTE)
    chair.check()
    chair.do(Resume())
    return chair


def _pausing() -> Chair:
    chair = courses.at_step(9)
    chair.do(Pause(reason=PauseReason.WAITING_FOR_PRESCRIBER))
    return chair


def _first_bag() -> Chair:
    chair = courses.set_up()
    chair.do(StartSession())
    return chair


def _second_bag() -> Chair:
    chair = courses.ready(4)
    chair.do(Escalate())
    chair.do(ReportPumpStopped())
    return chair


DIFFERS = "The pump shows 200 mL/h, it must show 20 mL/h: set the pump to 20 mL/h or stop it."
REFUSED = "Not yet. Again, too old: heart rate, blood pressure, oxygen, consciousness; skin, chest, general."
RUNNING: dict[str, Callable[[], Shown]] = {
    "step 1": lambda: shown(_step(1, 11)),
    "step 4 ends, bag next": lambda: shown(_step(4, 14 * MINUTE)),
    "step 9": lambda: shown(_step(9, 648)),
    "step 9 over": lambda: shown(_step(9, 15 * MINUTE + 30)),
    "step 9 late": lambda: shown(_step(9, 18 * MINUTE + 38)),
    "step 9 very late": lambda: shown(_step(9, 27 * MINUTE)),
    "checked early": lambda: shown(_checked_early()),
    "may go up": lambda: shown(courses.ready(9)),
    "may hang bag 3": lambda: shown(courses.ready(8)),
    "check partly made": lambda: shown(_partly(16 * MINUTE)),
    "check too old to go up": lambda: shown(_blocked()),
    "refused in the strip": lambda: shown(_blocked(), "", Typed(notice=REFUSED)),
    "going up": lambda: shown(_going_up(9)),
    "going up, rate wrong": lambda: shown(
        _going_up(9),
        "",
        Typed(
            form=FormDraft(texts={"pump_rate": "200"}),
            problems={"pump_rate": DIFFERS},
        ),
    ),
    "first bag": lambda: shown(_first_bag()),
    "bag 2: label": lambda: shown(_second_bag()),
    "pausing": lambda: shown(_pausing()),
    "resuming": lambda: shown(_resuming()),
    "last step": lambda: shown(_step(12, 4 * MINUTE)),
    "last step, half-way": lambda: shown(_step(12, 9 * MINUTE)),
    "last step, check near": lambda: shown(_step(12, 13 * MINUTE)),
    "last step, late": lambda: shown(_step(12, 26 * MINUTE)),
    "last step, hours": lambda: shown(_step(12, 150 * MINUTE)),
    "last step, bag empty": lambda: shown(_step(12, 190 * MINUTE)),
}
MOMENTS: dict[str, Callable[[], Shown]] = {**RUNNING, **FORMS}
