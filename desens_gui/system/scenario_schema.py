"""The JSON schema of scenario files, made from the commands themselves; published in resources/scenarios."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, get_args, get_origin

import msgspec

from desens_gui.domain.commands.setup import IdentifyPatient, IdentifyStaff, SetPlan, SetPolicy
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.findings import SYSTEMS, Severity
from desens_gui.domain.instants import Utc
from desens_gui.domain.patient import Patient
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Concentration, Quantity
from desens_gui.domain.recorded import Role
from desens_gui.system.equipment import RATES
from desens_gui.system.policies import SETTABLE
from desens_gui.system.scenario_actions import COMMANDS, SPANS
from desens_gui.system.scenario_checks import ITEMS
from desens_gui.system.scenario_entries import REFUSALS, TIMING, WAITS
from desens_gui.system.scenario_fields import without_none
from desens_gui.system.scenarios import OPEN

Schema = dict[str, Any]

_BRACES = r"\{[a-z][a-z0-9_]*\}"
_SPAN = r"^(?=\d)(\d+ h)? ?(\d+ min)? ?(\d+(\.\d+)? s)?$"
_FROM_HEAD = {
    SetPolicy: (),
    SetPlan: ("inputs",),
    IdentifyPatient: ("patient",),
    IdentifyStaff: ("name", "role"),
}
"""Fields that a command takes from the head of the scenario when they are left out."""

TEXT: Schema = {"type": "string", "minLength": 1}
_ONE_UP: Schema = {"type": "integer", "minimum": 1}
DEFS: dict[str, Schema] = {
    "placeholder": {"type": "string", "pattern": f"^{_BRACES}$"},
    "span": {"type": "string", "pattern": _SPAN, "examples": ["30 s", "1 h 30 min"]},
    "moment": {
        "type": "string",
        "examples": ["now", "30 s ago", "in 12 h", "10:42:12", "2026-11-22T09:42:12Z"],
    },
    "number": {"anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^(-?\d+(\.\d+)?|{_BRACES})$"}]},
    "amount": {"type": "string", "pattern": rf"^(\d+(\.\d+)? (mg|mcg|units)|{_BRACES})$"},
    "concentration": {"type": "string", "pattern": rf"^(\d+(\.\d+)? (mg|mcg|units)/mL|{_BRACES})$"},
    "whole": {"anyOf": [{"type": "integer"}, {"$ref": "#/$defs/placeholder"}]},
    "flag": {"anyOf": [{"type": "boolean"}, {"$ref": "#/$defs/placeholder"}]},
}


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def closed(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def schema() -> Schema:
    """Draft 2020-12. A TOML date-time counts as text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Desens scenario",
        **closed(_head(), ("title", "start", "zone", "do")),
        "$defs": {
            **DEFS,
            **_commands(),
            "check": _check(),
            "entry": _entry(nested=False),
            "block_entry": _entry(nested=True),
        },
    }


def schema_text() -> str:
    """As it is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _head() -> dict[str, Schema]:
    return {
        "title": TEXT,
        "about": TEXT,
        "start": {"type": "string", "format": "date-time", "description": "local date and time, no quotes"},
        "zone": {**TEXT, "examples": ["Europe/Berlin"]},
        "by": TEXT,
        "ends": {"enum": [*(ending.value for ending in Ending), OPEN]},
        "staff": {"type": "object", "additionalProperties": _person()},
        "patient": _struct(Patient),
        "plan": _plan(),
        "policy": _policy(),
        "checks": {"type": "object", "additionalProperties": ref("check")},
        "blocks": {
            "type": "object",
            "additionalProperties": {"type": "array", "minItems": 1, "items": ref("block_entry")},
        },
        "do": {"type": "array", "minItems": 1, "items": ref("entry")},
    }


def _person() -> Schema:
    roles = [role.value for role in Role if role is not Role.PROGRAM]
    return closed({"name": TEXT, "role": {"enum": roles}}, ("name", "role"))


def _plan() -> Schema:
    fields = {
        "protocol": TEXT,
        "drug": TEXT,
        "target": ref("amount"),
        "revision": {"type": "integer", "minimum": 1},
        "bags": _list(
            {"number": _ONE_UP, "volume_ml": ref("number"), "drug": ref("amount")}, ("number", "volume_ml")
        ),
        "final_rate_ml_h": ref("number"),
        "scale_rates": {"type": "boolean"},
        "rates": _list({"step": _ONE_UP, "rate_ml_h": ref("number")}, ("step", "rate_ml_h")),
        "last_bag": {"enum": [rule.value for rule in LastBag]},
    }
    return closed(fields, ("protocol", "drug", "target"))


def _list(fields: dict[str, Schema], required: tuple[str, ...]) -> Schema:
    return {"type": "array", "items": closed(fields, required)}


def _pump() -> Schema:
    """As the site's equipment file has it."""
    numbers = {name: ref("number") for name in (*RATES, "smallest_volume_ml")}
    fields = {"name": TEXT, **numbers, "accuracy_percent": ref("number")}
    return closed(fields, ("name", *numbers))


