"""The workstation's audit as CSV or JSON: codes and ids as they are stored, times in UTC."""

from __future__ import annotations

import json
from collections.abc import Iterable

from desens_gui.domain.instants import Utc
from desens_gui.handover.csv_text import csv_text
from desens_gui.session.audit import AuditEntry

FORMATS = ("csv", "json")
HEADS = ("utc", "what", "actor", "role", "session", "command", "codes", "person")


def audit_text(entries: Iterable[AuditEntry], form: str) -> str:
    """form: one of FORMATS. In the order they were noted."""
    rows = [_row(entry) for entry in entries]
    if form == "csv":
        return csv_text(HEADS, rows)
    told = [dict(zip(HEADS, row, strict=True)) for row in rows]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _row(entry: AuditEntry) -> tuple[str, ...]:
    return (
        Utc(entry.stamp.utc_us).text,
        str(entry.what),
        entry.actor.id,
        str(entry.actor.role),
        entry.session,
        entry.command,
        " ".join(entry.codes),
        entry.person,
    )
