"""The policy that stands at this workstation: the site's own file where it is as it was accepted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from desens_gui.domain.policy import Policy
from desens_gui.domain.site import Page
from desens_gui.system.paths import Folders
from desens_gui.system.policies import load_policy
from desens_gui.system.site_file import SiteFile
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import FileFault


class StandingPolicy(msgspec.Struct, frozen=True):
    """changed: the file is no longer the one that was accepted. fault: it cannot be used. Then the shipped
    values stand, and that is said."""

    policy: Policy
    changed: bool = False
    fault: FileFault | None = None


def standing_policy(place: Folders) -> StandingPolicy:
    """Never an error: nobody is kept from a session by a wrong file."""
    if not place.policy.exists():
        return StandingPolicy(load_policy())
    try:
        accepted = SiteFile(place.site).read().last(Page.POLICY)
        if accepted is None or accepted.digest != digest_of(place.policy):
            return StandingPolicy(load_policy(), changed=True)
        return StandingPolicy(load_policy(place.policy))
    except TomlProblem as problem:
        return StandingPolicy(load_policy(), fault=problem.fault)
    except OSError:
        return StandingPolicy(load_policy(), changed=True)


def digest_of(path: Path) -> str:
    """SHA-256 of a file, as it is kept beside an approval; OSError."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
