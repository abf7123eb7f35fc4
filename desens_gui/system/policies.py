"""Reading a site policy: every name with its source, no name besides, every value within its range."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from desens_gui.domain.findings import Item
from desens_gui.domain.policy import (
    Bound,
    Cited,
    Connection,
    Direction,
    EndOfVolume,
    EntryLimit,
    MonitorRule,
    Policy,
    StopLimit,
)
from desens_gui.domain.qualifying import ReadyItem
from desens_gui.domain.quantities import Duration, Number, Quantity, Rate, Volume
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import Table, read_toml
from desens_gui.wording.file_words import Fault

# The ending of a name is its unit: what it becomes, and the range that is no typing slip (E, not published).
_UNITS: dict[str, tuple[type[Quantity], int, str, str]] = {
    "_min": (Duration, 60, "0.1", "1440"),
    "_s": (Duration, 1, "1", "3600"),
    "_ml": (Volume, 1, "0", "1000"),
    "_ml_h": (Rate, 1, "0.1", "1000"),
    "_percent": (Number, 1, "0", "100"),
    "_years": (Number, 1, "0", "120"),
}

_MEASURED = (
    "check_valid_min",
    "temperature_valid_min",
    "prompt_before_min",
    "late_low_min",
    "late_medium_min",
    "symptoms_again_s",
    "stay_repeat_min",
    "last_step_first_check_min",
    "last_step_check_every_min",
    "last_step_check_every_after_reaction_min",
    "last_step_late_medium_min",
    "last_step_stop_ask_min",
    "baseline_max_age_min",
    "blind_repeat_after_s",
    "second_person_valid_min",
    "pause_needs_order_min",
    "pump_unconfirmed_alarm_s",
    "reaction_vitals_repeat_min",
    "iv_site_every_min",
    "observation_min",
    "pause_audio_min",
    "typing_mute_s",
    "same_key_ignored_s",
    "fev1_risk_below_percent",
    "weight_change_percent",
    "keep_open_ml_h",
    "line_volume_ml",
    "flush_ml",
    "empty_tolerance_percent",
    "dose_tolerance_percent",
    "adult_limits_from_years",
)
_UNIT_IN_NAME_OF_FIELD = ("adult_limits_from_years",)  # a bare number keeps its unit in the attribute, too
_CHOSEN = ("required_each_check", "checklist", "end_of_volume", "connection")
_GROUPS = ("stop_limits", "baseline_limits", "monitor_rules", "entry_limits")
SETTABLE = (*_MEASURED, *_CHOSEN, *_GROUPS)
"""What overrides may name."""
_VITALS = ("heart_rate", "resp_rate", "sbp", "dbp", "spo2", "temp")
_LABORATORY = ("tryptase", "glucose")
_BODY = ("map", "weight", "height", "pefr", "fev1", "fev1_percent", "pain", "o2_flow", "fio2")
_TYPED = (*_VITALS, *_BODY, *_LABORATORY)
_IN_ORDER = (
    ("late_low_min", "late_medium_min"),
    ("last_step_late_medium_min", "last_step_stop_ask_min"),
)


def load_policy(
    path: Path | None = None, overrides: Mapping[str, object] | None = None, why: str = "set for this session"
) -> Policy:
    """The policy of a file, the shipped default without one; TomlProblem names the first fault.

    overrides replaces values by the names of the file ({"check_valid_min": 6}); why becomes their source.
    """
    return read_policy(read_toml(path or resource("policies", "default.toml")), overrides, why)


def read_policy(file: Table, overrides: Mapping[str, object] | None = None, why: str = "") -> Policy:
    """The policy in one TOML table, with overrides laid over it."""
    return _Reader(Table(_overlaid(file, overrides or {}, why), file.file)).policy()


def _overlaid(file: Table, overrides: Mapping[str, object], why: str) -> dict[str, object]:
    laid: dict[str, object] = dict(file.values)
    for name, value in overrides.items():
        if name not in SETTABLE:
            raise file.problem(Fault.UNKNOWN_NAME, name, allowed=SETTABLE)
        if name in _GROUPS:
            before = laid.get(name)
            entries = value if isinstance(value, Mapping) else {}
            if not entries:
                raise file.problem(Fault.NOT_TABLE, name, found=str(value))
            laid[name] = {**(before if isinstance(before, dict) else {}), **_sourced(entries, why)}
        else:
            laid[name] = {"value": value, "source": why}
    return laid


def _sourced(entries: Mapping[str, object], why: str) -> dict[str, object]:
    return {
        name: {"source": why, **entry} if isinstance(entry, Mapping) else entry
        for name, entry in entries.items()
    }


class _Reader:
    """Reads one policy; keeps the sources it comes past."""

    def __init__(self, file: Table) -> None:
        self._file = file.only("id", "revision", "title", *SETTABLE)
        self._sources: list[Cited] = []

    def policy(self) -> Policy:
        measured = {_attribute(name): self._measured(name) for name in _MEASURED}
        self._in_order()
        return Policy(
            id=self._file.text("id"),
            revision=self._file.whole("revision", 1, 1_000_000),
            title=self._file.text("title"),
            required_each_check=self._entry("required_each_check").choices("value", Item),
            checklist=self._entry("checklist").choices("value", ReadyItem),
            end_of_volume=self._entry("end_of_volume").choice("value", EndOfVolume),
            connection=self._entry("connection").choice("value", Connection),
            stop_limits=tuple(self._limits("stop_limits")),
            baseline_limits=tuple(self._limits("baseline_limits")),
            monitor_rules=tuple(self._monitor_rules()),
            entry_limits=tuple(self._entry_limits()),
            sources=tuple(self._sources),
            **measured,  # type: ignore[arg-type]  # one name, one kind: held by the test that reads every attribute
        )

    def _entry(self, name: str) -> Table:
        entry = self._file.table(name).only("value", "source")
        self._cite(name, entry)
        return entry

    def _cite(self, name: str, entry: Table) -> None:
        self._sources.append(Cited(name, entry.text("source")))

    def _measured(self, name: str) -> Quantity:
        kind, factor, low, high = _UNITS[_unit(name)]
        return kind(self._entry(name).number("value", low, high) * factor)

    def _in_order(self) -> None:
        for names in _IN_ORDER:
            values = [self._file.table(name).number("value") for name in names]
            if values != sorted(values):
                raise self._file.problem(Fault.NOT_ASCENDING, names[-1], allowed=names)

    def _limits(self, group: str) -> Iterable[StopLimit]:
        for item, entry in self._group(group, _VITALS, "bound", "value", "source"):
            self._cite(f"{group}.{item}", entry)
            yield StopLimit(item, entry.choice("bound", Bound), Number(entry.number("value", "0", "1000")))

    def _monitor_rules(self) -> Iterable[MonitorRule]:
        for item, entry in self._group("monitor_rules", _VITALS, "direction", "by", "blocks", "source"):
            self._cite(f"monitor_rules.{item}", entry)
            by = Number(entry.number("by", "0", "1000"))
            yield MonitorRule(item, entry.choice("direction", Direction), by, entry.flag("blocks"))

    def _entry_limits(self) -> Iterable[EntryLimit]:
        bounds = ("hard_min", "soft_min", "soft_max", "hard_max")
        others = ("decimals", "change_asks", "source")
        for item, entry in self._group("entry_limits", _TYPED, "unit", *bounds, *others):
            values = [entry.number(name) for name in bounds]
            if values != sorted(values):
                raise entry.problem(Fault.NOT_ASCENDING, allowed=bounds)
            hard_min, soft_min, soft_max, hard_max = map(Number, values)
            yield EntryLimit(
                item=item,
                unit=entry.text("unit"),
                hard_min=hard_min,
                hard_max=hard_max,
                soft_min=soft_min,
                soft_max=soft_max,
                decimals=entry.whole("decimals", 0, 3),
                change_asks=Number(entry.number("change_asks", "0", "1000"))
                if entry.has("change_asks")
                else None,
            )

    def _group(self, group: str, items: tuple[str, ...], *names: str) -> Iterable[tuple[str, Table]]:
        table = self._file.table(group).only("source", *items)
        if table.has("source"):
            self._cite(group, table)
        for item in table.values:
            if item != "source":
                yield item, table.table(item).only(*names)


def _unit(name: str) -> str:
    return next(unit for unit in sorted(_UNITS, key=len, reverse=True) if name.endswith(unit))


def _attribute(name: str) -> str:
    return name if name in _UNIT_IN_NAME_OF_FIELD else name.removesuffix(_unit(name))
