"""Sentences about setting a site up: its pages, what is wrong with an answer, a policy in plain words."""

from __future__ import annotations

from desens_gui.domain.policy import EndOfVolume, Policy
from desens_gui.wording import numbers
from desens_gui.wording.sentences import listed
from desens_gui.wording.typed import shown
from desens_gui.wording.vitals import bound_words, item_name, short_name
from desens_gui.wording.words import Words


def page_title(words: Words, page: str) -> str:
    """page: the code of a session.site.Page."""
    return {
        "name": words("Site and administrator"),
        "staff": words("Staff"),
        "policy": words("Policy"),
        "protocol": words("Emergency protocol"),
        "encryption": words("Encryption"),
        "sound": words("Alarm sound"),
        "backup": words("Backup folder"),
    }[page]


def site_sentence(words: Words, fault: str, about: str) -> str:
    """fault: the code of a session.site_setup.SiteFault; about as there."""
    about = shown(about)
    return {
        "name_missing": words(
            "Site name: nothing was entered; it is what this place is called, as “Unit 4”."
        ),
        "name_too_long": words("Site name: at most {most} characters are allowed.", most=about),
        "administrator_needed": words("Only an administrator may answer this page."),
        "allergist_needed": words("Only an allergist may put a name under this page."),
        "no_allergist": words("Staff: add at least one allergist, who accepts policy and protocol."),
        "not_verified": words(
            "Protocol: “{protocol}” is not of status verified.",
            protocol=about,
        ),
        "not_iv": words("Protocol: “{protocol}” is not given into a vein.", protocol=about),
        "not_heard": words("Alarm sound: turn the loudspeaker up or plug one in, then play it again."),
    }[fault]


def policy_lines(policy: Policy, words: Words) -> tuple[str, ...]:
    """What a site accepts when it accepts the policy, in plain words; the file says all of it."""
    time = numbers.duration_words
    items = listed([item_name(words, each) for each in policy.required_each_check])
    ends = {
        EndOfVolume.CONTINUE: words("goes on at the same rate"),
        EndOfVolume.KEEP_OPEN: words("goes on at the keep-open rate"),
        EndOfVolume.STOP: words("stops"),
    }[policy.end_of_volume]
    return (
        words(
            "Going up needs, within {time}: {items}.",
            time=time(policy.check_valid),
            items=items,
        ),
        words("Temperature at least every {time}, and with chills.", time=time(policy.temperature_valid)),
        _stops(policy, words),
        words(
            "A pause longer than {time} needs an order, and the step begins again.",
            time=time(policy.pause_needs_order),
        ),
        words(
            "A check is late after {low} (low alarm) and {medium} (medium alarm).",
            low=time(policy.late_low),
            medium=time(policy.late_medium),
        ),
        words("The baseline check is at most {time} old at the start.", time=time(policy.baseline_max_age)),
        words("At the end of its volume the pump {does}.", does=ends),
        words(
            "The line holds {volume}; the flush is {flush}.",
            volume=numbers.volume(policy.line_volume),
            flush=numbers.volume(policy.flush),
        ),
        words("Observation {time} after the end of the drug.", time=time(policy.observation)),
    )


def _stops(policy: Policy, words: Words) -> str:
    limits = [
        f"{short_name(words, each.item)} {bound_words(words, each.bound, numbers.number(each.value))}"
        for each in policy.stop_limits
    ]
    return words("No going up with {limits}.", limits=listed(limits)) if limits else words("No stop limits.")
