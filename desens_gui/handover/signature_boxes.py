"""Who signed what, and the places that are still empty."""

from __future__ import annotations

from desens_gui.domain.decide.signing import stands
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.recorded import Role
from desens_gui.domain.signing import Signature
from desens_gui.handover.document import Box, Boxes
from desens_gui.handover.head import prescriber
from desens_gui.handover.told import Told
from desens_gui.wording.plain import plain
from desens_gui.wording.roles import role_name
from desens_gui.wording.signatures import meaning_name


def signatures(told: Told) -> Boxes:
    """Performed, verified, reviewed: as signed in the record, else to be signed on paper."""
    words, state = told.words, told.state
    nurses = ", ".join(plain(each.name) for each in state.staff if each.role is Role.NURSE)
    none = state.second_person_reason is not None
    alone = words("co-sign outstanding") if none else words("not signed")
    return Boxes(
        (
            _box(told, Meaning.PERFORMED, words("Nurse"), nurses, words("not signed")),
            _box(
                told,
                Meaning.VERIFIED,
                words("Second person"),
                words("none at the session") if none else "",
                alone,
            ),
            _box(told, Meaning.REVIEWED, words("Allergist"), prescriber(told), words("not signed")),
            Box(
                label=words("Received by (ward)"),
                name="",
                state="",
                line=words("name, date, time"),
                open=False,
            ),
        )
    )


def _box(told: Told, meaning: Meaning, label: str, name: str, state: str) -> Box:
    words = told.words
    signed = [each for each in told.state.signatures if each.meaning is meaning]
    if not signed:
        return Box(label=label, name=name, state=state, line=words("signature, date, time"), open=True)
    last = signed[-1]
    return Box(
        label=role_name(words, last.role),
        name=plain(last.name),
        state=_state(told, last),
        line=words("in the record, {time}", time=told.day_and_time(last.at_ns)),
        open=False,
    )


def _state(told: Told, signature: Signature) -> str:
    words, meaning = told.words, meaning_name(told.words, signature.meaning)
    if stands(told.state, signature):
        return words("signed as {meaning}", meaning=meaning)
    return words("signed as {meaning}, CHANGED AFTER SIGNING", meaning=meaning)
