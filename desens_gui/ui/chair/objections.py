"""What could not be read, what was refused, and the one sentence of it for the strip."""

from __future__ import annotations

ROWS = {"pump_running": "running", "label_read": "label"}
"""The row of a screen where a refusal is shown, where it is not named like the intent."""
NOTICE_NS = 30_000_000_000
"""So long a sentence stays in the strip: its numbers grow old (E, not published)."""


class Objections:
    """Field by field in `problems`, row by row in `refused`. What was typed stays with the screens."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        self._notice = ""
        self._at_ns: int | None = None

    def typed(self, code: str) -> None:
        """A field that is typed into loses its complaint."""
        self.problems.pop(code, None)
        self._notice = ""

    def forget(self) -> None:
        """Something else happens."""
        self.problems, self.refused, self._notice = {}, {}, ""

    def say(self, sentence: str) -> None:
        self._notice, self._at_ns = sentence, None

    def refuse(self, intent: str, sentence: str) -> None:
        """The sentence stands beside what was tried, and for the eye also in the alarm strip."""
        self.refused = {ROWS.get(intent, intent): sentence}
        self.say(sentence)
        if intent == "pump_running":
            self.problems["pump_rate"] = sentence

    def unreadable(self, intent: str, problems: dict[str, str]) -> None:
        """Each field has its own sentence; the first also stands in the row and in the strip."""
        first = next(iter(problems.values()), "")
        self.problems.update(problems)
        self.refused = {ROWS.get(intent, intent): first}
        self.say(first)

    def notice(self, boot_ns: int) -> str:
        """For so long from when it is first asked for; boot_ns: the run's own clock."""
        if self._at_ns is None:
            self._at_ns = boot_ns
        return self._notice if boot_ns - self._at_ns < NOTICE_NS else ""
