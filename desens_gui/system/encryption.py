"""Whether session files of this workstation are encrypted, and with which site's key: a small TOML file.

Apart from the key itself: a key that is lost must not read as a site that wants no encryption.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desens_gui.system.paths import Folders
from desens_gui.system.site_key import fingerprint, read_site_key
from desens_gui.system.toml_reading import TomlProblem, read_toml
from desens_gui.system.whole_file import write_whole


class Standing(StrEnum):
    """How new session files are written here. MISSING and OTHER: in clear, because the key is not there."""

    NEVER = "never"
    OFF = "off"
    ON = "on"
    MISSING = "missing"
    OTHER = "other"


class Encryption(Struct, frozen=True):
    """key: of the site, where it is at hand; it opens older files also where encryption is off."""

    standing: Standing
    key: bytes | None = None

    def __repr__(self) -> str:
        """Without the key: it might be told with a fault of the program."""
        return f"Encryption({self.standing})"


def look(place: Folders) -> Encryption:
    """Never an error: what cannot be read is not there."""
    try:
        key = read_site_key(place.site_key)
    except OSError:
        key = None
    try:
        on, wanted = _read(place.encryption)
    except TomlProblem:
        if key is not None:
            return Encryption(Standing.ON, key)  # where there is a key, somebody wanted encryption
        return Encryption(Standing.MISSING if place.encryption.exists() else Standing.NEVER)
    if not on:
        return Encryption(Standing.OFF, key)
    if key is None:
        return Encryption(Standing.MISSING)
    return Encryption(Standing.ON if fingerprint(key) == wanted else Standing.OTHER, key)


def site_of(place: Folders) -> str:
    """The fingerprint of the key that was set up here; "" where none was, or it cannot be read."""
    try:
        return _read(place.encryption)[1]
    except TomlProblem:
        return ""


def keep(place: Folders, *, on: bool, site: str) -> None:
    """site: the fingerprint of its key, "" where none was ever made. OSError."""
    lines = [f"on = {str(on).lower()}", *([f'site = "{site}"'] if site else [])]
    write_whole(place.encryption, "".join(f"{line}\n" for line in lines).encode(), replace=True)


def _read(path: Path) -> tuple[bool, str]:
    table = read_toml(path).only("on", "site")
    return table.flag("on"), table.text("site") if table.has("site") else ""
