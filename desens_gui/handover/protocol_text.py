"""One protocol as a page for reading: what it is, whom it is for, what is watched, and every source."""

from __future__ import annotations

from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.wording.about_words import (
    certainty_name,
    kind_name,
    monitored_line,
    reaction_name,
    route_name,
    status_name,
    tolerance_sentence,
)
from desens_gui.wording.dose_words import challenge_sentence
from desens_gui.wording.numbers import duration_words
from desens_gui.wording.plain import plain
from desens_gui.wording.plan_change_words import last_bag_rule
from desens_gui.wording.sentences import listed
from desens_gui.wording.words import Words


def protocol_text(protocol: Protocol | DoseProtocol, words: Words) -> str:
    """Everything but the doses, which stand in a plan."""
    about = protocol.about
    lines = [
        words(
            "{title} ({id}, revision {revision})",
            title=plain(protocol.title),
            id=protocol.id,
            revision=protocol.revision,
        ),
        *([challenge_sentence(words)] if isinstance(protocol, DoseProtocol) and protocol.challenge else []),
        words(
            "Kind: {kind}, {route}",
            kind=kind_name(protocol.kind, words),
            route=route_name(protocol.route, words),
        ),
        words("Status: {status}", status=status_name(protocol.status, words)),
    ]
    if isinstance(protocol, Protocol):
        lines.append(words("Last bag: {rule}", rule=last_bag_rule(protocol.last_bag, words)))
    if protocol.drugs:
        lines.append(words("Published for: {drugs}", drugs=plain(listed(protocol.drugs))))
    if about.reactions:
        names = listed(reaction_name(each, words) for each in about.reactions)
        lines.append(words("For a first reaction: {reactions}", reactions=names))
    if about.monitoring:
        what = listed(monitored_line(each, words) for each in about.monitoring)
        lines.append(words("Watched: {what}.", what=what))
    if protocol.observation is not None:
        time = duration_words(protocol.observation.duration, words)
        lines.append(words("Observation after the last dose: {time}.", time=time))
    lines.append(tolerance_sentence(about.tolerance, words))
    for source in protocol.sources:
        lines += ["", f"[{source.key}] {plain(source.title)}", plain(source.where)]
        lines.append(f"{certainty_name(source.certainty, words)}: {plain(source.read)}")
    return "\n".join(lines) + "\n"
