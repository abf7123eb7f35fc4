"""Set-up, who qualifies and what is ready: nothing pre-filled, everything read, risks put to a physician."""

from __future__ import annotations

import pytest

from desens_gui.domain import qualifying
from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.check import RecordMedication
from desens_gui.domain.commands.qualify import (
    AcceptRisks,
    AnswerReady,
    AnswerSevere,
    DeclareEmergency,
    Qualify,
    RecordHistory,
    WithholdPremedication,
)
from desens_gui.domain.commands.setup import SetPlan
from desens_gui.domain.patient import Weight
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.qualifying import HistoryStrength, Known, ReadyAnswer, ReadyItem
from desens_gui.domain.quantities import Number
from desens_gui.domain.refusals.qualify import DayImpossible, HistoryImpossible, WeightChanged
from desens_gui.domain.refusals.setup import SetupIncomplete
from desens_gui.views.entry.setup import SetupEntry, setup_commands
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.setup_actions import setup_actions
from desens_gui.views.setup_ready import ready_facts, ready_unanswered
from desens_gui.views.setup_refused import setup_refused
from desens_gui.views.setup_risks import qualify_facts
from desens_gui.views.setup_state import done_cards, start_reasons
from tests.courses import opened
from tests.driving import inputs, order
from tests.qualified import ABOUT_PATIENT, HISTORY, QUALIFICATION, history, qualification, severe
from tests.views.setup_scenes import (
    PLAN,
    PROTOCOLS,
    QUALIFY,
    READY,
    chair_at,
    scene_at,
    scene_of,
    with_choices,
    with_texts,
)
from tests.views.setup_views import EMPTY, shown, words_of


def read(draft: FormDraft, intent: str, stage: str = "plan") -> SetupEntry:
    return setup_commands(scene_at(stage), draft, intent, PROTOCOLS)


@pytest.mark.requirement("R-S14-3")
def test_the_card_is_read_as_three_answers() -> None:
    entry = read(QUALIFY, "save:qualify")
    assert entry.problems == {}
    assert entry.commands == (
        AnswerSevere(answers=severe()),
        RecordHistory(history=HISTORY),
        Qualify(qualification=QUALIFICATION),
    )
    chair = chair_at("plan")
    assert all(isinstance(chair.submit(command), Accepted) for command in entry.commands)
    assert "qualify" in done_cards(scene_of(chair))


def test_numbers_and_days_that_are_known_are_read() -> None:
    typed = with_texts(
        with_choices(QUALIFY, qualify__skin_test="positive", qualify__weight_checked="yes"),
        qualify__skin_test_on="Oct-2026",
        qualify__challenge_on="2024",
        qualify__fev1="86",
        qualify__tryptase="4.2",
        qualify__last_weight="63.5",
    )
    known = history(
        skin_test=qualifying.Tested.POSITIVE,
        skin_test_on="2026-10",
        challenge_on="2024",
        fev1_percent=Number.of("86"),
        tryptase_ug_l=Number.of("4.2"),
        last_weight_kg=Weight.of("63.5"),
    )
    assert read(typed, "save:qualify").commands[1] == RecordHistory(history=known, weight_checked=True)


@pytest.mark.parametrize("code", [*QUALIFY.chosen, *QUALIFY.texts])
def test_every_answer_is_needed(code: str) -> None:
    texts = {each: text for each, text in QUALIFY.texts.items() if each != code}
    chosen = {each: option for each, option in QUALIFY.chosen.items() if each != code}
    entry = read(FormDraft(texts=texts, chosen=chosen), "save:qualify")
    assert (entry.commands, list(entry.problems)) == ((), [code])


@pytest.mark.parametrize(
    ("code", "text"),
    [("qualify__fev1", "much"), ("qualify__skin_test_on", "soon"), ("qualify__tryptase", "-")],
)
def test_what_cannot_be_read_is_said_at_its_field(code: str, text: str) -> None:
    entry = read(with_texts(QUALIFY, **{code: text}), "save:qualify")
    assert (entry.commands, list(entry.problems)) == ((), [code.replace("__", ":")])


