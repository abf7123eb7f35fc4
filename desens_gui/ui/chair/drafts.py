"""What is typed and not yet handed in, what could not be read of it, and what was refused."""

from __future__ import annotations

from desens_gui.views.parts.draft import FormDraft, picked, typed

ROWS = {"pump_running": "running", "label_read": "label"}
"""The row of a screen where a refusal is shown, where it is not named like the intent."""


class Drafts:
    """One draft per screen; the check form keeps its own. A field that is typed into loses its complaint."""

    def __init__(self) -> None:
        self._by_screen: dict[str, FormDraft] = {}
        self.problems: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        self.notice = ""

    def of(self, screen: str) -> FormDraft:
        return self._by_screen.get(screen, FormDraft())

    def typed(self, screen: str, code: str, text: str) -> None:
        self._by_screen[screen] = typed(self.of(screen), code, text)
        self.problems.pop(code, None)
        self.notice = ""

    def chose(self, screen: str, code: str, option: str) -> None:
        self._by_screen[screen] = picked(self.of(screen), code, option)
        self.notice = ""

    def clear(self, screen: str) -> None:
        self._by_screen.pop(screen, None)

    def forget_problems(self) -> None:
        self.problems, self.refused, self.notice = {}, {}, ""

    def refuse(self, intent: str, sentence: str) -> None:
        """The sentence stands beside what was tried, and for the eye also in the alarm strip."""
        self.refused = {ROWS.get(intent, intent): sentence}
        self.notice = sentence
        if intent == "pump_running":
            self.problems["pump_rate"] = sentence
