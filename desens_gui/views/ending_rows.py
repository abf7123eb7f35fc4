"""The rows to the end of the session, in order, each done, current or to come."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.decide.ending import observation_left
from desens_gui.domain.decide.resume import resume_problems
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals.general import OrderNeeded
from desens_gui.domain.schedule import check_times
from desens_gui.domain.stage import Ended, Flushing, Observing
from desens_gui.views.ending_list import called_ending
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ordered import OrderedRow
from desens_gui.views.prescriber import order_rows
from desens_gui.views.pump_clock import stopped_note
from desens_gui.views.pump_entry import Problems, field, rate_field, shows_stopped, stop_time
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers
from desens_gui.wording.refusals import not_yet

CUT_SHORT = "cut_short_by"


def ending_rows(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    rows = [
        *(_bag_and_flush(scene, refused) if scene.session.emptied else ()),
        *_pump(scene, draft, problems, refused),
        *_after_drug(scene, draft, problems, refused),
    ]
    return tuple(replace(row, number=str(number)) for number, row in enumerate(rows, start=1))


def _bag_and_flush(scene: Scene, refused: dict[str, str]) -> tuple[OrderedRow, ...]:
    """Where the session was stopped before the flush, nobody is asked for it."""
    words, stage, called = scene.words, scene.session.stage, called_ending(scene)
    empty = OrderedRow(
        code="bag_empty", title=words("Bag {bag} empty", bag=scene.plan.last_step.bag), state="done"
    )
    if called not in (None, Ending.COMPLETED):
        return (empty,)
    waits = isinstance(stage, Flushing) and not stage.flushed
    flushed = OrderedRow(
        code="flushed",
        title=words("Line flushed, {volume} at the same rate", volume=numbers.volume(scene.policy.flush)),
        sub=words("A reaction in the flush is a reaction in the last step"),
        state="current" if waits else "done",
        problem=refused.get("flushed", ""),
    )
    return (empty, flushed)


def _pump(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    """Stopping is open at any time; a pump that stopped before the line was flushed may be started again."""
    words, stage, runs = scene.words, scene.session.stage, scene.session.pump_runs
    flushed = isinstance(stage, Flushing) and stage.flushed
    stopped = OrderedRow(
        code="pump_stopped",
        title=words("Pump stopped"),
        sub=stopped_note(scene),
        state="done" if not runs else ("current" if flushed else "to_come"),
        problem=refused.get("pump_stopped", ""),
        fields=(stop_time(scene, draft, problems),) if runs else (),
        action=shows_stopped(scene, key="F2" if flushed else "F8", current=flushed) if runs else None,
    )
    if runs or flushed or not isinstance(stage, Flushing):
        return (stopped,)
    against = resume_problems(scene.asking, None)
    of_check = tuple(reason for reason in against if not isinstance(reason, OrderNeeded))
    again = OrderedRow(
        code="running",
        title=words("Or start the pump again for the flush"),
        sub=words("After a fresh check. Then type the rate it shows"),
        problem=refused.get("running", ""),
        fields=(rate_field(scene, draft, problems),),
        action=ActionView(
            intent="pump_running",
            label=words("Pump is running"),
            blocked_reason=not_yet(words, of_check or against),
        ),
    )
    asked = (
        order_rows(scene, draft, problems, refused, number=1, current=False) if against != of_check else ()
    )
    return (stopped, *asked, again)


def _after_drug(
    scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> tuple[OrderedRow, ...]:
    """A session that was stopped needs no end check, one without a drug nothing to wait for."""
    session, words = scene.session, scene.words
    if isinstance(session.stage, Ended):
        title = words("Session closed {time}", time=scene.hh_mm(session.stage.at_ns))
        closed = OrderedRow(code="closed", title=title, state="done")
        checked = OrderedRow(code="end_check", title=words("End check"), state="done")
        return (checked, closed) if session.end_check else (closed,)
    if not session.drug_ran:
        return ()
    observation = _observation(scene, draft, problems, refused)
    return (observation,) if called_ending(scene) is not None else (_end_check(scene), observation)


def _end_check(scene: Scene) -> OrderedRow:
    words, session = scene.words, scene.session
    times = check_times(session, scene.policy)
    sub = words("Full vitals and symptoms, none pre-filled.")
    if times is not None:
        sub = f"{sub} {words('Due {time}', time=scene.hh_mm(times.due_ns))}"
    is_due = times is not None and scene.now_ns >= times.due_ns
    return OrderedRow(
        code="end_check",
        title=words("End check"),
        sub=sub,
        state="done" if session.end_check else ("current" if is_due else "to_come"),
        action=ActionView(intent="open_check", label=words("Start check"), icon="pulse") if is_due else None,
    )


def _observation(scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]) -> OrderedRow:
    words, until = scene.words, scene.observation_over_ns
    observing = isinstance(scene.session.stage, Observing)
    over = observing and observation_left(scene.session, scene.now_ns) == Duration(0)
    name = field(draft, problems, CUT_SHORT, words("Leaves early: name"), hint=words("name"), kind="text")
    return OrderedRow(
        code="observation",
        title=words("Observation over"),
        sub=words("{time}. Earlier is against advice and needs a name", time=scene.hh_mm_ss(until))
        if until is not None
        else words("After the pump is stopped"),
        state="done" if over else "to_come",
        problem=refused.get("finish", ""),
        fields=(name,) if observing and not over else (),
    )
