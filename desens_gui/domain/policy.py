"""What sites disagree on: how long a check is good, when it is late, which values stop, what may be typed.

Every value is set by a file (resources/policies) where it stands beside its source. The whole policy is kept
in the record, so its stored names carry their units: durations in seconds, volumes in mL, rates in mL/h.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from msgspec import Struct, field

from desens_gui.domain.findings import Item
from desens_gui.domain.qualifying import ReadyItem
from desens_gui.domain.quantities import Duration, Number, Rate, Volume


class EndOfVolume(StrEnum):
    """What the pump does when the volume it was set to deliver is through."""

    CONTINUE = "continue"
    KEEP_OPEN = "keep_open"
    STOP = "stop"


class Connection(StrEnum):
    """How a bag reaches the patient."""

    OWN_SET = "own_set_at_catheter"
    SIDE_BRANCH = "short_side_branch"
    SAME_SET = "same_set"


class Bound(StrEnum):
    """On which side of a limit a value is out of it."""

    BELOW = "below"
    AT_OR_BELOW = "at_or_below"
    ABOVE = "above"
    AT_OR_ABOVE = "at_or_above"


class StopLimit(Struct, frozen=True):
    """A measured value that refuses going up, for patients to whom adult limits apply."""

    item: str
    bound: Bound
    value: Number

    def is_broken_by(self, measured: Fraction | int) -> bool:
        match self.bound:
            case Bound.BELOW:
                return measured < self.value.value
            case Bound.AT_OR_BELOW:
                return measured <= self.value.value
            case Bound.ABOVE:
                return measured > self.value.value
            case Bound.AT_OR_ABOVE:
                return measured >= self.value.value
            case _:
                assert_never(self.bound)


class Direction(StrEnum):
    """Which way from the baseline."""

    RISE = "rise"
    FALL = "fall"


class MonitorRule(Struct, frozen=True):
    """A change from the baseline that is marked, and refuses going up where the site says so."""

    item: str
    direction: Direction
    by: Number
    blocks: bool

    def is_met_by(self, measured: Fraction | int, baseline: Fraction | int) -> bool:
        change = measured - baseline if self.direction is Direction.RISE else baseline - measured
        return change >= self.by.value


class EntryLimit(Struct, frozen=True, kw_only=True):
    """What may be typed into a field: outside hard it is refused, outside soft it is asked again.

    unit is a UCUM code. change_asks: a change of more than this from the last reading is asked again.
    """

    item: str
    unit: str
    hard_min: Number
    hard_max: Number
    soft_min: Number
    soft_max: Number
    decimals: int
    change_asks: Number | None = None


class Cited(Struct, frozen=True):
    """Where the value of one name in the policy file comes from."""

    name: str
    source: str


class Policy(Struct, frozen=True, kw_only=True):
    """One site's answers, complete. `source(name)` says where the value of a name in its file comes from."""

    id: str
    revision: int
    title: str

    check_valid: Duration = field(name="check_valid_s")
    temperature_valid: Duration = field(name="temperature_valid_s")
    prompt_before: Duration = field(name="prompt_before_s")
    late_low: Duration = field(name="late_low_s")
    late_medium: Duration = field(name="late_medium_s")
    symptoms_again: Duration = field(name="symptoms_again_s")
    stay_repeat: Duration = field(name="stay_repeat_s")
    required_each_check: tuple[Item, ...]

    last_step_first_check: Duration = field(name="last_step_first_check_s")
    last_step_check_every: Duration = field(name="last_step_check_every_s")
    last_step_check_every_after_reaction: Duration = field(name="last_step_check_every_after_reaction_s")
    last_step_late_medium: Duration = field(name="last_step_late_medium_s")
    last_step_stop_ask: Duration = field(name="last_step_stop_ask_s")

    baseline_max_age: Duration = field(name="baseline_max_age_s")
    blind_repeat_after: Duration = field(name="blind_repeat_after_s")
    second_person_valid: Duration = field(name="second_person_valid_s")
    pause_needs_order: Duration = field(name="pause_needs_order_s")
    pump_unconfirmed_alarm: Duration = field(name="pump_unconfirmed_alarm_s")
    reaction_vitals_repeat: Duration = field(name="reaction_vitals_repeat_s")
    iv_site_every: Duration = field(name="iv_site_every_s")
    observation: Duration = field(name="observation_s")

    pause_audio: Duration = field(name="pause_audio_s")
    typing_mute: Duration = field(name="typing_mute_s")
    same_key_ignored: Duration = field(name="same_key_ignored_s")

    checklist: tuple[ReadyItem, ...]
    fev1_risk_below: Number = field(name="fev1_risk_below_percent")
    weight_change: Number = field(name="weight_change_percent")

    end_of_volume: EndOfVolume
    keep_open: Rate = field(name="keep_open_ml_h")
    connection: Connection
    line_volume: Volume = field(name="line_volume_ml")
    flush: Volume = field(name="flush_ml")
    empty_tolerance: Number = field(name="empty_tolerance_percent")
    dose_tolerance: Number = field(name="dose_tolerance_percent")

    adult_limits_from_years: Number
    stop_limits: tuple[StopLimit, ...]
    baseline_limits: tuple[StopLimit, ...]
    monitor_rules: tuple[MonitorRule, ...]
    entry_limits: tuple[EntryLimit, ...]
    sources: tuple[Cited, ...]

    def entry_limit(self, item: str) -> EntryLimit | None:
        """What may be typed for an item; None where this policy sets nothing."""
        return next((limit for limit in self.entry_limits if limit.item == item), None)

    def source(self, name: str) -> str:
        """The source of a name in the policy file ("check_valid_min", "stop_limits.sbp"); "" if none."""
        return next((cited.source for cited in self.sources if cited.name == name), "")
