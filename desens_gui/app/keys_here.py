"""The site's key as this process has it, and what new session files are encrypted with. No Qt."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import Encrypting, hold, kind_of, site_key
from desens_gui.system.encryption import Standing, look
from desens_gui.system.ids import random_bytes
from desens_gui.system.paths import Folders
from desens_gui.wording.words import Words


class KeysHere(Struct, frozen=True):
    """encrypting: None where new files are written in clear."""

    standing: Standing
    encrypting: Encrypting | None = None


def take_keys(place: Folders) -> KeysHere:
    """Read once, then held by the process: a key file that goes away meanwhile changes nothing.

    Without its key a workstation still begins a session, in clear, and says so: a patient is not left without
    a record because a file is missing.
    """
    found = look(place)
    if found.key is None:
        return KeysHere(found.standing)
    key = site_key(found.key)
    hold(key)
    return KeysHere(found.standing, Encrypting(key, random_bytes) if found.standing is Standing.ON else None)


def not_encrypted(standing: Standing, session: Path, words: Words) -> str:
    """What the frame says for as long as the session runs; "" where it is encrypted."""
    match standing:
        case Standing.ON if kind_of(header_of(session)) is not None:
            return ""
        case Standing.ON:
            return words("Begun before encryption: this record is not encrypted")
        case Standing.MISSING:
            return words("Encryption key missing: this record is not encrypted")
        case Standing.OTHER:
            return words("Encryption key is another site's: this record is not encrypted")
        case _:
            return words("Files on this workstation are not encrypted")
