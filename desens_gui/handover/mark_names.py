"""What the marks on the event row of a chart mean, in a word."""

from __future__ import annotations

from desens_gui.course.marks import MarkKind
from desens_gui.wording.words import Words


def mark_name(words: Words, kind: MarkKind) -> str:
    names = {
        MarkKind.CHECK: words.within("chart mark", "check"),
        MarkKind.SYMPTOM: words.within("chart mark", "new or worse symptom"),
        MarkKind.EARLY_SIGN: words.within("chart mark", "early sign"),
        MarkKind.NOTE: words.within("chart mark", "note"),
        MarkKind.MEDICATION: words.within("chart mark", "medication"),
        MarkKind.REACTION: words.within("chart mark", "reaction called"),
        MarkKind.PAUSE: words.within("chart mark", "pause called"),
        MarkKind.RESUME: words.within("chart mark", "resumed"),
        MarkKind.BAG_CHANGE: words.within("chart mark", "bag change"),
        MarkKind.DRUG_END: words.within("chart mark", "line flushed"),
        MarkKind.STOP: words.within("chart mark", "stop for today called"),
        MarkKind.END: words.within("chart mark", "session ended"),
    }
    return names[kind]
