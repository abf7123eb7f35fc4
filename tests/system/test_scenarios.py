"""Scenario files as they are read."""

from __future__ import annotations

from pathlib import Path

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.setup import SetPlan, SetPolicy
from desens_gui.domain.events.step import PromptKind
from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, RateScale, StepRate
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Duration, Rate, Volume
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.session.scenario import (
    ClockStep,
    Crash,
    Entry,
    Reboot,
    Restart,
    Sleep,
    Stall,
    WaitFor,
    Written,
)
from desens_gui.system.scenarios import scenario_ids, scenario_path
from tests.scenarios.runs import HEAD, load

DO = HEAD + "[[do]]\n"


def entries(folder: Path, text: str) -> tuple[Entry, ...]:
    return load(folder, text).entries


BLOCK = HEAD + "[[blocks.up]]\nrecord_note = { text = '{a} and {b}, {step}' }\n[[do]]\nblock = 'up'\n"


def test_a_shipped_scenario_is_named_by_its_id() -> None:
    assert "01-demo-12-step" in scenario_ids()
    assert scenario_path("01-demo-12-step").name == "01-demo-12-step.toml"
    assert scenario_path("my/own.toml") == Path("my/own.toml")


def test_a_protocol_may_lie_beside_the_scenario(tmp_path: Path) -> None:
    shipped = Path(scenario_path("01-demo-12-step")).parent.parent / "protocols" / "rdd-3bag-12step.toml"
    (tmp_path / "own.toml").write_text(
        shipped.read_text("utf-8").replace('"rdd-3bag-12step"', '"own"'), "utf-8"
    )
    text = HEAD.replace("rdd-3bag-12step", "own.toml") + "[[do]]\nset_plan = {}\n"
    action = entries(tmp_path, text)[0].action
    assert isinstance(action, SetPlan)
    assert action.inputs.protocol.id == "own"


def test_what_happens_to_the_machine(tmp_path: Path) -> None:
    text = HEAD + "".join(
        f"[[do]]\n{each}\n"
        for each in (
            "sleep = '1 s'",
            "stall = '1 s'",
            "clock_step = '-1 s'",
            "restart = '1 s'",
            "reboot = '1 s'",
            "crash = true",
        )
    )
    second = 1_000_000_000
    read = entries(tmp_path, text)
    assert [entry.action for entry in read] == [
        Sleep(second),
        Stall(second),
        ClockStep(-second),
        Restart(second),
        Reboot(second),
        Crash(),
    ]
    assert {entry.by for entry in read} == {PROGRAM}


def test_turns(tmp_path: Path) -> None:
    text = HEAD + (
        "[[do]]\nwhen = 'prompt check_soon'\nafter = '5 s'\nstay_on_step = {}\n"
        "[[do]]\nwhen = 'bag empty'\nstay_on_step = {}\n[[do]]\nat = '00:00:01'\nstay_on_step = {}\n"
    )
    read = entries(tmp_path, text)
    assert [(entry.wait, entry.after_ns, entry.at_ns) for entry in read] == [
        (PromptKind.CHECK_SOON, 5_000_000_000, None),
        (WaitFor.BAG_EMPTY, 0, None),
        (None, 0, 1_000_000_000),
    ]
    assert {entry.by for entry in read} == {Actor("ml", Role.NURSE)}


def test_a_block_waits_before_its_first_command_and_takes_its_values(tmp_path: Path) -> None:
    text = BLOCK + "after = '5 s'\nby = 'ml'\nwith = { a = 1.5, b = 'x' }\n"
    waiting, note = entries(tmp_path, text)
    assert (waiting.action, waiting.after_ns) == (None, 5_000_000_000)
    assert isinstance(note.action, Written)
    assert note.action.fields == {"text": "1.5 and x, {step}"}
    assert (note.line, note.block_line) == (26, 24)


