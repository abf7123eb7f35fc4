"""Which role may give which command: one table, tested cell by cell."""

from __future__ import annotations

from desens_gui.domain.recorded import Role

_CLINICAL = frozenset({Role.NURSE, Role.ALLERGIST})
_ANYBODY = _CLINICAL | {Role.PHARMACIST, Role.ADMINISTRATOR, Role.UNIDENTIFIED}
_PROGRAM = frozenset({Role.PROGRAM})

MAY: dict[str, frozenset[Role]] = {
    "open_session": _PROGRAM,
    "set_policy": _PROGRAM | _CLINICAL | {Role.ADMINISTRATOR},
    "identify_staff": _PROGRAM | _ANYBODY,
    "declare_no_second_person": _CLINICAL,
    "identify_patient": _CLINICAL,
    "set_plan": _CLINICAL | {Role.PHARMACIST},
    "verify_plan": _CLINICAL | {Role.PHARMACIST},
    "record_order": _CLINICAL,
    "start_session": _CLINICAL,
    "report_pump_running": _CLINICAL,
    "report_pump_stopped": _ANYBODY,
    "report_rate_set": _CLINICAL,
    "read_label": _CLINICAL,
    "report_connected": _CLINICAL,
    "double_check_bag": _CLINICAL | {Role.PHARMACIST},
    "report_iv_site": _CLINICAL,
    "escalate": _CLINICAL,
    "stay_on_step": _CLINICAL,
    "pause": _ANYBODY,
    "resume": _CLINICAL,
    "tick": _PROGRAM,
    "record_check": _CLINICAL,
    "record_seen": _CLINICAL,
    "answer_for_watch": _CLINICAL,
    "record_early_sign": _ANYBODY,
    "record_note": _ANYBODY,
    "record_medication": _CLINICAL,
    "call_reaction": _ANYBODY | _PROGRAM,
    "enter_reaction_in_error": _CLINICAL,
    "report_bag_empty": _CLINICAL,
    "report_flushed": _CLINICAL,
    "stop_today": _ANYBODY,
    "end_session": _CLINICAL,
    "resume_program": _PROGRAM,
    "answer_away": _CLINICAL,
}
"""Stopping, pausing, calling a reaction and writing down are open to everybody (SAFETY S6, S9)."""

NEEDS_NO_NAME = frozenset(command for command, roles in MAY.items() if Role.UNIDENTIFIED in roles)
"""Commands that a person not yet among the session's staff may give."""
