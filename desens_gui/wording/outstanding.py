"""What still waits for somebody, in words, by the codes of course.outstanding."""

from __future__ import annotations

from desens_gui.wording.plain import plain
from desens_gui.wording.words import Words


def outstanding_line(words: Words, what: str, who: str = "") -> str:
    """ "Co-sign outstanding: telephone order of Dr A"; KeyError for a code that is none."""
    lines = {
        "not_ended": words("The session has not ended"),
        "away_not_answered": words("What the pump did while the program was away is not answered"),
        "plan_co_sign": words("Co-sign outstanding: plan, read twice by the same person"),
        "bag_co_sign": words("Co-sign outstanding: bag, read twice by the same person"),
        "order_co_sign": words("Co-sign outstanding: telephone order of {who}", who=plain(who)),
        "follow_up": words("Telephone follow-up at 24 h"),
        "late_rash": words("Late rash form"),
    }
    return lines[what]