def test_the_button_names_what_is_not_answered() -> None:
    scene = scene_at("plan")
    primary = setup_actions(scene, EMPTY, "").primary
    assert primary is not None
    assert (primary.intent, primary.label) == ("save:qualify", "Save who qualifies")
    assert primary.blocked_reason.startswith("Not yet. SJS or TEN, DRESS, AGEP")
    full = setup_actions(scene, QUALIFY, "").primary
    assert full is not None
    assert full.blocked_reason == ""


@pytest.mark.requirement("R-S14-2")
def test_a_risk_is_put_to_a_named_physician() -> None:
    chair = chair_at("qualified")
    chair.do(RecordHistory(history=history(ace_inhibitor=Known.YES)))
    scene = scene_of(chair)
    assert "qualify" not in done_cards(scene)
    form = shown(scene, "card:qualify").form
    assert form.blocks[0].title == "A named physician accepts"
    assert form.blocks[0].lines[0].strong == "ACE inhibitor not ruled out"
    action = form.blocks[0].action
    assert action is not None
    assert action.blocked_reason == ("Not yet. Prescriber, how the order was given, read back, reason.")
    draft = with_texts(PLAN, risks__reason="held 2 days", order__by="Dr Haas")
    (command,) = setup_commands(scene, draft, "accept_risks", PROTOCOLS).commands
    assert command == AcceptRisks(order=order(OrderFor.ACCEPT_RISKS), reason="held 2 days")
    ready = shown(scene, "card:qualify", draft).form.blocks[0].action
    assert ready is not None
    assert ready.blocked_reason == ""
    chair.do(command)
    assert shown(scene_of(chair), "card:qualify").form.blocks[0].title == ""
    assert "qualify" in done_cards(scene_of(chair))
    assert setup_commands(scene, EMPTY, "accept_risks", PROTOCOLS).commands == ()


@pytest.mark.requirement("R-S14-1")
def test_a_hard_stop_is_said_on_the_card_and_at_the_start() -> None:
    chair = chair_at("baseline")
    chair.do(AnswerSevere(answers=severe(dress=Known.YES)))
    scene = scene_of(chair)
    assert "DO NOT START: severe reaction to this drug (DRESS)" in words_of(shown(scene, "card:qualify").form)
    start = setup_actions(scene, EMPTY, "card:start").primary
    chair.do(SetPlan(inputs=inputs()))
    column = words_of(shown(scene_of(chair)).missing)
    assert "DO NOT START" in column
    assert "Baseline check" not in column
    assert start is not None
    assert "DO NOT START" in start.blocked_reason
    assert "qualify" not in done_cards(scene)
    assert {"patient", "plan", "verify"} <= done_cards(scene)


@pytest.mark.requirement("R-S14-3")
def test_a_doubtful_history_reads_as_a_proposal() -> None:
    chair = chair_at("qualified")
    chair.do(Qualify(qualification=qualification(strength=HistoryStrength.DOUBTFUL)))
    text = words_of(shown(scene_of(chair), "card:qualify").form)
    assert "Consider testing or a graded challenge first: the allergist decides." in text
    assert "Premedication and skin tests are not desensitization." in words_of(shown(scene_at("plan")).form)


def test_half_answered_is_shown_as_far_as_it_is() -> None:
    chair = chair_at("plan")
    chair.do(ABOUT_PATIENT[1])
    assert shown(scene_of(chair), "card:qualify").form.blocks[0].title == "Hard stops, this drug ever"
    assert words_of(shown(scene_at("qualified"), "card:qualify").form).count("Dr Haas") == 1


