"""Who qualifies and what is ready, as typed and chosen, read as the commands they mean."""

from __future__ import annotations

from fractions import Fraction

from desens_gui.domain.commands.check import RecordMedication
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.qualify import (
    AnswerReady,
    AnswerSevere,
    Qualify,
    RecordHistory,
    WithholdPremedication,
)
from desens_gui.domain.patient import Weight
from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import (
    Asthma,
    HistoryStrength,
    Known,
    MedicalHistory,
    Pregnancy,
    Qualification,
    ReadyAnswer,
    Severe,
    SevereAnswer,
    Tested,
)
from desens_gui.domain.quantities import Number
from desens_gui.views.entry.forms import FormReader
from desens_gui.wording.typed_date import UnreadableDate, date_sentence, parse_partial_date


def read_qualify(reader: FormReader) -> list[Command]:
    severe = tuple(
        SevereAnswer(what=each, had=Known(answer))
        for each in Severe
        if (answer := _chosen(reader, each.value))
    )
    history = _history(reader)
    said = _qualification(reader)
    if history is None or said is None or reader.problems:
        return []
    checked = reader.draft.choice("qualify:weight_checked") == "yes"
    return [
        AnswerSevere(answers=severe),
        RecordHistory(history=history, weight_checked=checked),
        Qualify(qualification=said),
    ]


def _chosen(reader: FormReader, name: str) -> str:
    words = reader.scene.words
    return reader.chosen(f"qualify:{name}", words("Choose one; “Not known” is an answer."))


def _history(reader: FormReader) -> MedicalHistory | None:
    words = reader.scene.words
    chosen = {
        name: _chosen(reader, name)
        for name in (
            *("beta_blocker", "ace_inhibitor", "heart_unstable", "life_threatening"),
            *("asthma", "pregnancy", "skin_test", "challenge"),
        )
    }
    fev1 = _number(reader, "qualify:fev1", words("FEV1"))
    tryptase = _number(reader, "qualify:tryptase", words("Baseline tryptase"))
    weight = _number(reader, "qualify:last_weight", words("Weight at the last session"))
    skin_test_on = _day(reader, "qualify:skin_test_on", words("Skin test"))
    challenge_on = _day(reader, "qualify:challenge_on", words("Challenge"))
    if reader.problems:
        return None
    return MedicalHistory(
        beta_blocker=Known(chosen["beta_blocker"]),
        ace_inhibitor=Known(chosen["ace_inhibitor"]),
        asthma=Asthma(chosen["asthma"]),
        heart_unstable=Known(chosen["heart_unstable"]),
        life_threatening=Known(chosen["life_threatening"]),
        pregnancy=Pregnancy(chosen["pregnancy"]),
        skin_test=Tested(chosen["skin_test"]),
        challenge=Tested(chosen["challenge"]),
        skin_test_on=skin_test_on,
        challenge_on=challenge_on,
        fev1_percent=None if fev1 is None else Number(fev1),
        tryptase_ug_l=None if tryptase is None else Number(tryptase),
        last_weight_kg=None if weight is None else Weight(weight),
    )


def _number(reader: FormReader, code: str, name: str) -> Fraction | None:
    """None where nothing was typed: not measured, not known."""
    return reader.number(code, name) if reader.draft.text(code).strip() else None


def _day(reader: FormReader, code: str, name: str) -> str:
    text = reader.draft.text(code).strip()
    if not text:
        return ""
    read = parse_partial_date(text, reader.scene.words)
    if isinstance(read, UnreadableDate):
        reader.problems[code] = date_sentence(read, name, reader.scene.words)
        return ""
    return read


def _qualification(reader: FormReader) -> Qualification | None:
    words = reader.scene.words
    reaction, strength = _chosen(reader, "reaction"), _chosen(reader, "strength")
    evidence = reader.text("qualify:evidence", words("Evidence"))
    by = reader.name("qualify:decided_by", words("Decided by"))
    alternatives = reader.text("qualify:alternatives", words("Alternatives ruled out"))
    benefit = reader.text("qualify:benefit", words("Benefit"))
    if reader.problems:
        return None
    return Qualification(
        reaction=ReactionType(reaction),
        strength=HistoryStrength(strength),
        evidence=evidence,
        decided_by=by,
        alternatives=alternatives,
        benefit=benefit,
    )


def read_ready(reader: FormReader) -> list[Command]:
    policy = reader.scene.session.policy
    items = policy.checklist if policy is not None else ()
    answers = []
    for item in items:
        code = f"ready:{item.value}"
        chosen = reader.chosen(code, reader.scene.words("Choose “Seen”, or “Not done” with its reason."))
        late = chosen == "not_done"
        reason = reader.text(f"{code}_reason", reader.scene.words("Not done because")) if late else ""
        answers.append(ReadyAnswer(item=item, done=not late, reason=reason))
    premedication = _premedication(reader)
    if reader.problems:
        return []
    return [*([AnswerReady(answers=tuple(answers))] if answers else []), *premedication]


def _premedication(reader: FormReader) -> list[Command]:
    words = reader.scene.words
    way = reader.draft.choice("premed:way")
    if way == "given":
        drug = reader.name("premed:drug", words("Drug"))
        dose = reader.text("premed:dose", words("Dose"))
        route = reader.text("premed:route", words("Route"))
        return [RecordMedication(drug=drug, dose=dose, route=route, at=reader.time("premed:time"))]
    if way == "withheld":
        return [WithholdPremedication(reason=reader.text("premed:reason", words("Reason")))]
    if not reader.scene.session.premedicated:
        reader.problems["premed:way"] = words("Premedication: given, or withheld on purpose.")
    return []