def test_a_block_may_be_given_whole_values(tmp_path: Path) -> None:
    text = (
        HEAD + "[[blocks.c]]\ncheck = { from = 'usual', spo2 = '{o}', signs = '{s}', not_asked = ['{n}'] }\n"
    )
    text += "[[do]]\nblock = 'c'\nwith = { o = 91, s = { skin = ['hives mild'] }, n = 'general' }\n"
    (check,) = entries(tmp_path, text)
    assert isinstance(check.action, Written)
    assert check.action.fields["vitals"]["spo2"]["percent"] == 91
    answers = {each["system"]: each for each in check.action.fields["symptoms"]}
    assert answers["skin"]["signs"] == [{"code": "hives", "severity": "mild"}]
    assert "general" not in answers


def test_a_check_in_short_is_a_whole_check(tmp_path: Path) -> None:
    text = DO + (
        "check = { from = 'usual', measured = '20 s ago', temperature = 36.75, blood_pressure = '88', "
        "as_at_baseline = ['chest'], not_measured = ['spo2'] }\n"
    )
    action = entries(tmp_path, text)[0].action
    assert isinstance(action, Written)
    assert action.kind is RecordCheck
    vitals = action.fields["vitals"]
    assert vitals["temperature"] == {"celsius": "36.75", "at": "20 s ago"}
    assert vitals["blood_pressure"] == {"systolic": 88, "at": "20 s ago"}
    assert "spo2" not in vitals
    answers = {each["system"]: each["answer"] for each in action.fields["symptoms"]}
    assert len(answers) == 7
    assert answers["chest"] == "as_at_baseline"
    assert answers["skin"] == "none"


def test_a_check_in_short_may_measure_nothing_but_its_own(tmp_path: Path) -> None:
    action = entries(
        tmp_path, DO + "check = { not_measured = ['blood_pressure'], blood_pressure = '1/2' }\n"
    )[0].action
    assert isinstance(action, Written)
    assert action.fields["vitals"] == {}


def test_policy_values_are_laid_over_the_shipped_policy(tmp_path: Path) -> None:
    text = HEAD.replace("[plan]", "[policy]\ncheck_valid_min = 6\n[plan]")
    text += "[[do]]\nset_policy = { policy = { check_valid_min = 7 } }\n"
    scenario = load(tmp_path, text)
    assert scenario.policy.check_valid == Duration.minutes(6)
    assert scenario.policy.source("check_valid_min") == "set by the scenario"
    action = scenario.entries[0].action
    assert isinstance(action, SetPolicy)
    assert action.policy.check_valid == Duration.minutes(7)


def test_numbers_keep_every_digit(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, DO + "report_flushed = { volume_ml = 18.100000000000001 }\n")
    assert isinstance(entry.action, Written)
    assert entry.action.fields == {"volume_ml": "18.100000000000001"}


def test_a_plan_says_what_it_changes_of_its_protocol(tmp_path: Path) -> None:
    """As the manual writes it: bags as made, rates, last bag, and the pump it is held against."""
    changes = """target = "400 mg"
bags = [{ number = 1, volume_ml = 100, drug = "1.6 mg" }, { number = 3, volume_ml = 260 }]
final_rate_ml_h = 75
scale_rates = true
rates = [{ step = 3, rate_ml_h = 9 }]
last_bag = "uncorrected"
"""
    pump = (
        'pump = { name = "A", lowest_ml_h = 0.5, highest_ml_h = 999, increment_ml_h = 0.5, '
        "smallest_volume_ml = 1 }"
    )
    text = HEAD.replace('target = "400 mg"\n', changes) + "[[do]]\nset_plan = { held = { " + pump + " } }\n"
    action = entries(tmp_path, text)[0].action
    assert isinstance(action, SetPlan)
    made = action.inputs
    assert made.bags == (
        CompoundedBag(number=1, volume=Volume(100), drug=Amount.of("1.6 mg")),
        CompoundedBag(number=3, volume=Volume(260)),
    )
    assert made.final_rate == FinalRate(rate=Rate(75), scale=RateScale.EVERY_STEP)
    assert made.rates == (StepRate(step=3, rate=Rate(9)),)
    assert made.last_bag is LastBag.UNCORRECTED
    assert action.held.pump is not None
    assert action.held.pump.increment == Rate.of("0.5")