@pytest.mark.requirement("R-I5-ready")
def test_the_checklist_and_the_premedication_are_read() -> None:
    late = with_choices(READY, ready__oxygen="not_done")
    entry = read(late, "save:ready")
    assert list(entry.problems) == ["ready:oxygen_reason"]
    save = setup_actions(scene_at("plan"), late, "card:ready").primary
    assert save is not None
    assert save.blocked_reason == "Not yet. Reason."
    said = with_texts(late, ready__oxygen_reason="bottle is fetched")
    ready, withheld = read(said, "save:ready").commands
    assert isinstance(ready, AnswerReady)
    assert ReadyAnswer(item=ReadyItem.OXYGEN, done=False, reason="bottle is fetched") in ready.answers
    assert withheld == WithholdPremedication(reason="it hides early signs")
    assert shown(scene_at("plan"), "card:ready", late).form.blocks[0].answers[4].field is not None


@pytest.mark.requirement("R-I5-ready")
def test_premedication_is_given_with_drug_dose_and_route() -> None:
    given = with_texts(
        with_choices(READY, premed__way="given"),
        premed__drug="famotidine",
        premed__dose="20 mg",
        premed__route="IV",
    )
    assert read(given, "save:ready").commands[1] == RecordMedication(
        drug="famotidine", dose="20 mg", route="IV"
    )
    assert list(read(with_texts(given, premed__dose=""), "save:ready").problems) == ["premed:dose"]
    assert list(read(with_choices(READY, premed__way=""), "save:ready").problems) == ["premed:way"]
    again = read(with_choices(READY, premed__way=""), "save:ready", "qualified")
    assert len(again.commands) == 1
    form = words_of(shown(scene_at("qualified"), "change:ready").form)
    assert "Answered already; more is added here." in form
    saved = words_of(shown(scene_at("qualified"), "card:ready").form)
    assert "Pump plugged in" in saved
    assert "Premedication" in saved


def test_without_a_policy_no_checklist_is_asked() -> None:
    scene = scene_of(opened())
    assert setup_commands(scene, READY, "save:ready", PROTOCOLS).commands == (
        WithholdPremedication(reason="it hides early signs"),
    )
    assert shown(scene, "card:ready").form.blocks[0].answers == ()


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (WeightChanged(kg="64", last_kg="141", percent="55", most_percent="10"), "qualify:last_weight"),
        (HistoryImpossible(field="fev1_percent", value="1", least="5", most="9"), "qualify:fev1"),
        (HistoryImpossible(field="sbp", value="1", least="5", most="9"), ""),
        (DayImpossible(field="skin test", day="2027"), "qualify:skin_test_on"),
        (DayImpossible(field="challenge", day="2027"), "qualify:challenge_on"),
    ],
)
def test_a_refusal_stands_at_its_field(reason: object, code: str) -> None:
    assert list(setup_refused(scene_at("plan"), [reason])) == [code]  # type: ignore[list-item]


@pytest.mark.requirement("R-I5-weight")
def test_a_changed_weight_is_confirmed_with_one_key() -> None:
    asked = shown(scene_at("plan"), "", QUALIFY, qualify__last_weight="Weight: differs.")
    assert "Read again, it is right" in words_of(asked.form)
    assert "Read again, it is right" not in words_of(shown(scene_at("plan"), "", QUALIFY).form)


@pytest.mark.requirement("R-I5-emergency")
def test_in_an_emergency_only_the_rule_itself_speaks() -> None:
    chair = chair_at("plan")
    chair.do(DeclareEmergency(by="Dr Haas", reason="sepsis"))
    (reason,) = start_reasons(scene_of(chair))
    assert isinstance(reason, SetupIncomplete)
    chair.do(ABOUT_PATIENT[0])
    assert start_reasons(scene_of(chair)) == ()


def test_only_what_was_answered_is_a_fact() -> None:
    scene = scene_at("plan")
    assert qualify_facts(scene) == ready_facts(scene) == ()
    given = with_choices(READY, premed__way="given")
    assert "Dose with its unit" in words_of(shown(scene, "card:ready", given).form)
    assert ready_unanswered(scene_at("qualified"), with_choices(READY, premed__way="")) == []
