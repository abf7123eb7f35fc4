"""From the end of the drug to the closed session: the wait, the dose against the bags, what is left to do."""

from __future__ import annotations

from desens_gui.domain.events.ending import Ending
from desens_gui.domain.ledger import given_by_step
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.quantities import Amount
from desens_gui.domain.stage import Ended, Flushing
from desens_gui.views.ending_list import called_ending, endings
from desens_gui.views.ending_rows import ending_rows
from desens_gui.views.panel_signatures import to_co_sign
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.ending import EndingView, ObservationView
from desens_gui.views.parts.facts import FactsView, LineView, PairView
from desens_gui.views.parts.ordered import OrderedView
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.step_timer import step_title, timer
from desens_gui.wording import numbers


def ending(scene: Scene, draft: FormDraft, problems: Problems, refused: dict[str, str]) -> EndingView:
    words, session = scene.words, scene.session
    rows = ending_rows(scene, draft, problems, refused)
    done = sum(row.state == "done" for row in rows)
    after = session.drug_ran and called_ending(scene) is not Ending.DIED
    waiting = () if called_ending(scene) is Ending.DIED else to_co_sign(scene)
    days_after = [words("Telephone follow-up at 24 h and late rash: on your site's form")] if after else []
    outstanding = " ".join((*waiting, *days_after))
    return EndingView(
        observation=_observation(scene),
        dose=_dose(scene, session.plan)
        if session.plan is not None
        else FactsView(head=CardHead(title=words("Dose"), note=words("no plan yet"))),
        order=OrderedView(
            head=CardHead(
                title=words("To the end"), note=words("{done} of {total} done", done=done, total=len(rows))
            ),
            rows=rows,
            foot=LineView(strong=words("Outstanding"), text=outstanding) if outstanding else None,
            foot_icon="clock" if outstanding else "",
        ),
        endings=endings(scene),
    )


def _observation(scene: Scene) -> ObservationView:
    """The ring of the flush, then of the wait and why it is as long as it is."""
    words, stage = scene.words, scene.session.stage
    if isinstance(stage, Flushing):
        return ObservationView(head=CardHead(title=words("Flush")), timer=timer(scene))
    over = scene.observation_over_ns
    if over is None:
        title = words("Closed") if isinstance(stage, Ended) else words("Observation")
        return ObservationView(head=CardHead(title=title), timer=timer(scene))
    whole = numbers.minutes(scene.policy.observation)
    return ObservationView(
        head=CardHead(title=words("Observation"), note=words("until {time}", time=scene.hh_mm_ss(over))),
        timer=timer(scene),
        text=words("End of drug + {time}, by the site's policy.", time=whole)
        if scene.session.drug_ran
        else words("No drug has run: nothing to wait for."),
    )


def _dose(scene: Scene, plan: Plan) -> FactsView:
    words, session = scene.words, scene.session
    parts = given_by_step(session.ledger, plan, scene.counted_ns)
    pairs = []
    for bag in plan.bags:
        dose = Amount.total((part.dose for part in parts if part.bag == bag.number), plan.unit)
        label = words("Bag {bag}, by rate and time", bag=bag.number)
        if session.emptied and bag.number == plan.last_step.bag:
            label = words("Bag {bag}, reported empty", bag=bag.number)
        pairs.append(PairView(label=label, value=numbers.amount(dose, words)))
    pairs.append(PairView(label=words("Given"), value=numbers.amount(scene.given, words), total=True))
    share = numbers.percent(scene.given.ratio(plan.target) * 100)
    text = words("Planned {dose}: {share} given.", dose=numbers.amount(plan.target, words), share=share)
    return FactsView(
        head=CardHead(title=words("Dose, held against the bags")),
        pairs=tuple(pairs),
        lines=(LineView(strong=step_title(scene), text=text), *_code(scene)),
    )


def _code(scene: Scene) -> tuple[LineView, ...]:
    """Of the closed record, to be noted where nobody who changes the file can change it too."""
    words, code = scene.words, scene.recording.code
    if not code or not isinstance(scene.session.stage, Ended):
        return ()
    note = words("On the handover page, and to note elsewhere: it shows whether the file was changed later.")
    return (LineView(strong=words("Compare code {code}", code=code), text=note, rule=True),)
