"""The compare code: what a page prints and a person compares, "312-8A31-77F0". Standard library only."""

from __future__ import annotations

import re

_CODE = re.compile(r"([1-9]\d{0,11})-([0-9A-F]{4})-([0-9A-F]{4})", re.ASCII)


def code(seq: int, digest: str) -> str:
    """Of the last entry: its number and the first eight digits of its hash."""
    return f"{seq}-{digest[:4]}-{digest[4:8]}".upper()


def read_code(text: str) -> tuple[int, str]:
    """The number and the eight digits of a compare code; ValueError on anything else."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(f"{text!r} is not a compare code")
    return int(found[1]), (found[2] + found[3]).lower()
