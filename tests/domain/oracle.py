"""A second, simpler opinion on whether one may go up: written from SAFETY S8, not from the program."""

from __future__ import annotations

SECOND = 1_000_000_000
ITEMS = (
    *("heart_rate", "sbp", "resp_rate", "spo2", "oxygen", "consciousness"),
    *("skin", "throat_nose", "chest", "circulation", "stomach_bowel", "nervous_system", "general"),
)
VALID_NS = 300 * SECOND
HOUR_NS = 3600 * SECOND


class Oracle:
    """Keeps by itself what was measured when, in session nanoseconds, and what makes it worthless."""

    def __init__(self, now_ns: int) -> None:
        self.temperature_ns = now_ns
        self.bag_connected()
        self.pump_confirmed(now_ns)

    def bag_connected(self) -> None:
        """Another bag, or its label read anew: what was read twice before is worth nothing."""
        self._bag_read_twice = False

    def bag_read_twice(self) -> None:
        self._bag_read_twice = True

    def lets_hang(self) -> bool:
        """Whether pump and label were read by another person, by telephone, or again after a minute."""
        return self._bag_read_twice

    def pump_confirmed(self, at_ns: int) -> None:
        """The pump runs, at a new step or again: everything is measured anew, but the temperature."""
        self.counts_from_ns = at_ns
        self._forget()

    def spoiled(self, at_ns: int) -> None:
        """Medication, or a reaction taken back: what was measured before unlocks nothing."""
        self.counts_from_ns = max(self.counts_from_ns, at_ns)

    def used(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self.measured: dict[str, tuple[int, bool]] = {}

    def measure(
        self,
        at_ns: int,
        *,
        items: tuple[str, ...] = ITEMS,
        ill: tuple[str, ...] = (),
        temperature: bool = True,
    ) -> None:
        """Newest wins; an older reading entered late changes nothing. ill: what speaks against going up."""
        for item in items:
            if item not in self.measured or self.measured[item][0] <= at_ns:
                self.measured[item] = (at_ns, item not in ill)
        if temperature:
            self.temperature_ns = max(self.temperature_ns, at_ns)

    def lets_up(self, now_ns: int) -> bool:
        """Whether every item was measured since it counts, within five minutes, and well."""
        if now_ns - self.temperature_ns > HOUR_NS:
            return False
        return all(
            item in self.measured
            and self.measured[item][1]
            and self.measured[item][0] >= self.counts_from_ns
            and now_ns - self.measured[item][0] <= VALID_NS
            for item in ITEMS
        )
