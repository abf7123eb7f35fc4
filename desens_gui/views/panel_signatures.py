"""Short form: what waits for a name, and signing the session before it is closed (SAFETY S10, S21)."""

from __future__ import annotations

from desens_gui.domain.decide.signing import stands
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.signing import Signature, Unsigned
from desens_gui.domain.stage import Observing, Stopping
from desens_gui.views.panel_parts import PanelParts
from desens_gui.views.parts.action import ActionView
from desens_gui.views.scene import Scene
from desens_gui.wording.plain import plain
from desens_gui.wording.roles import role_name
from desens_gui.wording.sentences import raised
from desens_gui.wording.signatures import meaning_name, waits_for

MOST_SHOWN = 6
"""That fit beside the three signatures; the newest come once these are signed."""


def signatures_panel(scene: Scene) -> PanelParts:
    words, session = scene.words, scene.session
    waiting = [_co_sign(scene, each) for each in session.unsigned[:MOST_SHOWN]]
    own = [_sign(scene, meaning) for meaning in Meaning] if _drug_over(scene) else []
    options = tuple(
        ActionView(
            intent=each.intent,
            label=each.label,
            sub=each.sub,
            key=str(number),
            blocked_reason=each.blocked_reason,
        )
        for number, each in enumerate((*waiting, *own), start=1)
    )
    return PanelParts(
        title=words("Co-sign and sign"),
        lead=outstanding_words(scene) or words("Nothing waits for a co-signature"),
        text=_signed(scene),
        options=options,
    )


def outstanding_words(scene: Scene) -> str:
    """ "3 co-signatures outstanding"; empty when there is none."""
    count = len(scene.session.unsigned)
    if not count:
        return ""
    words = scene.words
    return (
        words("1 co-signature outstanding")
        if count == 1
        else words("{count} co-signatures outstanding", count=count)
    )


def to_co_sign(scene: Scene) -> tuple[str, ...]:
    """ "Co-sign, Dr Haas: prescriber order 10:21.": a sentence for each who may."""
    words, found = scene.words, dict[str, list[str]]()
    for each in scene.session.unsigned:
        found.setdefault(_who(scene, each), []).append(_what(scene, each))
    return tuple(
        words("Co-sign, {who}: {what}.", who=who, what=", ".join(what)) for who, what in found.items()
    )


def _what(scene: Scene, waits: Unsigned) -> str:
    words = scene.words
    return words("{what} {time}", what=waits_for(words, waits.what), time=scene.hh_mm(waits.at_ns))


def _who(scene: Scene, waits: Unsigned) -> str:
    if waits.by:
        return plain(waits.by)
    members = (scene.session.known(person) for person in waits.done_by)
    names = ", ".join(plain(member.name) for member in members if member is not None)
    return scene.words("anybody but {names}", names=names)


def _co_sign(scene: Scene, waits: Unsigned) -> ActionView:
    return ActionView(
        intent=f"co_sign:{waits.seq}",
        label=raised(_what(scene, waits)),
        sub=_who(scene, waits),
        blocked_reason=_nobody(scene),
    )


def _sign(scene: Scene, meaning: Meaning) -> ActionView:
    """A signature that stands is not given again by the same hand; the rule says so."""
    words = scene.words
    who = {
        Meaning.PERFORMED: words("nurse or allergist"),
        Meaning.VERIFIED: words("another person"),
        Meaning.REVIEWED: words("allergist"),
    }
    label = words("Sign as {meaning}", meaning=meaning_name(words, meaning))
    return ActionView(
        intent=f"sign:{meaning.value}", label=label, sub=who[meaning], blocked_reason=_nobody(scene)
    )


def _nobody(scene: Scene) -> str:
    if scene.staffed:
        return ""
    return scene.words("No staff are set up here: nobody can show who they are. Sign on the handover page.")


def _drug_over(scene: Scene) -> bool:
    return isinstance(scene.session.stage, Observing | Stopping) and not scene.session.pump_runs


def _signed(scene: Scene) -> str:
    """Every signature so far, with its moment, and whether something changed after it."""
    if not scene.session.signatures:
        return scene.words("Badge or PIN signs; everything runs on meanwhile.")
    return "; ".join(signature_words(scene, each) for each in scene.session.signatures)


def signature_words(scene: Scene, signed: Signature) -> str:
    words = scene.words
    line = words(
        "Signed as {meaning} {time}: {name}, {role}",
        meaning=meaning_name(words, signed.meaning),
        time=scene.hh_mm(signed.at_ns),
        name=plain(signed.name),
        role=role_name(words, signed.role),
    )
    return line if stands(scene.session, signed) else words("{line}, changed after signing", line=line)
