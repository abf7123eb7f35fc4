"""The foot of the window: is it written down, does it sound, who is signed in, which chair."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class StatusView(Struct, frozen=True, kw_only=True):
    """`saved` reads "Saved 10:42", "saving" or "NOT BEING RECORDED since 10:42:07"."""

    saved: str
    saved_state: Literal["saved", "saving", "lost"] = "saved"
    file: str = ""
    audio: str = ""
    audio_off: bool = False
    user: str = ""
    chair: str = ""
    outstanding: str = ""
    help: str = ""
