"""The names that refusals give to fields and to what was asked for, by their codes."""

from __future__ import annotations

from desens_gui.domain.findings import SYSTEMS, Item
from desens_gui.wording.plain import plain
from desens_gui.wording.symptoms import system_name
from desens_gui.wording.vitals import item_name, series_name
from desens_gui.wording.words import Words


def field_name(words: Words, code: str) -> str:
    """The field or value that a refusal is about."""
    if code in SYSTEMS:
        return system_name(words, code)
    if code in frozenset(Item):
        return item_name(words, Item(code))
    return _typed(words).get(code) or _read(words).get(code) or series_name(words, code)


def _typed(words: Words) -> dict[str, str]:
    """Texts and times that a person gives."""
    return {
        "staff id": words("Staff id"),
        "staff name": words("Staff name"),
        "family name": words("Family name"),
        "given name": words("Given name"),
        "identifier": words("Record number"),
        "prescriber": words("Prescriber"),
        "name": words("Name"),
        "reason": words("Reason"),
        "pause reason": words("Reason of the pause"),
        "words": words("Reason"),
        "note": words("Note"),
        "onset": words("First sign"),
        "grade reason": words("Reason for another grade than suggested"),
        "medication": words("Medication"),
        "dose": words("Dose"),
        "route": words("Route"),
        "early sign": words("Early sign"),
        "time": words("Time"),
        "pump running": words("Pump running"),
        "pump stopped": words("Pump stopped"),
        "bag empty": words("Bag empty"),
        "line flushed": words("Line flushed"),
        "pump rate": words("Rate the pump shows"),
        "keep-open rate": words("Keep-open rate"),
        "pump total": words("Total volume the pump shows"),
        "where": words("Transferred to"),
        "workstation": words("Workstation"),
        "to whom": words("Taken over by"),
        "evidence": words("Evidence"),
        "decided by": words("Decided by"),
        "alternatives": words("Alternatives ruled out"),
        "benefit": words("Benefit"),
        "skin test": words("Skin test"),
        "challenge": words("Challenge"),
        "weight": words("Weight at the last session"),
        "fev1_percent": words("FEV1"),
        "tryptase": words("Baseline tryptase"),
        "line content": words("Content of the line"),
    }


def _read(words: Words) -> dict[str, str]:
    """Values read from order, label and pump."""
    return {
        "patient": words("Patient"),
        "session": words("Session"),
        "plan": words("Plan revision"),
        "bag": words("Bag number"),
        "bags": words("Number of bags"),
        "concentration": words("Concentration"),
        "rate": words("Rate on the pump"),
        "drug": words("Drug"),
        "identifier_last4": words("Last 4 of the record number"),
    }


def command_name(words: Words, code: str) -> str:
    """What was asked for, as a person would say it."""
    return _at_the_pump(words).get(code) or _beside_it(words).get(code) or plain(code.replace("_", " "))


def _at_the_pump(words: Words) -> dict[str, str]:
    return {
        "report_pump_running": words("report the pump running"),
        "report_pump_stopped": words("report the pump stopped"),
        "report_rate_set": words("report the rate set"),
        "read_label": words("read the bag label"),
        "report_connected": words("report the set connected"),
        "double_check_bag": words("double check the bag"),
        "report_iv_site": words("report the IV site"),
        "escalate": words("go up"),
        "stay_on_step": words("stay on the step"),
        "pause": words("pause"),
        "resume": words("resume"),
        "report_bag_empty": words("report the bag empty"),
        "report_flushed": words("report the line flushed"),
        "stop_today": words("stop desensitization today"),
        "record_death": words("record that the patient died"),
        "end_session": words("end the session"),
        "tick": words("let time pass"),
        "resume_program": words("go on after a restart"),
        "answer_away": words("say what the pump did while the program was away"),
        "acknowledge_alarm": words("acknowledge an alarm"),
        "pause_audio": words("pause the alarm sound"),
        "check_sound": words("check the alarm sound"),
        "close_part": words("hand over to another workstation"),
        "take_over": words("take over here"),
    }


def _beside_it(words: Words) -> dict[str, str]:
    return {
        "open_session": words("open a session"),
        "set_policy": words("set the site policy"),
        "identify_staff": words("sign in"),
        "declare_no_second_person": words("say that no second person is available"),
        "identify_patient": words("identify the patient"),
        "set_plan": words("set the plan"),
        "accept_plan_findings": words("accept what is red about the plan"),
        "verify_plan": words("verify the plan"),
        "record_order": words("record an order"),
        "record_history": words("record the medical history"),
        "answer_severe": words("answer for severe reactions"),
        "qualify": words("say who qualifies"),
        "accept_risks": words("accept the risks"),
        "answer_ready": words("answer the checklist"),
        "withhold_premedication": words("withhold the premedication"),
        "declare_emergency": words("declare an emergency"),
        "start_session": words("finish set-up"),
        "record_check": words("record a check"),
        "record_seen": words('record "seen and asked, no change"'),
        "answer_for_watch": words("answer for going on"),
        "record_early_sign": words("record an early sign"),
        "record_note": words("write a note"),
        "record_medication": words("record a medication"),
        "call_reaction": words("call a reaction"),
        "enter_reaction_in_error": words("enter a reaction in error"),
        "record_onset": words("say when the first sign was"),
        "judge_pattern": words("say what it looks like"),
        "grade_reaction": words("grade a reaction"),
        "co_sign": words("co-sign"),
        "name_unidentified": words("answer for entries"),
        "cover_chair": words("take the chair over"),
        "sign_session": words("sign the session"),
        "sign_performed": words("sign the session as performed"),
        "sign_verified": words("sign the session as verified"),
        "sign_reviewed": words("sign the session as reviewed"),
    }
