"""Sentences about people and what they sign in with. No PIN and no badge code is ever repeated."""

from __future__ import annotations

from desens_gui.domain.quantities import Duration
from desens_gui.wording.numbers import duration_words
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words


def staff_sentence(words: Words, fault: str, about: str, *, digits: int = 0, letters: int = 0) -> str:
    """fault: the code of a session.staffing.StaffFault or session.pin_rules.PinFault; about as there.

    digits and letters: what the site asks of a PIN and of a passphrase.
    """
    about = shown(about)
    sentences = {
        "name_missing": words("Name: nothing was entered; a person is listed and signs by it."),
        "name_too_long": words("Name: at most {most} characters are allowed.", most=about),
        "id_not_allowed": words(
            "Id: “{typed}” is not allowed; use 1 to 40 letters, digits, full stops, hyphens or underscores.",
            typed=about,
        ),
        "id_taken": words(
            "Id: “{typed}” was given already; an id is never given to another person.", typed=about
        ),
        "not_known": words("Id: nobody has “{typed}”; “desens-gui staff list” shows everybody.", typed=about),
        "first_administrator": words(
            "Role: the first person is an administrator; only an administrator adds the others."
        ),
        "administrator_needed": words("Only an administrator may do this."),
        "last_administrator": words(
            "Id: “{typed}” is the only administrator left; add another one first.", typed=about
        ),
        "badge_length": words("Badge: its code must have 4 to 200 characters; nothing was changed."),
        "badge_taken": words(
            "Badge: it belongs to “{person}”; take it from there first with --remove.", person=about
        ),
        "not_active": words("Id: “{typed}” is deactivated already.", typed=about),
        "already_active": words("Id: “{typed}” is active already.", typed=about),
        "too_few_digits": words(
            "PIN: it has too few digits; a PIN has {digits} at least, a passphrase {letters} characters.",
            digits=digits,
            letters=letters,
        ),
        "too_short": words(
            "PIN: a passphrase has {letters} characters at least; a PIN has digits alone, {digits} at least.",
            digits=digits,
            letters=letters,
        ),
        "too_long": words("PIN: at most 128 characters are allowed."),
        "one_digit": words("PIN: one digit repeated is guessed at once; choose another."),
        "in_order": words("PIN: digits in a row (123456) are guessed at once; choose another."),
    }
    return sentences[fault]


def wrong_pin(words: Words, wait: Duration) -> str:
    """wait: until the next try is looked at."""
    return words("This is not the PIN. The next try is looked at in {wait}.", wait=waiting_time(words, wait))


def must_wait(words: Words, left: Duration) -> str:
    return words("Wait {left}: earlier tries were wrong.", left=waiting_time(words, left))


def not_known(words: Words) -> str:
    return words("Nobody here has this badge or id.")


def waiting_time(words: Words, time: Duration) -> str:
    """Whole seconds, rounded up: never a wait of none."""
    return duration_words(Duration(max(1, -(-time.whole_ns // 1_000_000_000))), words)
