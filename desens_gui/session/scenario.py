"""A scenario as it was read: timed commands, and what happens to the machine."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias

import msgspec

from desens_gui.domain.commands.every import Command
from desens_gui.domain.events.step import PromptKind
from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import Actor


class WaitFor(StrEnum):
    """What an entry may wait for, beside a prompt by its kind."""

    STEP_ELAPSED = "step elapsed"
    CHECK_DUE = "check due"
    BAG_EMPTY = "bag empty"
    LINE_FLUSHED = "line flushed"
    OBSERVATION_OVER = "observation over"


class Written(msgspec.Struct, frozen=True):
    """A command whose fields are still as written: placeholders and times are filled in when it is given."""

    kind: type[Command]
    fields: dict[str, Any]


class Sleep(msgspec.Struct, frozen=True):
    ns: int


class Stall(msgspec.Struct, frozen=True):
    ns: int


class ClockStep(msgspec.Struct, frozen=True):
    by_ns: int


class Restart(msgspec.Struct, frozen=True):
    """The program is away for so long; the machine stays on."""

    ns: int


class Reboot(msgspec.Struct, frozen=True):
    """The machine is off for so long."""

    ns: int


class Crash(msgspec.Struct, frozen=True):
    """The run ends here as if the program was killed; resuming the run goes on behind it."""


Jump: TypeAlias = Sleep | Stall | ClockStep | Restart | Reboot | Crash


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happens. action None: only the waiting.

    at_ns counts from the start of the scenario; after_ns from the entry before, or from what was waited for.
    refused: the refusals expected, by name; none: it is to be accepted. line 0: given by the player itself.
    """

    line: int
    block_line: int = 0
    at_ns: int | None = None
    wait: WaitFor | PromptKind | None = None
    after_ns: int = 0
    action: Command | Written | Jump | None = None
    by: Actor
    second_person: Actor | None = None
    refused: tuple[str, ...] = ()


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """file: its name, for messages. ends: the ending by its code, "open": not closed; None: not checked."""

    file: str
    title: str
    start_utc_us: int
    zone: str
    policy: Policy
    entries: tuple[Entry, ...]
    ends: str | None = None
    ends_line: int = 0
