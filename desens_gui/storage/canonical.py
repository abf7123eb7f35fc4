"""The one way JSON is written in the record: sorted keys, UTF-8, no spaces, no number but integers."""

from __future__ import annotations

import json
from typing import Any


def _no_number(text: str) -> object:
    raise ValueError(f"{text} is no number of the record")


_DECODER = json.JSONDecoder(parse_float=_no_number, parse_constant=_no_number)
_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def canonical(plain: object) -> str:
    """TypeError for what JSON has no form for."""
    return _ENCODER.encode(plain)


def plain_of(text: str) -> dict[str, Any]:
    """Read an object; ValueError unless it is written in the one way: no float, NaN, second key, blank."""
    try:
        plain = _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(plain, dict) or canonical(plain) != text:
        raise ValueError("not canonical JSON of an object")
    return plain
