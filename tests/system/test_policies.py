"""The site policy: complete, with a source for every value, and nothing unknown."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desens_gui.domain.findings import Item
from desens_gui.domain.policy import Bound, Connection, EndOfVolume, Policy, StopLimit
from desens_gui.domain.quantities import Duration, Number, Quantity, Rate, Volume
from desens_gui.system.policies import load_policy
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH

DEFAULT = resource("policies", "default.toml").read_text("utf-8")


def told(path: Path | None = None, overrides: dict[str, Any] | None = None) -> str:
    with pytest.raises(TomlProblem) as problem:
        load_policy(path, overrides)
    return fault_sentence(problem.value.fault, ENGLISH)


def test_the_default_values() -> None:
    policy = load_policy()
    assert policy.check_valid == Duration.minutes(5)
    assert policy.symptoms_again == Duration(60)
    assert policy.last_step_stop_ask == Duration.minutes(10)
    assert policy.keep_open == Rate(1)
    assert policy.line_volume == Volume(18)
    assert policy.empty_tolerance == Number(10)
    assert policy.end_of_volume is EndOfVolume.CONTINUE
    assert policy.connection is Connection.OWN_SET
    assert Item.TEMPERATURE not in policy.required_each_check
    assert len(policy.required_each_check) == 7
    assert StopLimit("spo2", Bound.AT_OR_BELOW, Number(92)) in policy.stop_limits
    assert len(policy.entry_limits) == 17
    assert not any(rule.blocks for rule in policy.monitor_rules)


def test_every_value_has_the_type_its_name_promises() -> None:
    """The reader fills most attributes by name; this holds each to the type it is declared with."""
    policy = load_policy()
    kinds = {"Duration": Duration, "Rate": Rate, "Volume": Volume, "Number": Number}
    held = {name: kinds[kind] for name, kind in Policy.__annotations__.items() if kind in kinds}
    assert len(held) == 31
    for name, kind in held.items():
        assert type(getattr(policy, name)) is kind, name


def test_stored_names_carry_the_unit() -> None:
    units = {Duration: "_s", Rate: "_ml_h", Volume: "_ml"}
    policy = load_policy()
    for field in msgspec.structs.fields(Policy):
        value = getattr(policy, field.name)
        if type(value) in units:
            assert field.encode_name == field.name + units[type(value)]
        elif isinstance(value, Quantity):
            assert re.search(r"_(percent|years)$", field.encode_name)


def test_every_entry_of_the_file_is_read_and_has_a_source() -> None:
    policy = load_policy()
    cited = {source.name for source in policy.sources}
    for name, entry in tomllib.loads(DEFAULT).items():
        if name in ("id", "revision", "title"):
            continue
        if "value" in entry:
            assert name in cited
        else:
            assert name in cited or {f"{name}.{item}" for item in entry} <= cited
    assert all(source.source.strip() for source in policy.sources)


def test_values_may_be_laid_over_with_their_reason() -> None:
    policy = load_policy(
        overrides={
            "check_valid_min": Fraction(13, 2),
            "end_of_volume": "stop",
            "required_each_check": ["heart_rate", "spo2", "symptoms"],
            "stop_limits": {"sbp": {"bound": "below", "value": 85}},
        },
        why="scenario 7",
    )
    assert policy.check_valid == Duration(390)
    assert policy.end_of_volume is EndOfVolume.STOP
    assert policy.required_each_check == (Item.HEART_RATE, Item.SPO2, Item.SYMPTOMS)
    assert policy.source("check_valid_min") == "scenario 7"
    assert policy.source("stop_limits.sbp") == "scenario 7"
    assert {limit.item: limit.value.text for limit in policy.stop_limits} == {"sbp": "85", "spo2": "92"}


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        (
            {"check_valid": 5},
            "default.toml: “check_valid” is not a known name; known here are check_valid_min, ",
        ),
        ({"check_valid_min": 0}, "default.toml: “check_valid_min.value” is 0; allowed is 0.1 to 1440."),
        (
            {"flush_ml": "18"},
            'default.toml: “flush_ml.value” is "18"; it must be a plain number without quotes',
        ),
        (
            {"end_of_volume": "explode"},
            'default.toml: “end_of_volume.value” is "explode"; allowed are continue, ',
        ),
        ({"stop_limits": 5}, "default.toml: “stop_limits” is 5; it must be a table of names and values."),
        ({"stop_limits": {"sbp": 5}}, "default.toml: “stop_limits.sbp” is 5; it must be a table"),
        (
            {"stop_limits": {"spb": {"bound": "below", "value": 85}}},
            "default.toml: “stop_limits.spb” is not a known name; known here are source, heart_rate,",
        ),
        (
            {"late_low_min": 11},
            "default.toml: “late_medium_min” must not fall in this order: late_low_min, late_medium_min.",
        ),
        (
            {
                "entry_limits": {
                    "sbp": {"unit": "mm[Hg]", "hard_min": 9, "soft_min": 8, "soft_max": 20, "hard_max": 30}
                }
            },
            "default.toml: “entry_limits.sbp” must not fall in this order: hard_min, soft_min, soft_max, ",
        ),
    ],
)
def test_a_value_that_will_not_do_gets_one_sentence(overrides: dict[str, Any], sentence: str) -> None:
    assert told(overrides=overrides).startswith(sentence)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "check_valid_min = {",
            "check_valid_minutes = {",
            "site.toml: “check_valid_minutes” is not a known name",
        ),
        (
            'prompt_before_min = { value = 3, source = "SAFETY S8, E, not published" }',
            "prompt_before_min = { value = 3 }",
            "site.toml: “prompt_before_min.source” is missing.",
        ),
        (
            'prompt_before_min = { value = 3, source = "SAFETY S8, E, not published" }',
            "",
            "site.toml: “prompt_before_min” is missing.",
        ),
    ],
)
def test_a_site_file_is_held_to_the_same(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    assert old in DEFAULT
    site = tmp_path / "site.toml"
    site.write_text(DEFAULT.replace(old, new, 1), "utf-8")
    assert told(site).startswith(sentence)


def test_a_group_may_be_laid_over_a_file_that_has_none(tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    lines = DEFAULT.splitlines(keepends=True)
    start = lines.index("[baseline_limits]\n")
    site.write_text("".join((*lines[:start], *lines[start + 2 :])), "utf-8")
    assert told(site) == "site.toml: “baseline_limits” is missing."
    fever = {"temp": {"bound": "at_or_above", "value": 38}}
    assert load_policy(site, {"baseline_limits": fever}).baseline_limits == load_policy().baseline_limits