def _policy() -> Schema:
    return closed({name: {} for name in SETTABLE})


def _entry(*, nested: bool) -> Schema:
    actions = _actions()
    if nested:
        del actions["block"]
    around: dict[str, Schema] = {
        "at": {"type": "string", "pattern": r"^\d{1,3}:[0-5]\d:[0-5]\d$"},
        "after": ref("span"),
        "when": {"enum": list(WAITS)},
        "by": TEXT,
        "second_person": TEXT,
        "refused": {"type": "array", "items": {"enum": list(REFUSALS)}, "uniqueItems": True},
    }
    assert set(TIMING) <= set(around)
    extra: dict[str, Schema] = {} if nested else {"with": {"type": "object"}}
    entry = closed({**around, **extra, **actions})
    return {**entry, "oneOf": [{"required": [name]} for name in actions]}


def _commands() -> dict[str, Schema]:
    special: dict[Any, Schema] = {
        SetPolicy: closed({"policy": _policy()}, ("policy",)),
        SetPlan: closed({"inputs": _plan(), "held": closed({"pump": _pump()})}),
    }
    return {name: special.get(kind) or _struct(kind) for name, kind in COMMANDS.items()}


def _actions() -> dict[str, Schema]:
    return {
        **{name: ref(name) for name in COMMANDS},
        "check": ref("check"),
        "block": TEXT,
        **{name: ref("span") for name in SPANS},
        "clock_step": {"type": "string", "pattern": _SPAN.replace("^", "^[+-]")},
        "crash": {"const": True},
    }


def _check() -> Schema:
    signs = {"type": "string", "pattern": rf"^[a-z][a-z0-9_]* ({'|'.join(Severity)})$"}
    listed = {"type": "array", "items": signs, "minItems": 1}
    systems: Schema = {"type": "array", "items": {"enum": list(SYSTEMS)}, "uniqueItems": True}
    return closed(
        {
            "from": TEXT,
            "measured": ref("moment"),
            "heart_rate": ref("whole"),
            "blood_pressure": {"type": "string", "pattern": rf"^(\d{{1,4}}(/\d{{1,4}})?|{_BRACES})$"},
            "respirations": ref("whole"),
            "spo2": ref("whole"),
            "temperature": ref("number"),
            "oxygen": ref("flag"),
            "consciousness": {"type": "string", "pattern": rf"^([ACVPU]|{_BRACES})$"},
            "signs": {
                "anyOf": [closed(dict.fromkeys(SYSTEMS, listed)), ref("placeholder")],
            },
            "as_at_baseline": systems,
            "not_measured": {"type": "array", "items": {"enum": list(ITEMS)}, "uniqueItems": True},
            "not_asked": systems,
        }
    )


def _struct(kind: type[msgspec.Struct]) -> Schema:
    fields = msgspec.structs.fields(kind)
    given = _FROM_HEAD.get(kind, ())
    required = [field.encode_name for field in fields if field.required and field.encode_name not in given]
    return closed({field.encode_name: _typed(field.type) for field in fields}, tuple(required))


def _typed(hint: Any) -> Schema:
    hint = without_none(hint)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _typed(get_args(hint)[0])}
    if issubclass(hint, msgspec.Struct):
        return _struct(hint)
    if issubclass(hint, StrEnum):
        values = "|".join(each.value for each in hint)
        return {"type": "string", "pattern": f"^({values}|{_BRACES})$"}
    names = {Utc: "moment", Amount: "amount", Concentration: "concentration", int: "whole", bool: "flag"}
    if hint in names:
        return ref(names[hint])
    return ref("number") if issubclass(hint, Quantity) else {"type": "string"}
