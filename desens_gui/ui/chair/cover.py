"""Whether the screen is covered: by one key, or because nobody touched anything for long."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.quantities import Duration
from desens_gui.domain.stage import Ended, SettingUp
from desens_gui.views.scene import Scene

Idle = Callable[[bool], Duration | None]


def never(_running: bool) -> None:
    """No idle lock."""


class Cover:
    """idle: after how long without a key or a tap it covers, told whether the chair runs; None: never."""

    def __init__(self, idle: Idle) -> None:
        self._idle = idle
        self._touched_ns: int | None = None
        self.covered = False

    def touched(self) -> None:
        """Somebody typed, chose, pressed or moved the keyboard's place."""
        self._touched_ns = None

    def beat(self, scene: Scene) -> None:
        now_ns = scene.stamp.boot_ns
        if self._touched_ns is None:
            self._touched_ns = now_ns
        limit = self._idle(not isinstance(scene.session.stage, SettingUp | Ended))
        if limit is not None and now_ns - self._touched_ns >= limit.whole_ns:
            self.covered = True

    def ask(self, intent: str, scene: Scene) -> bool:
        """Whether the intent was the cover's. Where staff are set up only signing in uncovers."""
        if intent == "cover":
            self.covered = not self.covered or bool(scene.staffed)
        elif intent == "uncover" and not scene.staffed:
            self.covered = False
        else:
            return False
        return True
