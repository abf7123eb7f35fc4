"""How far setting up is: which card is open, which are complete, and what still speaks against starting."""

from __future__ import annotations

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.setup import StartSession
from desens_gui.domain.decide.asking import Asking, ordered
from desens_gui.domain.decide.lacking import lacking
from desens_gui.domain.decide.start import baseline_problems, start_session
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.recorded import PROGRAM
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.refusals.setup import SetupIncomplete, SetupItem
from desens_gui.domain.risks import NeverStart, hard_stops, risks_open
from desens_gui.views.parts.setup import CARDS, CardName
from desens_gui.views.scene import Scene

OPEN = "card:"
CHANGE = "change:"

CARD_OF: dict[SetupItem, CardName] = {
    SetupItem.POLICY: "people",
    SetupItem.STAFF: "people",
    SetupItem.SECOND_PERSON: "people",
    SetupItem.PATIENT: "patient",
    SetupItem.PLAN: "plan",
    SetupItem.FINDINGS: "plan",
    SetupItem.ORDER: "plan",
    SetupItem.SEVERE: "qualify",
    SetupItem.HISTORY: "qualify",
    SetupItem.QUALIFICATION: "qualify",
    SetupItem.RISKS: "qualify",
    SetupItem.PLAN_VERIFIED: "verify",
    SetupItem.READY: "ready",
    SetupItem.PREMEDICATION: "ready",
    SetupItem.BASELINE: "baseline",
}
"""The card that answers for an item; the policy is set by the program when it opens the session."""


def card_of(scene: Scene, item: SetupItem) -> CardName:
    """Where staff are set up a second person is looked for when the plan is read again, not before."""
    return "verify" if item is SetupItem.SECOND_PERSON and scene.staffed else CARD_OF[item]


AT_CHAIR = (
    SetupItem.SEVERE,
    SetupItem.HISTORY,
    SetupItem.QUALIFICATION,
    SetupItem.READY,
    SetupItem.PREMEDICATION,
)
"""What the set-up screen asks for beyond what every session must have."""

BEFORE_CHECK = (SetupItem.POLICY, SetupItem.STAFF, SetupItem.PATIENT, SetupItem.PLAN)
"""What the check form needs to know."""


def missing_items(scene: Scene) -> tuple[SetupItem, ...]:
    """All of them, whatever else speaks against starting."""
    found = (reason.missing for reason in start_reasons(scene) if isinstance(reason, SetupIncomplete))
    return next(found, ())


def start_reasons(scene: Scene) -> tuple[AnyRefusal, ...]:
    """Every reason against starting now, as the rule itself gives them; at a chair all is answered first."""
    decision = start_session(_asking(scene), StartSession())
    reasons = decision.reasons if isinstance(decision, Refused) else ()
    if scene.session.emergency:
        return reasons
    found = {item for each in reasons if isinstance(each, SetupIncomplete) for item in each.missing}
    found |= set(lacking(scene.session, AT_CHAIR))
    others = tuple(each for each in reasons if not isinstance(each, SetupIncomplete))
    missing = tuple(item for item in SetupItem if item in found)
    never = tuple(each for each in others if isinstance(each, NeverStart))
    rest = tuple(each for each in others if not isinstance(each, NeverStart))
    return (*never, *((SetupIncomplete(missing=missing),) if missing else ()), *rest)


def baseline_reasons(scene: Scene) -> tuple[AnyRefusal, ...]:
    """What speaks against starting with the baseline that stands; none while there is no baseline."""
    session = scene.session
    if session.baseline is None or session.policy is None:
        return ()
    return baseline_problems(_asking(scene))


def baseline_accepted(scene: Scene) -> bool:
    """Whether a named prescriber accepted this very baseline."""
    check = scene.session.baseline
    return check is not None and ordered(scene.session, OrderFor.ACCEPT_BASELINE, check.recorded_ns)


def _asking(scene: Scene) -> Asking:
    return Asking(scene.session, PROGRAM, None, scene.stamp, scene.now_ns)


def done_cards(scene: Scene) -> frozenset[CardName]:
    """Complete cards; a baseline that no longer allows a start is not."""
    undone = {card_of(scene, item) for item in missing_items(scene)} | {"start"}
    if baseline_reasons(scene):
        undone.add("baseline")
    if hard_stops(scene.session) or risks_open(scene.session):
        undone.add("qualify")
    return frozenset(card for card in CARDS if card not in undone)


def open_card(scene: Scene, chosen: str) -> CardName:
    """The card a person chose ("card:patient", "change:patient"), else the first that lacks something.

    A baseline that stands but is against starting is dealt with where starting is.
    """
    name = chosen.removeprefix(OPEN).removeprefix(CHANGE)
    for card in CARDS:
        if card == name:
            return card
    undone = {card_of(scene, item) for item in missing_items(scene)}
    return next((card for card in CARDS if card in undone), "start")


def answering(scene: Scene, chosen: str) -> bool:
    """Whether the open card takes answers: it lacks some, or a person asked to change them."""
    card = open_card(scene, chosen)
    if chosen.startswith(CHANGE):
        return True
    if card == "qualify":  # answered, and a risk or a hard stop stands: that is dealt with beside the answers
        return bool(lacking(scene.session, (SetupItem.SEVERE, SetupItem.HISTORY, SetupItem.QUALIFICATION)))
    if card == "plan" and only_findings(scene):
        return False
    return card not in done_cards(scene)


def only_findings(scene: Scene) -> bool:
    """Of order and plan only the acceptance of what is red is missing."""
    missing = {item for item in missing_items(scene) if card_of(scene, item) == "plan"}
    return missing == {SetupItem.FINDINGS}


def blind(scene: Scene, chosen: str) -> bool:
    """While the plan is read blind, none of its values may be seen."""
    return open_card(scene, chosen) == "verify" and not scene.session.plan_verified
