"""Reading how people sign in at this site: every value with its source, none below what is allowed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desens_gui.domain.quantities import Duration
from desens_gui.session.pin_rules import PinRules
from desens_gui.session.staff import Delays
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import Table, TomlProblem, read_toml
from desens_gui.wording.file_words import Fault, FileFault

NAME = "sign_in.toml"

_RANGES = {
    "pin_digits_least": (6, 12),
    "passphrase_least": (8, 64),
    "first_delay_s": (1, 60),
    "longest_delay_s": (60, 3600),
    "argon2_memory_mib": (19, 1024),
    "argon2_passes": (2, 16),
    "idle_lock_min": (0, 240),
    "idle_lock_running_min": (0, 240),
}
"""What is no typing slip; the lower ends of the first six are what safety allows (E, not published)."""


class SignInPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """idle: without a key or a tap for so long the screen is covered; None: never."""

    rules: PinRules
    delays: Delays
    memory_mib: int
    passes: int
    idle: Duration | None
    idle_running: Duration | None


class LoadedSignIn(msgspec.Struct, frozen=True):
    """The policy, and what was wrong with the site's own file: then the shipped values stand."""

    policy: SignInPolicy
    fault: FileFault | None = None


def load_sign_in(data: Path) -> LoadedSignIn:
    """The site's file in the data folder, else the shipped one. A wrong file keeps nobody out."""
    own = data / NAME
    if own.exists():
        try:
            return LoadedSignIn(read_sign_in(read_toml(own)))
        except TomlProblem as problem:
            return LoadedSignIn(_shipped(), problem.fault)
    return LoadedSignIn(_shipped())


def _shipped() -> SignInPolicy:
    return read_sign_in(read_toml(resource("policies", NAME)))


def read_sign_in(file: Table) -> SignInPolicy:
    """TomlProblem names the first fault."""
    file.only("id", "revision", "title", *_RANGES)
    file.text("id")
    file.whole("revision", 1, 1_000_000)
    file.text("title")
    value = {name: _whole(file, name, *limits) for name, limits in _RANGES.items()}
    if value["first_delay_s"] > value["longest_delay_s"]:
        raise file.problem(
            Fault.NOT_ASCENDING, "longest_delay_s", allowed=("first_delay_s", "longest_delay_s")
        )
    return SignInPolicy(
        rules=PinRules(value["pin_digits_least"], value["passphrase_least"]),
        delays=Delays(Duration(value["first_delay_s"]), Duration(value["longest_delay_s"])),
        memory_mib=value["argon2_memory_mib"],
        passes=value["argon2_passes"],
        idle=_minutes(value["idle_lock_min"]),
        idle_running=_minutes(value["idle_lock_running_min"]),
    )


def _whole(file: Table, name: str, low: int, high: int) -> int:
    entry = file.table(name).only("value", "source")
    entry.text("source")
    return entry.whole("value", low, high)


def _minutes(minutes: int) -> Duration | None:
    return Duration.minutes(minutes) if minutes else None
