"""How a reaction was judged, and the lines it reads as."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.events import reaction
from desens_gui.domain.events.every import Event
from desens_gui.domain.grading.picture import Pattern
from desens_gui.domain.grading.scale import Scale
from desens_gui.domain.instants import Utc
from desens_gui.domain.protocol.about import Certainty

AT = Utc.of("2026-11-22T09:40:00Z")
GRADED = reaction.ReactionGraded(
    scale=Scale.WAO_2010,
    grade="3",
    suffix="b",
    suggested="3",
    at_least=True,
    met=("hives",),
    missing=("respiratory_failure",),
    gaps=(),
    boundaries=(),
    certainty=Certainty.READ,
    answers=(),
    reason="",
)

REACTION_LINES: tuple[tuple[Event, str], ...] = (
    (reaction.OnsetRecorded(at=AT), "First sign at 10:40"),
    (reaction.PatternJudged(pattern=Pattern.VASOVAGAL), "Pattern: Vasovagal"),
    (
        GRADED,
        (
            "Graded: WAO (2010): 3b; criteria met: Hives; not known: Respiratory failure; "
            "scale read in the source"
        ),
    ),
    (
        replace(GRADED, suggested="2", reason="bronchospasm", gaps=("fall_40_answered",)),
        (
            "Graded: WAO (2010): 3b; the scale suggested: 2; reason: bronchospasm; criteria met: Hives; "
            "not known: Respiratory failure; in no grade of this scale: a fall of 40 % or more that answered "
            "to bronchodilator; scale read in the source"
        ),
    ),
    (
        replace(GRADED, scale=Scale.WAO_2020, grade="met", suffix="", suggested="", reason="x", missing=()),
        (
            "Graded: Anaphylaxis, WAO (2020): criteria met; the scale suggested: cannot tell; reason: x; "
            "criteria met: Hives; scale read in the source"
        ),
    ),
    (
        replace(GRADED, scale=Scale.WAO_2020, grade="not_met", suffix="", suggested="not_met", missing=()),
        "Graded: Anaphylaxis, WAO (2020): criteria not met; criteria met: Hives; scale read in the source",
    ),
)
