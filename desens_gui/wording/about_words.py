"""What a protocol says of itself, in words: kind, route, reactions, what is watched, how long it lasts."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.protocol.about import (
    Certainty,
    Monitored,
    ProtocolKind,
    ReactionType,
    Route,
    Status,
    ToleranceKind,
    ToleranceRule,
    Watched,
)
from desens_gui.wording.numbers import duration_words
from desens_gui.wording.words import Words


def kind_name(kind: ProtocolKind, words: Words) -> str:
    match kind:
        case ProtocolKind.INFUSION_BAGS:
            return words("infusion in bags")
        case ProtocolKind.INFUSION_SERIES:
            return words("infusion, dose series of several concentrations")
        case ProtocolKind.INFUSION_RAMP:
            return words("infusion, rate ramp")
        case ProtocolKind.DOSES:
            return words("single doses")
        case ProtocolKind.COURSE:
            return words("daily doses over days")
        case ProtocolKind.CHALLENGE:
            return words("graded challenge, no desensitization")
        case _:
            assert_never(kind)


def route_name(route: Route, words: Words) -> str:
    match route:
        case Route.IV:
            return words("IV")
        case Route.ORAL:
            return words("by mouth")
        case Route.SUBCUT:
            return words("subcut")
        case Route.AS_ORDERED:
            return words("route as ordered")
        case _:
            assert_never(route)


def status_name(status: Status, words: Words) -> str:
    match status:
        case Status.VERIFIED:
            return words("verified: numbers read in the sources")
        case Status.RECALLED:
            return words("recalled, locked: may be planned, not started")
        case _:
            assert_never(status)


def certainty_name(certainty: Certainty, words: Words) -> str:
    match certainty:
        case Certainty.READ:
            return words("read in the source")
        case Certainty.RECALLED:
            return words("recalled from memory")
        case Certainty.PROPOSED:
            return words("proposed, not published")
        case _:
            assert_never(certainty)


def reaction_name(reaction: ReactionType, words: Words) -> str:
    match reaction:
        case ReactionType.IMMEDIATE:
            return words("immediate")
        case ReactionType.BENIGN_DELAYED_RASH:
            return words("benign delayed rash")
        case ReactionType.AERD:
            return words("aspirin-exacerbated respiratory disease")
        case ReactionType.INFUSION_CYTOKINE:
            return words("infusion or cytokine reaction")
        case ReactionType.SEVERE_DELAYED:
            return words("severe delayed reaction")
        case ReactionType.SIDE_EFFECT:
            return words("side effect")
        case ReactionType.UNKNOWN:
            return words("unknown")
        case _:
            assert_never(reaction)


def watched_name(watched: Watched, words: Words) -> str:
    match watched:
        case Watched.VITALS:
            return words("vital signs")
        case Watched.SYMPTOMS:
            return words("symptoms")
        case Watched.SPIROMETRY:
            return words("spirometry")
        case Watched.GLUCOSE:
            return words("glucose")
        case Watched.PEAK_FLOW:
            return words("peak flow")
        case _:
            assert_never(watched)


def monitored_line(monitored: Monitored, words: Words) -> str:
    """ "glucose every 30 min", "spirometry before each dose"."""
    what = watched_name(monitored.what, words)
    if monitored.every is None:
        return words("{what} before each dose or increase", what=what)
    return words("{what} every {time}", what=what, time=duration_words(monitored.every, words))


def tolerance_sentence(rule: ToleranceRule | None, words: Words) -> str:
    """How long tolerance lasts; without a rule it is said that none is known."""
    if rule is None:
        return words("How long tolerance lasts is not stated: ask the allergist before every later dose.")
    match rule.kind:
        case ToleranceKind.EACH_TIME:
            return words("Tolerance: none for the next treatment; the protocol is repeated each time.")
        case ToleranceKind.INTERVAL:
            return words(
                "Tolerance lasts while doses follow at their interval; a late dose asks the allergist."
            )
        case ToleranceKind.LIMITS:
            assert rule.call_after is not None
            assert rule.repeat_after is not None
            return words(
                "Tolerance: without a dose for {call} call the allergist, for {repeat} repeat the protocol.",
                call=duration_words(rule.call_after, words),
                repeat=duration_words(rule.repeat_after, words),
            )
        case ToleranceKind.NONE:
            return words("This induces no tolerance: a later dose is not made safe by it.")
        case _:
            assert_never(rule.kind)
