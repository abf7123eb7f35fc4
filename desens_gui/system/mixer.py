"""Whether the system's own volume is muted, where the system tells."""

from __future__ import annotations

import shutil
import subprocess
import sys

LONGEST_S = 2.0

_LINUX = (
    (("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"), ("[MUTED]", "Volume: 0.00")),
    (("pactl", "get-sink-mute", "@DEFAULT_SINK@"), ("Mute: yes",)),
)
_MACOS = ((("osascript", "-e", "output muted of (get volume settings)"), ("true",)),)


def muted(platform: str = sys.platform) -> bool | None:
    """None where nobody can tell: then only the sound check does."""
    asked = _LINUX if platform.startswith("linux") else _MACOS if platform == "darwin" else ()
    for command, signs in asked:
        said = _said(command)
        if said is not None:
            return any(sign in said for sign in signs)
    return None


def _said(command: tuple[str, ...]) -> str | None:
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        run = subprocess.run(
            (program, *command[1:]), capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout if run.returncode == 0 else None
