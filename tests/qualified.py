"""Who qualifies and what is ready, as for a patient against whom nothing speaks."""

from __future__ import annotations

from typing import Any

from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.qualify import (
    AnswerReady,
    AnswerSevere,
    Qualify,
    RecordHistory,
    WithholdPremedication,
)
from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import (
    Asthma,
    HistoryStrength,
    Known,
    MedicalHistory,
    Pregnancy,
    Qualification,
    ReadyAnswer,
    ReadyItem,
    Severe,
    SevereAnswer,
    Tested,
)


def history(**changes: Any) -> MedicalHistory:
    known: dict[str, Any] = {
        "beta_blocker": Known.NO,
        "ace_inhibitor": Known.NO,
        "asthma": Asthma.NONE,
        "heart_unstable": Known.NO,
        "life_threatening": Known.NO,
        "pregnancy": Pregnancy.NO,
        "skin_test": Tested.NOT_DONE,
        "challenge": Tested.NOT_DONE,
    }
    return MedicalHistory(**{**known, **changes})


def qualification(**changes: Any) -> Qualification:
    known: dict[str, Any] = {
        "reaction": ReactionType.IMMEDIATE,
        "strength": HistoryStrength.CONVINCING,
        "evidence": "hives and low pressure 10 min into cycle 7",
        "decided_by": "Dr Haas",
        "alternatives": "no other platin is as good",
        "benefit": "second line of treatment",
    }
    return Qualification(**{**known, **changes})


def severe(**had: Known) -> tuple[SevereAnswer, ...]:
    return tuple(SevereAnswer(what=each, had=had.get(each.value, Known.NO)) for each in Severe)


HISTORY = history()
QUALIFICATION = qualification()
ALL_READY = tuple(ReadyAnswer(item=item, done=True) for item in ReadyItem)
ABOUT_PATIENT: tuple[Command, ...] = (
    AnswerSevere(answers=severe()),
    RecordHistory(history=HISTORY),
    Qualify(qualification=QUALIFICATION),
)
AT_CHAIR: tuple[Command, ...] = (
    AnswerReady(answers=ALL_READY),
    WithholdPremedication(reason="it hides early signs"),
)
