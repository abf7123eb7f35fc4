"""What the site's set-up means for the chair: the protocols it offers, what is wrong with its policy."""

from __future__ import annotations

from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.system.paths import Folders
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.system.resources import resource
from desens_gui.system.site_file import SiteFile
from desens_gui.system.site_policy import digest_of, standing_policy
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import Words


def protocols_here(place: Folders) -> tuple[Protocol, ...]:
    """Where a site is set up only what an allergist approved here, as it was approved (SAFETY S23).

    Elsewhere, and where nothing of it can be read or stands any more, all: the rules still ask for status
    verified and a named prescriber.
    """
    every = tuple(load_protocol(name) for name in protocol_ids())
    try:
        record = SiteFile(place.site).read()
    except (TomlProblem, OSError):
        return every
    if record.missing:
        return every
    approved = (each for each in every if record.approved(each.id, _digest(each.id)))
    return tuple(approved) or every


def policy_said(place: Folders, words: Words) -> str:
    """ "" where the policy stands that was accepted, or none ever was."""
    stands = standing_policy(place)
    if stands.fault is not None:
        why = fault_sentence(stands.fault, words)
        return words("The default policy stands. {why}", why=why)
    if stands.changed:
        return words("Site policy changed since it was accepted: the default stands")
    return ""


def _digest(protocol: str) -> str:
    return digest_of(resource("protocols", f"{protocol}.toml"))
