"""The site's set-up as it is shown: the open page, what is missing, who answered."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.recorded import Role
from desens_gui.domain.site import PAGES, Answered, Page, SiteRecord
from desens_gui.system.policies import load_policy
from desens_gui.views.bedside import frame
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.setup import SetupView
from desens_gui.views.parts.site import SAVE, SiteState, StaffMember
from desens_gui.views.scene import Scene
from desens_gui.views.site_set_up import offering, site_frame, site_set_up
from desens_gui.wording.words import ENGLISH
from tests.courses import opened
from tests.views.at_chair import scene_of

PEOPLE = (
    StaffMember(id="x1", name="K. Vermeer", role=Role.ADMINISTRATOR),
    StaffMember(id="a1", name="Dr R. Achterberg", role=Role.ALLERGIST),
)
EMPTY = SiteState(record=SiteRecord(), page=Page.NAME, policy=load_policy())
BY = replace(EMPTY, people=PEOPLE, by="x1", key=" ".join(["AAAAA"] * 8), protocols=(("p", "P"),))


def scene() -> Scene:
    return scene_of(opened())


def shown(state: SiteState, draft: FormDraft | None = None, **problems: str) -> SetupView:
    return site_set_up(
        scene(), state, draft or FormDraft(), {f"site:{key}": said for key, said in problems.items()}
    )


def framed(state: SiteState, draft: FormDraft | None = None) -> FrameView:
    return site_frame(frame(scene()), scene(), state, draft or FormDraft())


def codes(view: SetupView) -> list[str]:
    answers = [answer for block in view.form.blocks for answer in block.answers]
    parts = [answer.field or answer.choice for answer in answers]
    picks = [block.pick.code for block in view.form.blocks if block.pick is not None]
    return [*(part.code.removeprefix("site:") for part in parts if part is not None), *picks]


def test_each_page_asks_one_group() -> None:
    assert codes(shown(EMPTY)) == ["name", "person", "id", "pin", "again"]
    pages = {page: codes(shown(replace(BY, page=page))) for page in PAGES}
    assert pages == {
        Page.NAME: ["name"],
        Page.STAFF: ["person", "id", "role", "pin", "again", "badge"],
        Page.POLICY: ["file", "doctor", "doctor_pin"],
        Page.PROTOCOL: ["doctor", "doctor_pin", "site:protocol"],
        Page.ENCRYPTION: ["encrypt"],
        Page.SOUND: ["heard"],
        Page.BACKUP: ["folder"],
    }
    on = shown(replace(BY, page=Page.ENCRYPTION), FormDraft(chosen={"site:encrypt": "on"}))
    assert codes(on) == ["encrypt", "pdf", "back"]
    assert "AAAAA" in str(on)
    assert "AAAAA" not in str(shown(replace(BY, page=Page.ENCRYPTION)))


def test_who_is_not_signed_in_is_asked_first_but_not_where_an_allergist_signs() -> None:
    nobody = replace(BY, by="", page=Page.BACKUP)
    assert codes(shown(nobody)) == ["admin", "admin_pin"]
    primary = framed(nobody).actions.primary
    assert primary is not None
    assert primary.label == "Sign in as administrator"
    assert "doctor" in codes(shown(replace(nobody, page=Page.POLICY)))


def test_what_is_missing_and_what_was_answered_by_whom() -> None:
    named = Answered(page=Page.NAME, by="x1", utc_us=1_795_345_200_000_000, about="Unit 4")
    view = shown(replace(BY, record=SiteRecord((named,)), page=Page.STAFF), save="Staff: no.")
    assert view.form.problem == "Staff: no."
    assert view.missing.head.note == "6"
    assert view.answered.lines[0].text.startswith("Unit 4, by x1, ")
    every = SiteRecord(tuple(replace(named, page=page) for page in PAGES))
    whole = replace(BY, record=every, page=None)
    assert shown(whole).missing.head.title == "Nothing is missing"
    assert shown(whole).form.blocks[0].title == "Unit 4"
    assert shown(EMPTY).answered.lines[0].text.startswith("Nothing yet.")
    primary = framed(whole).actions.primary
    assert primary is not None
    assert (primary.label, primary.intent) == ("Begin", SAVE)


def test_reaction_stays_and_an_alarm_keeps_the_strip() -> None:
    own = framed(replace(BY, page=Page.STAFF), FormDraft(texts={"site:person": "Anna"}))
    assert own.actions.reaction is not None
    assert own.actions.primary is not None
    assert own.actions.primary.label == "Add this person"
    assert own.alarm.stepper is not None
    assert [step.mark for step in own.alarm.stepper.steps][:2] == ["to_come", "open"]
    whole = frame(scene())
    loud = replace(whole, alarm=replace(whole.alarm, level="high", title="ALARM"))
    assert site_frame(loud, scene(), BY, FormDraft()).alarm == loud.alarm
    assert offering(whole, ENGLISH).actions.secondary[0].label == "Set up this site"
