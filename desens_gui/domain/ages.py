"""Age from the birth date."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desens_gui.domain.instants import Instant


def birth_date(born: str) -> date | None:
    """The ISO date, or None where the text is not one."""
    try:
        return date.fromisoformat(born)
    except ValueError:
        return None


def day_of(instant: Instant) -> date:
    """The UTC day of an instant."""
    return datetime.fromtimestamp(instant.utc_us / 1_000_000, tz=UTC).date()


def age_in_years(born: str, at: Instant) -> int:
    """Whole years; -1 where the birth date is unknown or in the future."""
    birth, today = birth_date(born), day_of(at)
    if birth is None or birth > today:
        return -1
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
