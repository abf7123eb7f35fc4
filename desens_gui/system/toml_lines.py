"""On which line of a TOML file a name stands: the parser of the standard library does not tell."""

from __future__ import annotations

import re
from collections import Counter

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([\w\-]+(?:\.[\w\-]+)*)\s*=")
_LONG = ('"""', "'''")


class Lines:
    """Lines from 1. Places are named as `toml_reading` names them: "do[3].escalate"."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        place, inside = "", ""
        for number, line in enumerate(text.splitlines(), start=1):
            if inside:
                inside = "" if line.count(inside) % 2 else inside
                continue
            header = _HEADER.fullmatch(line)
            key = None if header else _KEY.match(line)
            if header:
                place = self._header(header[2], listed=header[1] == "[[")
                self._lines.setdefault(place, number)
            elif key:
                self._lines.setdefault(f"{place}.{key[1]}" if place else key[1], number)
            inside = next((mark for mark in _LONG if line.count(mark) % 2), "")

    def _header(self, name: str, *, listed: bool) -> str:
        """The header's place: every list in front of it stands at its newest entry."""
        place = ""
        parts = [part.strip() for part in name.split(".")]
        for index, part in enumerate(parts):
            place = f"{place}.{part}" if place else part
            if listed and index == len(parts) - 1:
                self._counts[place] += 1
            if self._counts[place]:
                place = f"{place}[{self._counts[place]}]"
        return place

    def of(self, place: str) -> int:
        """The line of a place, or of what it stands in; 0 where nothing of it is known."""
        while place:
            if place in self._lines:
                return self._lines[place]
            place = place.rpartition(".")[0]
        return 0
