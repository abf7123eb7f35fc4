"""What holds for every session: the dose adds up, the wall clock does not matter."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desens_gui.domain.commands.ending import EndSession, ReportFlushed
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.step import Escalate, Pause, Resume
from desens_gui.domain.events.ending import Ending, SessionEnded
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.ledger import given_by_step
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan.resolve import resolve
from desens_gui.domain.protocol.protocol import LastBag, Protocol, Status
from desens_gui.domain.quantities import Amount, Volume
from desens_gui.domain.stage import ChangingBag
from tests import readings
from tests.courses import HOUR, at_step, bag_runs_empty, hang, told_rate
from tests.domain.plan.recipes import amounts, sound_protocols
from tests.driving import Chair, policy_with


@pytest.mark.hazard("H-04", "H-08")
@pytest.mark.requirement("R-S12-1", "R-S5-2")
@settings(max_examples=40)
@given(sound_protocols(), amounts)
def test_a_session_as_planned_gives_exactly_the_target(protocol: Protocol, target: Amount) -> None:
    protocol = msgspec.structs.replace(protocol, status=Status.VERIFIED, last_bag=LastBag.CORRECTED)
    plan = resolve(PlanInputs(protocol=protocol, drug="CARBOplatin", target=target))
    if not isinstance(plan, Plan):
        return  # the earlier bags alone reach the target
    line = Volume(plan.last_step.volume.value / 2)
    chair = at_step(plan.last_step.number, policy=policy_with(line_volume=line, flush=line), plan=plan.inputs)
    bag_runs_empty(chair)
    chair.wait(HOUR)
    chair.do(ReportFlushed(volume_ml=line))
    chair.do(ReportPumpStopped())
    chair.wait(HOUR)
    assert chair.given == target
    chair.check()
    (ended,) = chair.do(EndSession(ending=Ending.COMPLETED))
    assert isinstance(ended, SessionEnded)
    assert ended.given == target.settled()
    assert ended.tolerance
    for part in given_by_step(chair.session.ledger, plan, chair.now_ns):
        assert part.volume == plan.step(part.step).volume
    assert fold(chair.records) == chair.state


actions = st.lists(
    st.tuples(
        st.sampled_from(["wait", "check", "up", "run", "pause", "stop", "resume", "reaction", "error"]),
        st.integers(0, 1200),
        st.integers(-5 * HOUR, 5 * HOUR),
    ),
    max_size=25,
)


def act(chair: Chair, name: str) -> None:
    """One action as far as it is allowed; what is refused is refused."""
    stage = chair.session.stage
    if name == "run" and isinstance(stage, ChangingBag):
        hang(chair)
    number = getattr(stage, "to_step", None) or chair.step_number
    commands: dict[str, Command] = {
        "check": readings.check(chair.now),
        "up": Escalate(none_new=True),
        "run": ReportPumpRunning(rate_ml_h=told_rate(chair, number)),
        "pause": Pause(reason=PauseReason.TOILET),
        "stop": ReportPumpStopped(),
        "resume": Resume(),
        "reaction": CallReaction(),
        "error": EnterReactionInError(reason="wrong key"),
    }
    if name in commands:
        chair.submit(commands[name])


@pytest.mark.hazard("H-12")
@pytest.mark.requirement("R-D6-1")
@settings(max_examples=60)
@given(st.integers(1, 12), actions)
def test_setting_the_wall_clock_changes_no_elapsed_time_and_no_dose(
    first: int, script: list[tuple[str, int, int]]
) -> None:
    steady, shifted = at_step(first), at_step(first)
    for name, seconds, shift in script:
        for chair in (steady, shifted):
            chair.wait(seconds)
            if chair is shifted:
                chair.clock.step_wall(shift)
            act(chair, name)
        assert type(shifted.session.stage) is type(steady.session.stage)
        assert shifted.now_ns == steady.now_ns
        assert shifted.step_elapsed == steady.step_elapsed
        assert shifted.given == steady.given
    assert [type(record.event) for record in shifted.records] == [
        type(record.event) for record in steady.records
    ]
