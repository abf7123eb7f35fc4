"""desens-gui protocols: what the library holds."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desens_gui.domain.protocol.protocol import Protocol, Status
from desens_gui.handover.columns import columns
from desens_gui.system.console import say
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.wording.words import Words


def add(parser: ArgumentParser) -> None:
    """No arguments."""


def run(_args: Namespace, words: Words) -> int:
    heads = (words("Protocol"), words("Title"), words("Bags"), words("Steps"), words("Status"))
    say(columns([heads, *(_row(load_protocol(each), words) for each in protocol_ids())]))
    return 0


def _row(protocol: Protocol, words: Words) -> tuple[str, ...]:
    status = {
        Status.VERIFIED: words("verified: numbers read in the sources"),
        Status.RECALLED: words("recalled, locked: may be planned, not started"),
    }
    counts = (str(len(protocol.bags)), str(len(protocol.steps)))
    return (protocol.id, protocol.title, *counts, status[protocol.status])
