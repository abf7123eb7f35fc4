"""The published schema: every shipped scenario passes it, and it names just what the program takes."""

from __future__ import annotations

import json
import tomllib
from datetime import datetime
from typing import Any, get_args

import jsonschema
import msgspec
import pytest

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.parts import TakeOver
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.events.step import PromptKind
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.system.resources import resource
from desens_gui.system.scenario_schema import schema, schema_text
from desens_gui.system.scenarios import scenario_ids, scenario_path
from tests.scenarios.runs import HEAD

PROGRAMS_OWN = (OpenSession, ResumeProgram, TakeOver, Tick)
PERSONS = [kind for kind in get_args(Command) if kind not in PROGRAMS_OWN]


def plain(value: Any) -> Any:
    """A TOML value as JSON has it."""
    match value:
        case dict():
            return {name: plain(each) for name, each in value.items()}
        case list():
            return [plain(each) for each in value]
        case datetime():
            return value.isoformat()
        case _:
            return value


def faults(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema())
    return [fault.message for fault in validator.iter_errors(plain(tomllib.loads(text)))]


def test_the_published_schema_is_the_one_made_from_the_commands() -> None:
    """If not: write `schema_text()` of desens_gui.system.scenario_schema into it."""
    assert resource("scenarios", "scenario.schema.json").read_text("utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("name", scenario_ids())
def test_every_shipped_scenario_passes(name: str) -> None:
    assert not faults(scenario_path(name).read_text("utf-8"))


@pytest.mark.parametrize("kind", PERSONS, ids=lambda kind: kind.__name__)
def test_every_order_of_a_person_is_in_it_with_every_field(kind: type[msgspec.Struct]) -> None:
    name = str(kind.__struct_config__.tag)
    entry = schema()["$defs"]["entry"]["properties"]
    assert entry[name] == {"$ref": f"#/$defs/{name}"}
    fields = {field.encode_name for field in msgspec.structs.fields(kind)}
    assert set(schema()["$defs"][name]["properties"]) == fields


@pytest.mark.parametrize("kind", PROGRAMS_OWN, ids=lambda kind: kind.__name__)
def test_what_only_the_program_orders_is_not_in_it(kind: type[msgspec.Struct]) -> None:
    assert str(kind.__struct_config__.tag) not in schema()["$defs"]["entry"]["properties"]


def test_every_refusal_and_every_prompt_is_in_it() -> None:
    entry = schema()["$defs"]["entry"]["properties"]
    tags = {str(kind.__struct_config__.tag) for kind in get_args(AnyRefusal)}
    assert set(entry["refused"]["items"]["enum"]) == tags
    assert {f"prompt {kind}" for kind in PromptKind} < set(entry["when"]["enum"])


@pytest.mark.parametrize(
    "entry",
    [
        "escalte = {}",
        "escalate = { nun_new = true }",
        "escalate = {}\nresume = {}",
        "after = '5 s'",
        "after = '5'\nescalate = {}",
        "when = 'done'\nescalate = {}",
        "pause = {}",
        "pause = { reason = 'bored' }",
        "refused = ['nonsense']\nescalate = {}",
        "record_check = { vitals = { heart_rate = { per_min = 'x', at = 'now' } } }",
        "report_pump_running = { rate_ml_h = 'fast' }",
        "check = { hr = 80 }",
        "check = { signs = { skin = ['hives'] } }",
        "set_policy = { policy = { check_valid = 6 } }",
        "clock_step = '1 h'",
        "crash = false",
        "resume_program = {}",
    ],
)
def test_a_wrong_entry_fails_it(entry: str) -> None:
    assert not faults(f"{HEAD}[[do]]\nescalate = {{}}\n")
    assert faults(f"{HEAD}[[do]]\n{entry}\n")


def test_a_wrong_head_fails_it() -> None:
    text = f"{HEAD}[[do]]\nescalate = {{}}\n"
    assert faults(text.replace("title", "tilte", 1))
    assert faults(text.replace('"nurse"', '"program"'))
    assert faults(text.replace('"400 mg"', '"400"'))
    assert faults(HEAD)
