"""What was entered without signing in is answered for by whoever made it, under their own name."""

from __future__ import annotations

from desens_gui.domain.answers import Decision, accept, refuse
from desens_gui.domain.commands.people import NameUnidentified
from desens_gui.domain.decide.asking import Asking
from desens_gui.domain.events.people import UnidentifiedNamed
from desens_gui.domain.refusals.general import NothingToName


def name_unidentified(ask: Asking, command: NameUnidentified) -> Decision:
    open_entries = {recorded.seq for recorded in ask.session.unnamed}
    if not command.entries or not open_entries.issuperset(command.entries):
        return refuse(NothingToName())
    return accept(UnidentifiedNamed(entries=command.entries))
