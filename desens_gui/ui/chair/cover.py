"""Whether the screen is covered: by one key, or because nobody touched anything for long."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.quantities import Duration
from desens_gui.domain.stage import Ended, SettingUp
from desens_gui.session.audit import What
from desens_gui.views.scene import Scene

Idle = Callable[[bool], Duration | None]
Noted = Callable[[What, str], None]
"""Told what was done and how."""


def never(_running: bool) -> None:
    """No idle lock."""


class Cover:
    """idle: after how long without a key or a tap it covers, told whether the chair runs; None: never."""

    def __init__(self, idle: Idle, noted: Noted) -> None:
        self._idle = idle
        self._noted = noted
        self._touched_ns: int | None = None
        self.covered = False

    def touched(self) -> None:
        """Somebody pressed a key, a button or the screen: a mouse that only moved may have been pushed."""
        self._touched_ns = None

    def beat(self, scene: Scene) -> None:
        now_ns = scene.stamp.boot_ns
        if self._touched_ns is None:
            self._touched_ns = now_ns
        limit = self._idle(not isinstance(scene.session.stage, SettingUp | Ended))
        if limit is not None and now_ns - self._touched_ns >= limit.whole_ns:
            self._cover("idle")

    def ask(self, intent: str, scene: Scene) -> bool:
        """Whether the intent was the cover's. Where staff are set up only signing in uncovers."""
        if intent == "cover" and (not self.covered or scene.staffed):
            self._cover("asked")
        elif intent in ("cover", "uncover") and not scene.staffed:
            self.uncover("asked")
        else:
            return False
        return True

    def _cover(self, how: str) -> None:
        """Noted while it is known who was here."""
        if not self.covered:
            self._noted(What.LOCKED, how)
        self.covered = True

    def uncover(self, how: str) -> None:
        """Noted under whoever is here from now on."""
        covered, self.covered = self.covered, False
        if covered:
            self._noted(What.UNLOCKED, how)
