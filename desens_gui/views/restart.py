"""The program was away: what did the pump do meanwhile, what does it show now, what was last known."""

from __future__ import annotations

from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.ledger import given
from desens_gui.domain.session import Away
from desens_gui.views.entry.away import MEANWHILE, PUMP_NOW, TOTAL
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.parts.ordered import OrderedRow, OrderedView
from desens_gui.views.parts.restart import LastKnownView, OrderFormView, PumpNowView, RestartView
from desens_gui.views.parts.step_card import FactView
from desens_gui.views.prescriber import by_field, read_back_choice, taken_choice
from desens_gui.views.pump_entry import Problems, choice, rate_field
from desens_gui.views.restart_answers import away_answer
from desens_gui.views.scene import Scene
from desens_gui.views.step_card import bag_fact
from desens_gui.views.step_timer import step_title, timer
from desens_gui.views.would_be import at_least
from desens_gui.wording import numbers


def restart(
    scene: Scene, away: Away, draft: FormDraft, problems: Problems, refused: dict[str, str]
) -> RestartView:
    words = scene.words
    unknown = draft.choice(MEANWHILE) == PumpMeanwhile.NOT_SURE.value and not draft.text(TOTAL).strip()
    return RestartView(
        head=CardHead(title=words("Did the pump run?"), note=words("Look at the pump, not at this screen")),
        answers=tuple(
            away_answer(scene, away, number, meanwhile, draft, problems)
            for number, meanwhile in enumerate(PumpMeanwhile, start=1)
        ),
        pump_now=_pump_now(scene, draft, problems),
        order=OrderFormView(
            title=words("Prescriber order: go on without knowing what the pump gave"),
            by=by_field(scene, draft, problems),
            taken=taken_choice(scene, draft),
            read_back=read_back_choice(scene, draft),
        )
        if unknown and draft.choice(PUMP_NOW) != "stopped"
        else None,
        last_known=_last_known(scene, away),
        look=_look(scene),
        record=_record(scene, refused),
    )


def _pump_now(scene: Scene, draft: FormDraft, problems: Problems) -> PumpNowView:
    words = scene.words
    title = words("The pump shows now")
    options = (("running", words("Running")), ("stopped", words("Stopped")))
    return PumpNowView(
        title=title,
        sub=words("Typed from the pump, never ticked"),
        rate=rate_field(scene, draft, problems),
        choice=choice(PUMP_NOW, title, options, draft.choice(PUMP_NOW)),
    )


def _last_known(scene: Scene, away: Away) -> LastKnownView:
    words, time = scene.words, scene.hh_mm_ss(away.from_ns)
    then = given(at_least(scene).ledger, scene.plan, away.from_ns)
    return LastKnownView(
        head=CardHead(title=step_title(scene), note=words("last seen running {time}", time=time)),
        timer=timer(scene),
        facts=(
            FactView(label=words("Last known rate"), value=numbers.rate(away.flow.rate), size="rate"),
            bag_fact(scene, away.flow.bag),
            FactView(label=words("Given at {time}", time=time), value=numbers.amount(then, words)),
        ),
    )


def _look(scene: Scene) -> OrderedView:
    words = scene.words
    return OrderedView(
        head=CardHead(title=words("Also look at")),
        rows=(
            OrderedRow(
                code="patient",
                title=words("Patient"),
                sub=words("Awake, talking, no new sign? If not: REACTION"),
                state="instruction",
            ),
            OrderedRow(
                code="site", title=words("IV site"), sub=words("Swelling, pain, wet?"), state="instruction"
            ),
        ),
    )


def _record(scene: Scene, refused: dict[str, str]) -> FactsView:
    words = scene.words
    entries = words("{count} entries, chain unbroken", count=numbers.number(scene.session.seq))
    lines = [LineView(strong=words("Record read back"), text=entries)]
    if problem := refused.get("answer_away", ""):
        lines.insert(0, LineView(strong=words("Not accepted"), text=problem))
    return FactsView(head=CardHead(title=words("Record")), lines=tuple(lines))
