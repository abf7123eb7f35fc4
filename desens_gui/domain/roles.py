"""Which role may give which command: one table, tested cell by cell through decide."""

from __future__ import annotations

from desens_gui.domain.commands.ending import StopToday
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.people import SignSession
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.recorded import Role

_BEDSIDE = frozenset({Role.NURSE, Role.ALLERGIST})
_PRACTICE = _BEDSIDE | {Role.PHARMACIST}
_ANYBODY = _PRACTICE | {Role.ADMINISTRATOR, Role.UNIDENTIFIED}
_PROGRAM = frozenset({Role.PROGRAM})

# Less drug, more eyes, less noise, and saying what was seen: whoever stands there (SAFETY S6, S9).
_OPEN = dict.fromkeys(
    (
        "pause",
        "report_pump_stopped",
        "stop_today",
        "call_reaction",
        "record_early_sign",
        "record_note",
        "acknowledge_alarm",
        "pause_audio",
        "check_sound",
    ),
    _ANYBODY,
)
# Hands on pump, bag, line and patient, and judging what is found: who is trained and stands at the chair.
# Both may enter a reaction in error: the pump may never have stopped, and no allergist need be near (S1).
# Both may take an order, and answer by name for going on without a check; the prescriber's name stands in it.
_CHAIR = dict.fromkeys(
    (
        "declare_no_second_person",
        "identify_patient",
        "record_order",
        "record_history",
        "answer_severe",
        "qualify",
        "accept_risks",
        "answer_ready",
        "withhold_premedication",
        "declare_emergency",
        "accept_plan_findings",
        "start_session",
        "report_pump_running",
        "report_rate_set",
        "read_label",
        "report_connected",
        "report_iv_site",
        "escalate",
        "stay_on_step",
        "resume",
        "record_check",
        "record_seen",
        "answer_for_watch",
        "record_medication",
        "enter_reaction_in_error",
        "record_onset",
        "judge_pattern",
        "grade_reaction",
        "report_bag_empty",
        "report_flushed",
        "end_session",
        "answer_away",
        "cover_chair",
    ),
    _BEDSIDE,
)
# What is made, and whether it is what was ordered: the pharmacist, too, plans and reads again (S10, S21).
_PREPARED = dict.fromkeys(("set_plan", "verify_plan", "double_check_bag"), _PRACTICE)
# Names under what was done: whose name each may be stands with the rules of signing.
_SIGNED = dict.fromkeys(("co_sign", "sign_session"), _PRACTICE)
# Limits are the site's, never of one chair; the shipped or the site's policy enters with the session itself.
_SITE = {"set_policy": _PROGRAM | {Role.ADMINISTRATOR}}
# Saying who one is comes before everything else, so it is nobody's privilege.
_NAMES = {"identify_staff": _PROGRAM | _ANYBODY}
# The clock, the file and the restart speak for no person; no person speaks for them.
_OWN = dict.fromkeys(("open_session", "tick", "resume_program"), _PROGRAM)

# Closing a part here is for who stands at the chair, or for the program that finds it went on elsewhere.
# Whoever takes over is not among its people yet: the name stands in the fact.
_PARTS = {"close_part": _PROGRAM | _BEDSIDE, "take_over": _PROGRAM}

# What was done without a name is answered for by whoever did it, in whatever role, once signed in.
_ANSWERED = {"name_unidentified": _ANYBODY - {Role.UNIDENTIFIED}}

MAY: dict[str, frozenset[Role]] = {
    **_OPEN,
    **_CHAIR,
    **_PREPARED,
    **_SIGNED,
    **_SITE,
    **_NAMES,
    **_OWN,
    **_PARTS,
    **_ANSWERED,
}

NEEDS_NO_NAME = frozenset(command for command, roles in MAY.items() if Role.UNIDENTIFIED in roles)
"""Commands that a person not yet among the session's staff may give."""

DEATH = "record_death"
"""Stopping is everybody's, but that the patient died is said by a nurse or an allergist, by name."""


_SIGNS = {
    Meaning.PERFORMED: _BEDSIDE,
    Meaning.VERIFIED: _PRACTICE,
    Meaning.REVIEWED: frozenset({Role.ALLERGIST}),
}
"""Performed by who was at the chair, verified by another who knows the work, reviewed by the allergist."""


def denied(role: Role, command: Command, name: str) -> str | None:
    """The name of what this role may not do here; None if it may."""
    if role not in MAY[name]:
        return name
    if isinstance(command, SignSession):
        return None if role in _SIGNS[command.meaning] else f"sign_{command.meaning}"
    died = isinstance(command, StopToday) and command.ending is Ending.DIED
    return DEATH if died and role not in _BEDSIDE else None
