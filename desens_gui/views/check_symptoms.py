"""The rows of the seven organ systems, each answered against the baseline (SAFETY S11)."""

from __future__ import annotations

from desens_gui.domain.findings import Item
from desens_gui.domain.symptoms import Coded, OrganSystem, SymptomList
from desens_gui.views.check_draft_state import DraftState
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.check import RowState, SymptomsView, SystemRow
from desens_gui.views.parts.check_draft import CheckDraft, SystemDraft
from desens_gui.views.parts.field import ChipView, OptionView, Severity
from desens_gui.views.scene import Scene
from desens_gui.wording import moments
from desens_gui.wording.words import Words


def symptoms_view(scene: Scene, symptoms: SymptomList, draft: CheckDraft, state: DraftState) -> SymptomsView:
    words = scene.words
    open_systems = {
        system for missing in state.missing if missing.item is Item.SYMPTOMS for system in missing.systems
    }
    drug = scene.plan.inputs.drug if scene.session.plan is not None else ""
    rows = tuple(
        _row(scene, symptoms, system, drug, draft, number, still_open=system.code in open_systems)
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
    system: OrganSystem,
    drug: str,
    draft: CheckDraft,
    number: int,
    *,
    still_open: bool,
) -> SystemRow:
    words, own, moment = scene.words, draft.system(system.code), draft.moment(system.code)
    row_state: RowState = "normal"
    sub = ""
    if still_open and own.answer:
        row_state, sub = "stale", words("ask again")
    elif still_open:
        row_state, sub = "to_answer", words("to answer")
    elif moment is not None:
        sub = moments.hour_minute_second(moment.utc_us, scene.session.zone_offset_min)
    if own.answer == "new_or_worse" and row_state == "normal":
        row_state = "out_of_range"
    return SystemRow(
        code=system.code,
        label=system.text,
        sub=sub,
        state=row_state,
        none=ActionView(
            intent="none", label=words("None"), key=str(number), done=own.answer == "none", icon=""
        ),
        baseline=OptionView(
            code="as_at_baseline", label=words("As at baseline"), chosen=own.answer == "as_at_baseline"
        ),
        chips=_chips(words, symptoms.shown_first(system.code, drug), own),
        further=_chips(words, symptoms.shown_more(system.code, drug), own),
        more=ActionView(intent="more", label=words("More")),
        panel_title=words("{system}: more signs", system=system.text),
        panel_close=ActionView(intent="close", label=words("Close"), key="Esc"),
    )


def _chips(words: Words, coded: tuple[Coded, ...], own: SystemDraft) -> tuple[ChipView, ...]:
    return tuple(
        ChipView(
            code=each.code,
            label=each.text,
            severity=own.signs.get(each.code, ""),
            severity_text=severity_word(words, own.signs.get(each.code, "")),
        )
        for each in coded
    )


def severity_word(words: Words, severity: Severity) -> str:
    match severity:
        case "mild":
            return words.within("severity", "mild")
        case "moderate":
            return words.within("severity", "moderate")
        case "severe":
            return words.within("severity", "severe")
        case "baseline":
            return words.within("severity", "at baseline")
        case "":
            return ""
