"""The key of the site, which encrypts session files: 20 random bytes, in a file for the owner and on paper.

On paper it reads `7K3QM 0XW2A ...`: eight groups, each with four letters and one that checks them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from desens_gui.system.whole_file import write_whole

NAME = "site.key"
BYTES = 20
GROUPS = 8
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read as another: no I, L, O, U
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_DATA = 4


class NotASiteKey(OSError):
    """A file of another length."""


class Misread(Exception):
    """A typed key that is none. group: the first that does not fit, from 1; None: too few or many letters."""

    def __init__(self, group: int | None) -> None:
        super().__init__(group)
        self.group = group


def read_site_key(path: Path) -> bytes | None:
    """None where there is none; NotASiteKey or another OSError."""
    try:
        with path.open("rb") as file:
            key = file.read(BYTES + 1)
    except FileNotFoundError:
        return None
    if len(key) != BYTES:
        raise NotASiteKey(0, f"a key has {BYTES} bytes", str(path))
    return key


def write_site_key(path: Path, key: bytes) -> None:
    """A file that is none is put aside, not lost; FileExistsError where another key stands; OSError."""
    try:
        found = read_site_key(path)
    except NotASiteKey:
        path.replace(path.with_name(f"{NAME}.unreadable"))
        found = None
    if found != key:
        write_whole(path, key)


def fingerprint(key: bytes) -> str:
    """Names a key without giving it away."""
    return hashlib.sha256(b"desens site key 1\n" + key).hexdigest()[:16]


def on_paper(key: bytes) -> str:
    """As a person copies it."""
    number = int.from_bytes(key)
    values = [number >> 5 * place & 31 for place in reversed(range(GROUPS * _DATA))]
    groups = [values[at : at + _DATA] for at in range(0, len(values), _DATA)]
    return " ".join(
        "".join(_LETTERS[value] for value in (*group, _check(at, group))) for at, group in enumerate(groups)
    )


def read_paper(typed: str) -> bytes:
    """The key, whatever blanks, dashes and small letters it was typed with; Misread."""
    letters = "".join(each for each in typed.upper() if each.isalnum()).translate(_READ_AS)
    if len(letters) != GROUPS * (_DATA + 1):
        raise Misread(None)
    number = 0
    for at in range(GROUPS):
        group = letters[at * (_DATA + 1) : (at + 1) * (_DATA + 1)]
        values = [_LETTERS.find(letter) for letter in group]
        if -1 in values or _check(at, values[:_DATA]) != values[_DATA]:
            raise Misread(at + 1)
        for value in values[:_DATA]:
            number = number << 5 | value
    return number.to_bytes(BYTES)


def _check(at: int, group: list[int]) -> int:
    """Differs for every single letter mistyped, every two exchanged, and a group in the place of another."""
    check = at
    for power, value in enumerate(group, start=1):
        for _ in range(power):
            value = value << 1 ^ (0b100101 if value & 16 else 0)  # times x in the field of 32 elements
        check ^= value
    return check
