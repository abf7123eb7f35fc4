"""The check form: vital signs and symptoms as typed so far, beside the last values and the baseline."""

from __future__ import annotations

from desens_gui.course.steps import StepCourse
from desens_gui.domain.findings import Item
from desens_gui.domain.symptoms import SymptomList
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.check_symptoms import symptoms_view
from desens_gui.views.check_vitals import vital_rows
from desens_gui.views.live_column import live_column
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.check import CheckView, VitalHeads, VitalsView
from desens_gui.views.parts.check_draft import CheckDraft
from desens_gui.views.scene import Scene
from desens_gui.wording import numbers


def check_form(
    scene: Scene,
    courses: tuple[StepCourse, ...],
    symptoms: SymptomList,
    draft: CheckDraft,
    state: DraftState,
) -> CheckView:
    return CheckView(
        live=live_column(scene, courses),
        vitals=_vitals(scene, draft, state),
        symptoms=symptoms_view(scene, symptoms, draft, state),
    )


def _vitals(scene: Scene, draft: CheckDraft, state: DraftState) -> VitalsView:
    words, check = scene.words, scene.session.check or scene.session.baseline
    required = [code for code in scene.policy.required_each_check if code != Item.SYMPTOMS.value]
    open_items = {missing.item.value for missing in state.missing}
    done = sum(code not in open_items for code in required)
    good = words("good for {time} from the measuring time", time=numbers.minutes(scene.policy.check_valid))
    counted = words("{done} of {total}", done=done, total=len(required))
    return VitalsView(
        head=CardHead(number="1", title=words("Vitals"), note=f"{counted} \N{MIDDLE DOT} {good}"),
        heads=VitalHeads(
            now=words("Now"),
            measured=words("Measured"),
            last=scene.hh_mm(check.recorded_ns) if check is not None else words("Last"),
            base=words("Base"),
            change=words("Change"),
        ),
        rows=vital_rows(scene, draft, state),
    )
