"""What the nurse sees when facts do not reach the disk, and when they do again."""

from __future__ import annotations

from tests import courses
from tests.driving import MINUTE
from tests.ui.chair import ways
from tests.ui.chair.at_chair import AtChair
from tests.ui.chair.conftest import Begin
from tests.ui.chair.keyboard import F2, F5, F12


class DiskFull(Exception):
    """What the log says stands in the way."""


def saved(chair: AtChair) -> tuple[str, str]:
    view = chair.window.frame.status.view
    return view.saved, view.saved_state


def test_saved_then_saving_then_not_being_recorded_then_saved(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    assert saved(chair)[0].startswith("Saved ")
    chair.disk.fail(DiskFull("The disk is full: free some space."))
    chair.key(F5)
    chair.press("1")
    assert saved(chair) == ("saving", "saving")
    chair.wait(0.8)
    assert saved(chair) == ("saving", "saving")
    lost_at = ways.clock(chair.clock.now().utc_us - 800_000)
    chair.wait(0.4)
    assert saved(chair) == (f"NOT BEING RECORDED since {lost_at}", "lost")
    assert "NOT BEING RECORDED" in chair.alarm
    assert "The disk is full: free some space." in chair.alarm
    assert "Write on paper" in chair.alarm
    chair.disk.work_again()
    chair.wait(1)
    assert saved(chair)[1] == "saved"
    assert "NOT BEING" not in chair.alarm


def test_the_session_goes_on_while_nothing_is_recorded(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    chair.disk.fail(DiskFull("The disk is full: free some space."))
    chair.wait(15 * MINUTE)
    ways.check(chair)
    chair.again(F2)
    chair.wait(3)
    chair.enter("10")
    assert chair.step == 6
    chair.key(F12)
    assert chair.stage == "Reacting"
    assert "REACTION" in chair.alarm  # nothing stands above a reaction
    assert saved(chair)[1] == "lost"
    chair.disk.work_again()
    chair.wait(1)
    assert saved(chair)[1] == "saved"
    assert len(chair.disk.read_all()) == len(chair.live.records)


def test_a_problem_that_stops_nothing_yet_is_said_in_the_status(begin: Begin) -> None:
    chair = begin(courses.at_step(5))
    chair.disk.problem_now = DiskFull("The disk is nearly full: free some space.")
    chair.wait(1)
    assert saved(chair)[1] == "saved"
    assert "nearly full" in chair.window.frame.status.view.file
