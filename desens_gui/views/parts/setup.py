"""Setting a session up: the open card at the left, the plan in the middle, what is missing at the right.

Draft: FormDraft. Field codes: "people:name", "people:id", "people:reason"; "patient:family_name",
"patient:given_name", "patient:born", "patient:identifier", "patient:weight", "patient:allergy_drug",
"patient:allergy_reaction", "patient:allergy_grade", "patient:allergy_on", "patient:other_allergies";
"plan:drug", "plan:dose", "order:by"; "verify:identifier_last4", "verify:drug", "verify:dose", "verify:bags".
"qualify:..." and "ready:...", "premed:..." as views.entry.qualify reads them; "risks:reason".
Choices: "people:role", "people:alone", "patient:sex", "patient:weight_unknown",
"patient:no_other_allergies", "plan:protocol", "order:taken", "order:read_back".

Intents: "card:<card>" opens a card, "change:<card>" opens it to be answered anew, "card:" goes to the first
that is not complete. "save:people", "save:patient", "save:plan", "save:verify", "save:qualify", "save:ready",
"accept_risks", "accept_baseline" and
"start_session" are read by views.entry.setup; "open_check" opens the check form.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.facts import ClockCardView, FactsView, LineView, PairView
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.parts.plan import PlanView

CardName = Literal["people", "patient", "plan", "qualify", "verify", "ready", "baseline", "start"]
CARDS: tuple[CardName, ...] = (
    "people",
    "patient",
    "plan",
    "qualify",
    "verify",
    "ready",
    "baseline",
    "start",
)


class PickRow(Struct, frozen=True, kw_only=True):
    """One of a list; a locked one may be picked, and its words say what it cannot do."""

    code: str
    title: str
    sub: str = ""
    note: str = ""
    chosen: bool = False
    locked: bool = False


class PickView(Struct, frozen=True, kw_only=True):
    code: str
    name: str
    rows: tuple[PickRow, ...]
    problem: str = ""


class AnswerView(Struct, frozen=True, kw_only=True):
    """A field or a choice with its name above it; `wide` takes the whole row, `problem` stands under it."""

    field: FieldView | None = None
    choice: ChoiceView | None = None
    wide: bool = False
    problem: str = ""


class FormBlock(Struct, frozen=True, kw_only=True):
    """From top to bottom: title, lines, clock, pairs, list, answers, action."""

    title: str = ""
    note: str = ""
    lines: tuple[LineView, ...] = ()
    clock: ClockCardView | None = None
    pairs: tuple[PairView, ...] = ()
    pick: PickView | None = None
    answers: tuple[AnswerView, ...] = ()
    action: ActionView | None = None


class FormCardView(Struct, frozen=True, kw_only=True):
    """`problem`: why the last try was refused, where no single field is to blame."""

    head: CardHead
    blocks: tuple[FormBlock, ...]
    problem: str = ""


class SetupView(Struct, frozen=True, kw_only=True):
    """`card` names what is open. `plan` None: `cover` says why
    nothing stands there; without a cover the form takes its place too."""

    card: str
    form: FormCardView
    plan: PlanView | None = None
    cover: FactsView | None = None
    missing: FactsView
    answered: FactsView
