"""The check form as typed, read as the command it means."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

import msgspec

from desens_gui.domain.commands.check import RecordCheck
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
from desens_gui.views.entry.times import time_sentence, typed_time
from desens_gui.views.parts.check_draft import SYSTEM_CODES, TIME_OF, CheckDraft, SystemDraft
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
        heart_rate=reader.whole(
            "heart_rate", "heart_rate", lambda value, at: HeartRate(per_min=value, at=at)
        ),
        blood_pressure=reader.pressure(),
        respirations=reader.whole(
            "resp_rate", "resp_rate", lambda value, at: Respirations(per_min=value, at=at)
        ),
        spo2=reader.whole("spo2", "spo2", lambda value, at: SpO2(percent=value, at=at)),
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
        text = self.draft.text(field).strip()
        if not text:
            return None
        value = parse_number(text)
        if isinstance(value, Unreadable):
            self.problems[field] = unreadable_sentence(value, self._name(field), self.scene.words)
            return None
        return value

    def _whole(self, field: str) -> int | None:
        value = self._number(field)
        if value is None:
            return None
        if value.denominator != 1:
            words = self.scene.words
            self.problems[field] = words("{field}: a whole number only.", field=self._name(field))
            return None
        return int(value)

    def whole(self, field: str, item: str, make: Callable[[int, Utc], R]) -> R | None:
        value = self._whole(field)
        return make(value, self.at(item)) if value is not None else None

    def pressure(self) -> BloodPressure | None:
        systolic, diastolic = self._whole("systolic"), self._whole("diastolic")
        words = self.scene.words
        if systolic is None:
            if diastolic is not None:
                self.problems["systolic"] = words("Blood pressure: the systolic value is missing.")
            return None
        if diastolic is None:
            if "diastolic" not in self.problems:
                self.problems["diastolic"] = words("Blood pressure: the diastolic value is missing.")
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

    def _name(self, field: str) -> str:
        words = self.scene.words
        names = {
            "heart_rate": words("Heart rate"),
            "systolic": words("Blood pressure"),
            "diastolic": words("Blood pressure"),
            "resp_rate": words("Respirations"),
            "spo2": words("SpO2"),
            "temperature": words("Temperature"),
        }
        return names[field]
