"""Set-up, what is red or yellow about the plan: shown as one types; the red ones accepted by name."""

from __future__ import annotations

from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.plan_findings import circumstances, found, open_findings
from desens_gui.domain.prescribing import OrderFor
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import LineView
from desens_gui.views.parts.setup import FormBlock
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.setup_answers import text_answer, unanswered
from desens_gui.views.setup_plan import order_answers, order_needed, order_words
from desens_gui.wording.finding_words import finding_sentence, level_name

REASON = "order:reason"


def finding_lines(scene: Scene, plan: Plan) -> tuple[tuple[str, str], ...]:
    """Level and sentence, red first; for a plan that is set, what it was held against then."""
    policy, words = scene.session.policy, scene.words
    if policy is None:
        return ()
    if plan == scene.session.plan:
        around = circumstances(policy, scene.session.held)
    else:
        around = circumstances(policy, scene.held)
    return tuple(
        (level_name(each.level, words), finding_sentence(each, words)) for each in found(plan, around)
    )


def acceptance(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FormBlock, ...]:
    """Who accepts what is red, how that was told, and why; or by whom it was accepted."""
    words, red = scene.words, open_findings(scene.session)
    if scene.session.findings_accepted:
        by = order_words(scene, OrderFor.ACCEPT_PLAN)
        return (FormBlock(title=words("Red findings accepted"), lines=(LineView(text=by),)),)
    if not red:
        return ()
    lines = tuple(LineView(strong=finding_sentence(each, words)) for each in red)
    reason = text_answer(draft, problems, REASON, words("Reason"), wide=True)
    return (
        FormBlock(title=words("Red: the allergist accepts it by name"), lines=lines),
        FormBlock(answers=(*order_answers(scene, draft, problems), reason)),
    )


def acceptance_unanswered(scene: Scene, draft: FormDraft) -> list[str]:
    needed = (*order_needed(scene, draft), (REASON, scene.words("reason")))
    return unanswered(draft, needed)
