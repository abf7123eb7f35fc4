"""Set-up, who qualifies: what was answered, why nobody may start, and risks for a physician to accept."""

from __future__ import annotations

from desens_gui.domain.risks import hard_stops, risks_open, test_first
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView, PairView
from desens_gui.views.parts.setup import FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import text_answer, unanswered
from desens_gui.views.setup_plan import order_answers, order_needed
from desens_gui.wording.about_words import reaction_name
from desens_gui.wording.events_qualify import history_line, severe_line
from desens_gui.wording.qualify_words import risk_name, strength_name, test_first_sentence
from desens_gui.wording.refusals import refusal
from desens_gui.wording.sentences import listed, lowered, raised


def qualify_facts(scene: Scene) -> tuple[PairView, ...]:
    """What was recorded; nothing of it before it was."""
    words, session = scene.words, scene.session
    pairs = []
    if session.severe:
        pairs.append(PairView(label=words("Hard stops"), value=severe_line(words, session.severe)))
    if session.history is not None:
        pairs.append(PairView(label=words("History"), value=history_line(words, session.history)))
    if (said := session.qualification) is not None:
        strength = lowered(words, strength_name(words, said.strength))
        pairs += [
            PairView(
                label=words("First reaction"),
                value=raised(f"{reaction_name(said.reaction, words)}, {strength}"),
            ),
            PairView(label=words("Evidence"), value=said.evidence),
            PairView(label=words("Decided by"), value=said.decided_by),
            PairView(label=words("Alternatives"), value=said.alternatives),
            PairView(label=words("Benefit"), value=said.benefit),
        ]
    return tuple(pairs)


def standing_against(scene: Scene) -> tuple[LineView, ...]:
    """Why nobody may start, and the proposal to test first."""
    words = scene.words
    lines = [LineView(strong=refusal(words, reason)) for reason in hard_stops(scene.session)]
    if test_first(scene.session):
        lines.append(LineView(text=test_first_sentence(words)))
    return tuple(lines)


def risk_blocks(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    """For the physician's word; none while no risk stands open."""
    words, risks = scene.words, risks_open(scene.session)
    if not risks:
        return ()
    missing = unanswered(draft, (*order_needed(scene, draft), ("risks:reason", words("reason"))))
    return (
        FormBlock(
            title=words("A named physician accepts"),
            note=words("with a reason"),
            lines=tuple(LineView(strong=raised(risk_name(words, risk))) for risk in risks),
            answers=(
                *order_answers(scene, draft, problems),
                text_answer(draft, problems, "risks:reason", words("Reason"), wide=True),
            ),
            action=ActionView(
                intent="accept_risks",
                label=words("Record this order"),
                blocked_reason=words("Not yet. {missing}.", missing=raised(listed(missing)))
                if missing
                else "",
            ),
        ),
    )
