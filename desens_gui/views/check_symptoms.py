"""The rows of the seven organ systems, each answered against the baseline (SAFETY S11)."""

from __future__ import annotations

from desens_gui.domain.findings import Item
from desens_gui.domain.symptoms import Coded, SymptomList
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.entry.check import SEVERITIES
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.check import RowState, SymptomsView, SystemRow
from desens_gui.views.parts.check_draft import CheckDraft, SystemDraft
from desens_gui.views.parts.field import ChipView, OptionView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments
from desens_gui.wording.symptoms import severity_name, symptom_name, system_name
from desens_gui.wording.words import Words


def symptoms_view(scene: Scene, symptoms: SymptomList, draft: CheckDraft, state: DraftState) -> SymptomsView:
    words = scene.words
    open_systems = {
        system for missing in state.missing if missing.item is Item.SYMPTOMS for system in missing.systems
    }
    drug = scene.plan.inputs.drug if scene.session.plan is not None else ""
    rows = tuple(
        _row(scene, symptoms, system.code, drug, draft, number, still_open=system.code in open_systems)
        for number, system in enumerate(symptoms.systems, start=1)
    )
    done = len(rows) - len(open_systems)
    return SymptomsView(
        head=CardHead(number="2", title=words("Symptoms now"), note=words("keys 1 to 7 = None")),
        chips_head=words("New or worse: touch which"),
        rows=rows,
        foot_strong=words("{done} of {total} answered", done=done, total=len(rows)),
        asked_all=ActionView(intent="asked_all", label=words("Asked all seven, none new"), key="0"),
    )


def _row(
    scene: Scene,
    symptoms: SymptomList,
    code: str,
    drug: str,
    draft: CheckDraft,
    number: int,
    *,
    still_open: bool,
) -> SystemRow:
    words, own = scene.words, draft.system(code)
    name = system_name(words, code)
    row_state, sub = _state(scene, draft, code, still_open=still_open)
    return SystemRow(
        code=code,
        label=name,
        sub=sub,
        state=row_state,
        none=ActionView(intent="none", label=words("None"), key=str(number), done=own.answer == "none"),
        baseline=OptionView(
            code="as_at_baseline", label=words("As at baseline"), chosen=own.answer == "as_at_baseline"
        ),
        chips=_chips(words, symptoms.shown_first(code, drug), own),
        further=_chips(words, symptoms.shown_more(code, drug), own),
        more=ActionView(intent="more", label=words("More")),
        panel_title=words("{system}: more signs", system=name),
        panel_close=ActionView(intent="close", label=words("Close"), key="Esc"),
    )


def _state(scene: Scene, draft: CheckDraft, code: str, *, still_open: bool) -> tuple[RowState, str]:
    """How the row looks, and what stands under its label: what it lacks, or when it was answered."""
    words, own, moment = scene.words, draft.system(code), draft.moment(code)
    if still_open:
        return ("stale", words("ask again")) if own.answer else ("to_answer", words("to answer"))
    asked = moments.hour_minute_second(moment.utc_us, scene.session.zone_offset_min) if moment else ""
    return "out_of_range" if own.answer == "new_or_worse" else "normal", asked


def _chips(words: Words, coded: tuple[Coded, ...], own: SystemDraft) -> tuple[ChipView, ...]:
    chips = []
    for each in coded:
        severity = own.signs.get(each.code, "")
        chips.append(
            ChipView(
                code=each.code,
                label=symptom_name(words, each.code),
                severity=severity,
                severity_text=severity_name(words, SEVERITIES[severity]) if severity else "",
            )
        )
    return tuple(chips)
