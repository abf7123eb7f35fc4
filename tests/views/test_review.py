"""Review says what the chair said at that moment, and what the whole came to."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.course.steps_then import StepsThen
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.quantities import NS_PER_SECOND
from desens_gui.domain.recorded import PROGRAM
from desens_gui.session.review import Review
from desens_gui.views.bedside import bedside
from desens_gui.views.live_column import live_column
from desens_gui.views.parts.chart import Looking
from desens_gui.views.parts.review import ReviewView
from desens_gui.views.review import SPEEDS, Playing, Under, faster, review, review_frame, under
from desens_gui.views.review_events import event_rows
from desens_gui.views.review_summary import FileFacts, file_card, summary_card
from desens_gui.views.scene import Scene
from desens_gui.views.trend import Trend
from desens_gui.wording.words import ENGLISH
from tests import readings, trends
from tests.courses import at_step, first_bag, opened, set_up, told_rate
from tests.driving import MINUTE, Chair, order
from tests.parts import closing, moved

STANDING = Playing()


def whole_of(chair: Chair) -> Under:
    file = FileFacts(name="a.desens", code="312-8A31-77F0", verdict="intact")
    return under(course_of(chair.records), file, ENGLISH)


def seen(chair: Chair, seq: int, playing: Playing = STANDING) -> tuple[Scene, ReviewView]:
    whole, read = whole_of(chair), Review(chair.records)
    moment = read.at_seq(seq)
    assert moment is not None
    scene = Scene(session=moment.state, stamp=moment.stamp, words=ENGLISH, mode="review")
    courses = StepsThen(chair.records, read.course.history).courses(moment.state.seq, moment.now_ns)
    chart = Trend(whole.course, ENGLISH).view(
        whole.end_ns, Looking("all", moment.now_ns / NS_PER_SECOND), live=False
    )
    return scene, review(scene, whole, courses, chart, playing)


def live(chair: Chair) -> Scene:
    return Scene(session=chair.session, stamp=chair.records[-1].stamp, words=ENGLISH)


@pytest.mark.parametrize("session", [trends.running, trends.paused, trends.reacting])
def test_at_a_fact_step_timer_and_dose_are_those_of_the_chair(session: object) -> None:
    """The chair is looked at right after a fact; it goes on, and the file is read again at that fact."""
    chair: Chair = session()  # type: ignore[operator]
    seq = len(chair.records)
    course = course_of(chair.records)
    scene = live(chair)
    at_chair = live_column(scene, course.steps(scene.now_ns))
    facts = [fact.value for fact in bedside(scene, course.steps(scene.now_ns)).step.facts]
    trends.pass_time(chair, 5 * MINUTE)
    chair.do(readings.only(chair.now, heart_rate=99))
    _, shown = seen(chair, seq)
    assert shown.then is not None
    assert shown.then.timer == at_chair.timer
    without = [msgspec.structs.replace(row, start="") for row in at_chair.ladder.rows]
    assert [msgspec.structs.replace(row, start="") for row in shown.then.ladder.rows] == without
    assert [pair.value for pair in shown.moment.pairs] == facts


def test_the_frame_cannot_be_taken_for_the_chair() -> None:
    chair = trends.reacting()
    scene, _ = seen(chair, len(chair.records))
    frame = review_frame(scene, whole_of(chair))
    assert [tag.text for tag in frame.banner.tags] == ["SIMULATION", "REVIEW, NOT LIVE"]
    assert frame.alarm.level == "none"
    assert "Reaction" in frame.alarm.text
    assert frame.alarm.note == "The session was still running when this was read"
    assert frame.actions.reaction is None
    intents = [each.intent for each in frame.actions.secondary]
    assert intents == ["close"]
    assert frame.actions.primary is not None
    assert (frame.actions.primary.intent, frame.actions.primary.key) == ("export", "F10")
    assert frame.status.file == "a.desens"
    assert frame.status.saved == "Opened read only"
    assert review_frame(scene, whole_of(chair), "Handover page saved").alarm.note == "Handover page saved"


def test_a_closed_session_says_when_it_was_closed() -> None:
    chair = trends.completed()
    scene, _ = seen(chair, 50)
    assert review_frame(scene, whole_of(chair)).alarm.note.startswith("Closed 22-Nov-2026 17:")


@pytest.mark.requirement("R-S21-take-over")
def test_a_part_says_where_it_goes_on_and_what_it_continues() -> None:
    chair = at_step(6)
    moved(chair)
    assert "Part 2, continues 2026-11-22-k7f3, compare code " in " ".join(told(chair)[1])
    chair.do(closing("ward-9"))
    scene, _ = seen(chair, 20)
    assert review_frame(scene, whole_of(chair)).alarm.note == "Goes on at ward-9"
    assert "Goes on at ward-9" in told(chair)[1]


def test_before_the_plan_there_is_no_step_to_show() -> None:
    chair = trends.running(2)
    _, shown = seen(chair, 2)
    assert shown.then is None
    assert [(pair.label, pair.value) for pair in shown.moment.pairs] == [("Stage", "Set-up")]
    assert shown.events.current == -1
    assert shown.scrubber.place.startswith("event 0 of ")


def test_rows_are_in_order_of_recording_with_marks_for_late_and_wrong_ones() -> None:
    chair = trends.entered_in_error()
    chair.do(readings.only(chair.ago(10 * MINUTE), heart_rate=91))
    rows = event_rows(course_of(chair.records), ENGLISH)
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)
    late = rows[-1]
    assert late.text.startswith("Late entry: Check")
    assert late.time < rows[-2].time
    (struck,) = [row for row in rows if row.struck]
    assert struck.text.startswith("Entered in error: REACTION called")
    assert struck.strong
    assert {row.who for row in rows} == {"Mara Lindt"}


def test_who_did_it() -> None:
    chair = trends.running(1)
    chair.wait(90)
    chair.tick()
    rows = event_rows(course_of(chair.records), ENGLISH)
    assert rows[-1].who == "Program"
    assert event_rows(CourseSoFar(), ENGLISH) == ()
    stranger = opened()
    stranger.record(trends.running(1).records[-1].event)  # a fact by somebody who never signed in
    assert [row.who for row in event_rows(course_of(stranger.records), ENGLISH)] == ["ml"]


def test_the_scrubber() -> None:
    chair = trends.completed()
    _, shown = seen(chair, 60)
    line = shown.scrubber
    assert 0 < line.at < line.end
    assert len(line.marks) == 12
    assert line.place == f"event {shown.events.current + 1} of {len(shown.events.rows)}"
    assert shown.events.rows[shown.events.current].seq <= 60 < shown.events.rows[shown.events.current + 1].seq
    assert (line.play.label, line.play.key) == ("Play", "Space")
    _, playing = seen(chair, 60, Playing(True, 60))
    assert playing.scrubber.play.label == "Stop playing"
    assert playing.scrubber.speed.label == "60\N{MULTIPLICATION SIGN}"
    assert [faster(speed) for speed in SPEEDS] == [SPEEDS[1], SPEEDS[2], SPEEDS[0]]
    assert shown.chart.cursor is not None
    assert shown.course.note.endswith(shown.chart.cursor.text)


# ---------------------------------------------------------------- summary


def told(chair: Chair) -> tuple[dict[str, str], list[str]]:
    whole = whole_of(chair)
    card = summary_card(whole.course, whole.end_ns, ENGLISH)
    lines = [part for line in card.lines for part in (line.strong, line.text) if part]
    return {pair.label: pair.value for pair in card.pairs}, lines


def test_a_completed_session() -> None:
    pairs, lines = told(trends.completed())
    assert pairs == {
        "Target": "400 mg",
        "Given": "400.07 mg",
        "Drug": "11:02 to 16:46",
        "Steps finished": "12 of 12",
        "Pauses": "none",
        "Checks": "18",
        "Observation": "16:46 to 17:46",
    }
    assert lines == ["Completed. Desensitized until the next dose is due", "No reaction"]


def test_a_reaction_that_is_open() -> None:
    pairs, lines = told(trends.reacting())
    assert pairs["Drug"] == "since 11:02"
    assert lines == ["Not ended: Reaction", "REACTION 13:13, step 9 at 06:40", "Given by then: 4.982 mg"]


def test_a_session_stopped_early_reads_unsafe() -> None:
    chair = trends.running(3, 60)
    chair.do(StopToday(ending=Ending.STOPPED_PATIENT_WISH))
    chair.do(ReportPumpStopped())
    chair.do(EndSession(ending=Ending.STOPPED_PATIENT_WISH, cut_short_by="Dr Haas"))
    pairs, lines = told(chair)
    assert lines[0] == "Stopped: patient's wish. Not desensitized: full dose unsafe"
    assert "Observation ended early, against advice" in lines
    assert pairs["Steps finished"] == "2 of 12"


def test_a_pause_and_a_reaction_before_the_first_step() -> None:
    assert told(trends.paused())[0]["Pauses"] == "1, 12 min"
    chair = first_bag()
    chair.do(CallReaction())
    pairs, lines = told(chair)
    assert pairs["Given"] == "nothing"
    assert lines[-1].startswith("REACTION ")
    assert lines[-1].endswith(", before the first step")
    assert "Target" not in told(opened())[0]
    assert told(set_up())[1][0] == "Not ended: Set-up"


def test_a_dose_nobody_is_sure_of_is_a_range() -> None:
    chair = trends.running(4, 120)
    stamp = chair.clock.now()
    chair.wait(5 * MINUTE)
    chair.do(ResumeProgram(last_seen=stamp, program="desens"), PROGRAM)
    chair.do(AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=False))
    pairs, _ = told(chair)
    assert pairs["Given, at least"] != pairs["Given, at most"]
    assert "Given" not in pairs


def test_a_step_that_began_again_is_named() -> None:
    chair = trends.running(4, 120)
    chair.do(Pause(reason=PauseReason.TOILET))
    chair.do(ReportPumpStopped())
    trends.pass_time(chair, 40 * MINUTE)
    chair.check(**trends.found(4))
    chair.do(Resume(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair, 4)))
    assert "Run again: step 4" in told(chair)[1]


def test_the_file() -> None:
    card = file_card(FileFacts(name="x", code="312-8A31-77F0", verdict="intact"), 1312, ENGLISH)
    assert [(pair.label, pair.value) for pair in card.pairs] == [("Entries", "1,312")]
    assert (card.lines[0].strong, card.lines[0].text) == ("312-8A31-77F0", "intact")
    assert file_card(FileFacts(), 3, ENGLISH).lines == ()
