"""The JSON schema of protocol files, made from the shape that the reader follows; published beside them."""

from __future__ import annotations

import json
from typing import Any

from msgspec.json import schema_components

from desens_gui.domain.quantities import Amount, Concentration, Quantity
from desens_gui.system.protocol_file import DoseFile, InfusionFile

Schema = dict[str, Any]

_NUMBER = r"\d{1,3}(,\d{3})+(\.\d+)?|\d+([.,]\d+)?"
_UNITS = "mg|mcg|units"
AMOUNT: Schema = {
    "type": "string",
    "pattern": rf"^\s*({_NUMBER})\s*({_UNITS})\s*$",
    "examples": ["400 mg", "50 mcg", "640000 units"],
}
CONCENTRATION: Schema = {
    "type": "string",
    "pattern": rf"^\s*({_NUMBER})\s*({_UNITS})/mL\s*$",
    "examples": ["0.04 mg/mL", "1000 units/mL"],
}


def schema() -> Schema:
    """Draft 2020-12."""
    references, components = schema_components(
        [InfusionFile, DoseFile], schema_hook=_quantity, ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Desens protocol",
        "oneOf": list(references),
        "$defs": {name: _given(component) for name, component in components.items()},
    }


def schema_text() -> str:
    """As it is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _quantity(kind: type) -> Schema:
    if issubclass(kind, Amount):
        return AMOUNT
    if issubclass(kind, Concentration):
        return CONCENTRATION
    if issubclass(kind, Quantity):
        return {"type": "number"}
    raise NotImplementedError(f"{kind.__name__} has no place in a protocol file")


def _given(component: Schema) -> Schema:
    """TOML has no null: what is not there is left out."""
    properties = {name: _without_null(entry) for name, entry in component.get("properties", {}).items()}
    return {**component, "properties": properties} if properties else component


def _without_null(entry: Schema) -> Schema:
    plain = {name: value for name, value in entry.items() if name != "default"}
    choices = [each for each in plain.pop("anyOf", []) if each != {"type": "null"}]
    return (
        {**plain, **choices[0]} if len(choices) == 1 else {**plain, **({"anyOf": choices} if choices else {})}
    )
