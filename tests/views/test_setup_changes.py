"""What a plan changes of its protocol, on the set-up screen: typed, read, previewed, found red, accepted."""

from __future__ import annotations

import msgspec
import pytest

from desens_gui.domain.commands.setup import AcceptPlanFindings, SetPlan
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, PlanInputs, RateScale
from desens_gui.domain.plan.pump_limits import Pump
from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Amount, Rate, Volume
from desens_gui.views.entry.setup import SetupEntry, setup_commands
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.scene import Scene
from desens_gui.views.setup_actions import setup_actions
from desens_gui.views.setup_changes import LAST_BAG, change_blocks, changes_known
from desens_gui.views.setup_draft import draft_to_change
from desens_gui.views.setup_findings import finding_lines
from tests.driving import inputs
from tests.views.setup_scenes import PLAN, PROTOCOLS, chair_at, scene_at, scene_of
from tests.views.setup_views import shown, words_of

CHANGED = FormDraft(
    texts={
        **PLAN.texts,
        "plan:volume:1": "100",
        "plan:mass:1": "1.6 mg",
        "plan:mass:2": "40 mg",
        "plan:final_rate": "75",
    },
    chosen={**PLAN.chosen, "plan:scale": "last-step", "plan:last_bag": "uncorrected"},
)
STEEP = FormDraft(texts={**PLAN.texts, "plan:mass:2": "400 mg"}, chosen=PLAN.chosen)
EVEN = Pump(
    name="Pump A", lowest=Rate(2), highest=Rate(998), increment=Rate(2), smallest_volume=Volume.of("0.1")
)


def read(scene: Scene, draft: FormDraft, intent: str = "save:plan") -> SetupEntry:
    return setup_commands(scene, draft, intent, PROTOCOLS)


def typed(draft: FormDraft, scene: Scene | None = None) -> PlanInputs:
    command = read(scene or scene_at("patient"), draft).commands[0]
    assert isinstance(command, SetPlan)
    return command.inputs


def with_text(code: str, text: str) -> FormDraft:
    return FormDraft(texts={**CHANGED.texts, code: text}, chosen=CHANGED.chosen)


def with_pump(scene: Scene) -> Scene:
    return msgspec.structs.replace(scene, held=HeldAgainst(pump=EVEN))


def test_what_was_typed_is_what_the_plan_changes() -> None:
    made = typed(CHANGED)
    assert made.bags == (
        CompoundedBag(number=1, volume=Volume(100), drug=Amount.of("1.6 mg")),
        CompoundedBag(number=2, volume=Volume(250), drug=Amount.of("40 mg")),
    )
    assert made.final_rate == FinalRate(rate=Rate(75), scale=RateScale.LAST_STEP)
    assert made.last_bag is LastBag.UNCORRECTED
    assert typed(PLAN) == inputs()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (with_text("plan:volume:1", "1OO"), "plan:volume:1"),
        (with_text("plan:mass:2", "forty"), "plan:mass:2"),
        (with_text("plan:final_rate", "fast"), "plan:final_rate"),
        (FormDraft(texts=CHANGED.texts, chosen=PLAN.chosen), "plan:scale"),
    ],
    ids=["volume", "mass", "rate", "scale"],
)
def test_what_cannot_be_read_is_said_at_its_field(draft: FormDraft, field: str) -> None:
    entry = read(scene_at("patient"), draft)
    assert set(entry.problems) == {field}
    assert entry.commands == ()


def test_rates_go_to_the_nearest_that_the_pump_can_run() -> None:
    scene = with_pump(scene_at("patient"))
    rounding = FormDraft(texts=PLAN.texts, chosen={**PLAN.chosen, "plan:round": "yes"})
    assert [(each.step, each.rate) for each in typed(rounding, scene).rates] == [(2, Rate(4)), (5, Rate(4))]
    assert typed(PLAN, scene).rates == ()
    impossible = FormDraft(texts={**PLAN.texts, "plan:volume:1": "1"}, chosen=rounding.chosen)
    assert set(read(scene, impossible).problems) == {"plan:dose"}
    assert "Rates for Pump A" in words_of(shown(scene, "", PLAN))
    assert "Rates for Pump A" not in words_of(shown(scene_at("patient"), "", PLAN))


