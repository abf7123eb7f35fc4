"""The check form as typed, read as the command it means."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

import msgspec

from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.decide.check import purpose_now
from desens_gui.domain.events.check import CheckPurpose
from desens_gui.domain.findings import (
    Answer,
    BloodPressure,
    BodyTemperature,
    Consciousness,
    ConsciousnessSeen,
    HeartRate,
    Oxygen,
    Respirations,
    Severity,
    Sign,
    SpO2,
    SystemAnswer,
    Temperature,
    Vitals,
)
from desens_gui.domain.instants import Utc
from desens_gui.views.check_items import field_name
from desens_gui.views.entry.times import time_sentence, typed_time
from desens_gui.views.parts.check_draft import FIELDS, SYSTEM_CODES, TIME_OF, CheckDraft, SystemDraft
from desens_gui.views.scene import Scene
from desens_gui.wording.typed import Unreadable, parse_number, unreadable_sentence

R = TypeVar("R")

SEVERITIES = {
    "mild": Severity.MILD,
    "moderate": Severity.MODERATE,
    "severe": Severity.SEVERE,
    "baseline": Severity.AS_AT_BASELINE,
}


class CheckEntry(msgspec.Struct, frozen=True):
    """What could be read, and a sentence for each field that could not, by the field's code."""

    command: RecordCheck
    problems: dict[str, str]


def read_check(scene: Scene, draft: CheckDraft) -> CheckEntry:
    reader = _Reader(scene, draft)
    vitals = Vitals(
        heart_rate=reader.whole("heart_rate", lambda value, at: HeartRate(per_min=value, at=at)),
        blood_pressure=reader.pressure(),
        respirations=reader.whole("resp_rate", lambda value, at: Respirations(per_min=value, at=at)),
        spo2=reader.whole("spo2", lambda value, at: SpO2(percent=value, at=at)),
        temperature=reader.temperature(),
        oxygen=reader.chosen("oxygen", lambda code, at: Oxygen(given=code == "oxygen", at=at)),
        consciousness=reader.chosen(
            "consciousness", lambda code, at: ConsciousnessSeen(level=Consciousness(code), at=at)
        ),
    )
    return CheckEntry(RecordCheck(vitals=vitals, symptoms=tuple(reader.symptoms())), reader.problems)


class _Reader:
    def __init__(self, scene: Scene, draft: CheckDraft) -> None:
        self.scene = scene
        self.draft = draft
        self.problems: dict[str, str] = {}

    def at(self, item: str) -> Utc:
        """When the item was measured: as typed, else when the answer was given."""
        moment = self.draft.moment(item)
        if moment is None:
            return Utc(self.scene.stamp.utc_us)
        if not moment.typed.strip():
            return Utc(moment.utc_us)
        read = typed_time(self.scene, moment.typed)
        if read is None:
            self.problems[f"{TIME_OF}{item}"] = time_sentence(self.scene, moment.typed)
            return Utc(moment.utc_us)
        return read

    def _number(self, field: str) -> Fraction | None:
        """None where nothing was typed, or something that is no value: then with its sentence."""
        words, text = self.scene.words, self.draft.text(field)
        if not text.strip():
            return None
        value = parse_number(text)
        if isinstance(value, Unreadable):
            self.problems[field] = unreadable_sentence(value, field_name(words, field), words)
            return None
        if value < 0:
            name = field_name(words, field)
            self.problems[field] = words("{field}: a value below 0 is not possible.", field=name)
            return None
        return value

    def _whole(self, field: str) -> int | None:
        words, value = self.scene.words, self._number(field)
        if value is None:
            return None
        if value.denominator != 1:
            name = field_name(words, field)
            self.problems[field] = words("{field}: a whole number only.", field=name)
            return None
        return int(value)

    def whole(self, field: str, make: Callable[[int, Utc], R]) -> R | None:
        value = self._whole(field)
        return make(value, self.at(FIELDS[field])) if value is not None else None

    def pressure(self) -> BloodPressure | None:
        """Both values; in a reaction the systolic alone, where no more could be felt (SAFETY S18)."""
        words, alone = self.scene.words, purpose_now(self.scene.session) is CheckPurpose.REACTION
        systolic, diastolic = self._whole("systolic"), self._whole("diastolic")
        if systolic is None and diastolic is not None:
            self.problems.setdefault("systolic", words("Blood pressure: the systolic value is missing."))
        if systolic is not None and diastolic is None and not alone:
            self.problems.setdefault("diastolic", words("Blood pressure: the diastolic value is missing."))
        if systolic is None or (diastolic is None and not alone):
            return None
        return BloodPressure(systolic=systolic, diastolic=diastolic, at=self.at("blood_pressure"))

    def temperature(self) -> BodyTemperature | None:
        value = self._number("temperature")
        if value is None:
            return None
        return BodyTemperature(celsius=Temperature(value), at=self.at("temperature"))

    def chosen(self, item: str, make: Callable[[str, Utc], R]) -> R | None:
        code = self.draft.choice(item)
        return make(code, self.at(item)) if code else None

    def symptoms(self) -> list[SystemAnswer]:
        answers = []
        for code in SYSTEM_CODES:
            own = self.draft.system(code)
            if own.answer:
                answers.append(self._answer(code, own))
        return answers

    def _answer(self, code: str, own: SystemDraft) -> SystemAnswer:
        signs = tuple(
            Sign(code=sign, severity=SEVERITIES[severity]) for sign, severity in own.signs.items() if severity
        )
        return SystemAnswer(system=code, answer=Answer(own.answer), at=self.at(code), signs=signs)
