"""Set-up, people: who works here, and why nobody else is there to check (SAFETY S10)."""

from __future__ import annotations

from desens_gui.domain.recorded import Role
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView, PairView
from desens_gui.views.parts.setup import FormBlock, PickRow, PickView
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import choice_answer, text_answer, unanswered
from desens_gui.wording import numbers
from desens_gui.wording.roles import role_name
from desens_gui.wording.second_person import ONE_TAP, second_person_reason
from desens_gui.wording.sentences import raised
from desens_gui.wording.words import Words

OTHER = "other"


def people_form(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    words = scene.words
    roles = [(role.value, role_name(words, role)) for role in (Role.NURSE, Role.ALLERGIST)]
    other = draft.choice("people:alone") == OTHER
    reason = text_answer(draft, problems, "people:reason", words("Reason"), wide=True)
    answers = (
        text_answer(draft, problems, "people:name", words("Name"), wide=True),
        text_answer(draft, problems, "people:id", words("Staff id or initials")),
        choice_answer(draft, problems, "people:role", words("You are here as"), roles),
    )
    you = FormBlock(
        title=words("You"),
        note=words("every entry carries your name and time"),
        pairs=_signed_in(scene),
        answers=() if scene.staffed else answers,
    )
    if scene.staffed:
        return (you,)
    return (
        you,
        FormBlock(
            title=words("No second person, because"),
            lines=(LineView(text=_blind_repeat(scene)),),
            pick=_reasons(words, draft, problems),
            answers=(reason,) if other else (),
        ),
    )


def _signed_in(scene: Scene) -> tuple[PairView, ...]:
    """Where staff are set up a name is never typed."""
    if scene.who is None:
        return ()
    return (PairView(label=role_name(scene.words, scene.who.role), value=f"{scene.actor} ({scene.who.id})"),)


def _reasons(words: Words, draft: FormDraft, problems: Problems) -> PickView:
    """One tap each; the last one asks for words."""
    chosen = draft.choice("people:alone")
    reasons = [(code, raised(second_person_reason(words, code))) for code in ONE_TAP]
    return PickView(
        code="people:alone",
        name=words("No second person, because"),
        rows=tuple(
            PickRow(code=code, title=title, chosen=code == chosen)
            for code, title in (*reasons, (OTHER, words("Other reason")))
        ),
        problem=problems.get("people:alone", ""),
    )


def _blind_repeat(scene: Scene) -> str:
    """What takes the place of a second person where no staff are set up."""
    words, policy = scene.words, scene.session.policy
    if policy is None:
        return words("Without staff set up here nobody can show who they are.")
    return words(
        "Without staff set up here nobody can show who they are: the same person reads again, blind, "
        "after {time}, or an allergist confirms by telephone. It stays outstanding until co-signed.",
        time=numbers.duration_words(policy.blind_repeat_after, words),
    )


def people_facts(scene: Scene) -> tuple[PairView, ...]:
    words, session = scene.words, scene.session
    people = [
        PairView(label=role_name(words, each.role), value=f"{each.name} ({each.id})")
        for each in session.staff
    ]
    reason = session.second_person_reason
    if reason is None:
        return tuple(people)
    return (*people, PairView(label=words("Second person"), value=alone_words(words, reason)))


def alone_words(words: Words, reason: str) -> str:
    return words("none: {reason}", reason=second_person_reason(words, reason))


def people_unanswered(scene: Scene, draft: FormDraft) -> list[str]:
    words = scene.words
    typed = [("people:name", words("name")), ("people:id", words("staff id")), ("people:role", words("role"))]
    needed = [] if scene.staffed else [*typed, ("people:alone", words("second person"))]
    if draft.choice("people:alone") == OTHER:
        needed.append(("people:reason", words("reason")))
    return unanswered(draft, needed)


def people_known(scene: Scene) -> FormDraft:
    """What is recorded, to be changed."""
    session = scene.session
    texts, chosen = {}, {}
    if session.staff:
        last = session.staff[-1]
        texts = {"people:name": last.name, "people:id": last.id}
        chosen = {"people:role": last.role.value}
    reason = session.second_person_reason
    if reason in ONE_TAP:
        chosen["people:alone"] = reason
    elif reason is not None:
        chosen["people:alone"] = OTHER
        texts["people:reason"] = reason
    return FormDraft(texts=texts, chosen=chosen)
