"""Why something is not possible where the session stands: what it belongs to."""

from __future__ import annotations

from desens_gui.wording.names import command_name
from desens_gui.wording.sentences import raised
from desens_gui.wording.words import Words


def not_now(words: Words, command: str) -> str:
    """One sentence by the command's code."""
    return (
        _steps(words).get(command)
        or _rest(words).get(command)
        or raised(words("{command} is not possible now.", command=command_name(words, command)))
    )


def _steps(words: Words) -> dict[str, str]:
    bag_change = words("This belongs to a bag change, and no bag is being changed now.")
    return {
        "escalate": words("Going up is possible only while a step runs."),
        "stay_on_step": words("Staying is possible only while a step runs."),
        "pause": words("A pause is possible only while a step runs."),
        "resume": words("Resuming is possible only from a pause."),
        "report_pump_running": words(
            "The pump is reported running after going up, at a bag change, on resuming or in the flush; "
            "none of these waits for it now."
        ),
        "report_pump_stopped": words("The pump was never reported running, so there is no stop to report."),
        "report_rate_set": bag_change,
        "read_label": bag_change,
        "report_connected": bag_change,
        "double_check_bag": bag_change,
        "report_iv_site": words("The IV site is reported once set-up is finished."),
    }


def _rest(words: Words) -> dict[str, str]:
    return {
        "set_policy": words("The site policy can be set only during set-up."),
        "identify_patient": words("The patient can be changed only during set-up."),
        **dict.fromkeys(
            (
                "record_history",
                "answer_severe",
                "qualify",
                "answer_ready",
                "withhold_premedication",
                "declare_emergency",
            ),
            words("This is answered before the start; after it only what an emergency left open."),
        ),
        "accept_plan_findings": words("The plan is accepted only during set-up."),
        "start_session": words("Set-up is finished already."),
        "record_early_sign": words("An early sign is recorded once set-up is finished."),
        "report_bag_empty": words("The bag is reported empty while its last step runs."),
        "report_flushed": words("The line is flushed once, after the last bag is empty."),
        "cover_chair": words("The rate is read from a running pump; this one is reported stopped."),
        "sign_session": words("The session is signed once the drug is over and the pump is stopped."),
        "answer_away": words("The program was not away; nothing is to be answered."),
    }
