"""What a person has typed and answered in the check form and not yet saved, with the moment of each.

Text as typed, answers as codes; nothing is ever filled in here that nobody typed or touched (SAFETY S8).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from desens_gui.views.parts.field import Severity

AnswerCode = Literal["", "none", "as_at_baseline", "new_or_worse"]

SYSTEM_CODES = (
    "skin",
    "throat_nose",
    "chest",
    "circulation",
    "stomach_bowel",
    "nervous_system",
    "general",
)
"""In the order of the keys 1 to 7."""

FIELDS: dict[str, str] = {
    "heart_rate": "heart_rate",
    "systolic": "blood_pressure",
    "diastolic": "blood_pressure",
    "resp_rate": "resp_rate",
    "spo2": "spo2",
    "temperature": "temperature",
}
"""Field to type in, and the item of the check whose measuring time it sets."""

CHOICES = ("oxygen", "consciousness")
"""Items that are chosen: oxygen is "air" or "oxygen", consciousness one of A, C, V, P, U."""

TIME_OF = "time:"
"""A field code "time:heart_rate" is the measuring time of that item, as typed."""


class Moment(Struct, frozen=True):
    """When an answer was last changed, in us of UTC; `typed` is the earlier time a person wrote instead."""

    utc_us: int
    typed: str = ""


class SystemDraft(Struct, frozen=True):
    """`signs`: every sign touched in this system, by its code: "mild", "moderate", "severe" or "baseline"."""

    answer: AnswerCode = ""
    signs: dict[str, Severity] = {}


class CheckDraft(Struct, frozen=True, kw_only=True):
    """`texts` by field, `chosen` by item, `systems` by system, `moments` by item and by system."""

    texts: dict[str, str] = {}
    chosen: dict[str, str] = {}
    systems: dict[str, SystemDraft] = {}
    moments: dict[str, Moment] = {}

    def text(self, field: str) -> str:
        return self.texts.get(field, "")

    def choice(self, item: str) -> str:
        return self.chosen.get(item, "")

    def system(self, code: str) -> SystemDraft:
        return self.systems.get(code, SystemDraft())

    def moment(self, code: str) -> Moment | None:
        return self.moments.get(code)

    @property
    def empty(self) -> bool:
        answered = any(system.answer for system in self.systems.values())
        return not (answered or any(self.texts.values()) or any(self.chosen.values()))


def typed(draft: CheckDraft, field: str, text: str, now_us: int) -> CheckDraft:
    """A value was typed: measured now, unless a person sets the time back afterwards."""
    if field.startswith(TIME_OF):
        return _set_back(draft, field.removeprefix(TIME_OF), text)
    texts = {**draft.texts, field: text}
    item = FIELDS[field]
    left = any(texts.get(each, "").strip() for each, of in FIELDS.items() if of == item)
    return replace(draft, texts=texts, moments=_at(draft, item, now_us if left else None))


def chose(draft: CheckDraft, item: str, option: str, now_us: int) -> CheckDraft:
    """Chosen a second time, the answer is taken back."""
    option = "" if draft.chosen.get(item) == option else option
    moments = _at(draft, item, now_us if option else None)
    return replace(draft, chosen={**draft.chosen, item: option}, moments=moments)


def answered(draft: CheckDraft, system: str, answer: AnswerCode, now_us: int) -> CheckDraft:
    """None, or as at baseline: either excludes every sign. Given a second time, it is taken back."""
    if draft.system(system) == SystemDraft(answer):
        return _with_system(draft, system, SystemDraft(), now_us)
    return _with_system(draft, system, SystemDraft(answer), now_us)


def tapped(draft: CheckDraft, system: str, sign: str, severity: Severity, now_us: int) -> CheckDraft:
    """A sign excludes None; signs all as at baseline answer that; without a sign nothing is answered."""
    signs = {code: kept for code, kept in draft.system(system).signs.items() if code != sign}
    if severity:
        signs[sign] = severity
    answer: AnswerCode = ""
    if signs:
        answer = "as_at_baseline" if set(signs.values()) == {"baseline"} else "new_or_worse"
    return _with_system(draft, system, SystemDraft(answer, signs), now_us)


def asked_all(draft: CheckDraft, now_us: int) -> CheckDraft:
    """Asked all seven, none new: what was new or worse stays so; the other answers are as of now."""
    for code in SYSTEM_CODES:
        own = draft.system(code)
        if own.answer != "new_or_worse":
            draft = _with_system(draft, code, own if own.answer else SystemDraft("none"), now_us)
    return draft


def _with_system(draft: CheckDraft, code: str, system: SystemDraft, now_us: int) -> CheckDraft:
    moments = _at(draft, code, now_us if system.answer else None)
    return replace(draft, systems={**draft.systems, code: system}, moments=moments)


def _at(draft: CheckDraft, code: str, utc_us: int | None) -> dict[str, Moment]:
    kept = {other: moment for other, moment in draft.moments.items() if other != code}
    return kept if utc_us is None else {**kept, code: Moment(utc_us)}


def _set_back(draft: CheckDraft, item: str, text: str) -> CheckDraft:
    """A time without a value is nothing; an empty time goes back to when the value was typed."""
    moment = draft.moments.get(item)
    if moment is None:
        return draft
    return replace(draft, moments={**draft.moments, item: replace(moment, typed=text)})