def test_the_pump_of_the_site_is_recorded_with_the_plan_and_asks_for_it_again() -> None:
    command = read(with_pump(scene_at("plan")), PLAN).commands[0]
    assert isinstance(command, SetPlan)
    assert command.held.pump == EVEN


def test_findings_stand_under_the_preview_as_one_types() -> None:
    preview = shown(scene_at("patient"), "", STEEP).plan
    assert preview is not None
    levels = [strong for strong, _ in preview.bags.foot]
    assert "RED" in levels
    quiet = shown(scene_at("patient"), "", PLAN).plan
    assert quiet is not None
    assert "RED" not in [strong for strong, _ in quiet.bags.foot]


def test_a_plan_to_be_changed_shows_what_it_changes() -> None:
    chair = chair_at("patient")
    chair.do(SetPlan(inputs=typed(CHANGED)))
    draft = draft_to_change(scene_of(chair), FormDraft(), "change:plan")
    assert draft.text("plan:volume:1") == "100"
    assert draft.text("plan:mass:2") == "40 mg"
    assert draft.choice("plan:last_bag") == "uncorrected"
    rounded = msgspec.structs.replace(inputs(), rates=typed_rates())
    chair.do(SetPlan(inputs=rounded))
    assert draft_to_change(scene_of(chair), FormDraft(), "change:plan").choice("plan:round") == "yes"


def typed_rates() -> tuple[object, ...]:
    rounding = FormDraft(texts=PLAN.texts, chosen={**PLAN.chosen, "plan:round": "yes"})
    return typed(rounding, with_pump(scene_at("patient"))).rates


@pytest.mark.requirement("R-S2-3")
@pytest.mark.hazard("H-PLAN")
def test_what_is_red_is_accepted_on_the_same_card_by_name_with_a_reason() -> None:
    chair = chair_at("patient")
    for command in read(scene_of(chair), STEEP).commands:
        chair.do(command)
    scene = scene_of(chair)
    assert "Red: the allergist accepts it by name" in words_of(shown(scene))
    primary = setup_actions(scene, FormDraft(), "").primary
    assert primary is not None
    assert primary.intent == "accept_plan"
    assert "Reason" in primary.blocked_reason or "reason" in primary.blocked_reason
    assert set(read(scene, FormDraft(), "accept_plan").problems) >= {"order:reason", "order:by"}
    told = FormDraft(texts={"order:by": "Dr R. Achterberg", "order:reason": "seen"}, chosen=PLAN.chosen)
    (command,) = read(scene, told, "accept_plan").commands
    assert isinstance(command, AcceptPlanFindings)
    chair.do(command)
    done = scene_of(chair)
    assert shown(done).card != "plan"
    assert "Red findings accepted" in words_of(shown(done, "card:plan"))
    assert "Dr R. Achterberg" in words_of(shown(done, "card:plan"))


def test_a_last_bag_that_ends_another_way_is_not_asked_about() -> None:
    protocol = next(each for each in PROTOCOLS if each.id == "rdd-3bag-12step")
    for rule, asked in ((LastBag.CORRECTED, True), (LastBag.WHOLE, False)):
        blocks = change_blocks(
            scene_at("patient"), PLAN, {}, msgspec.structs.replace(protocol, last_bag=rule)
        )
        assert (
            LAST_BAG in {each.choice.code for block in blocks for each in block.answers if each.choice}
        ) is asked


def test_a_bag_whose_drug_is_not_known_comes_back_with_its_volume_alone() -> None:
    bags = (CompoundedBag(number=1, volume=Volume(100)),)
    assert changes_known(msgspec.structs.replace(inputs(), bags=bags)).texts == {"plan:volume:1": "100"}


def test_without_a_policy_nothing_is_found_yet() -> None:
    scene = scene_at("opened")
    plan = scene_at("plan").session.plan
    assert plan is not None
    bare = msgspec.structs.replace(scene, session=msgspec.structs.replace(scene.session, policy=None))
    assert finding_lines(bare, plan) == ()
