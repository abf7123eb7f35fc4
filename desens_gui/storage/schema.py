"""The one table of a session file, what keeps it append-only, and views that any SQLite tool can read."""

from __future__ import annotations

import hashlib

from desens_gui.storage.schema_views import VIEWS

APPLICATION_ID = 0x44534E53  # "DSNS"
VERSION = 1

TABLE = """\
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  utc TEXT NOT NULL,
  boot_ns INTEGER NOT NULL,
  mono_ns INTEGER NOT NULL,
  boot_id TEXT NOT NULL,
  zone_offset_min INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  second_person TEXT,
  workstation TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  seal TEXT
) STRICT"""

COLUMNS = (
    "seq",
    "uuid",
    "kind",
    "utc",
    "boot_ns",
    "mono_ns",
    "boot_id",
    "zone_offset_min",
    "actor",
    "role",
    "second_person",
    "workstation",
    "payload",
    "prev_hash",
    "hash",
    "seal",
)

# The insert guard runs before the row is compared with those already there, so neither INSERT OR REPLACE nor
# an upsert gets past it (with recursive_triggers off, REPLACE deletes without asking the trigger on DELETE).
TRIGGERS = (
    """\
CREATE TRIGGER event_only_appended BEFORE INSERT ON event
WHEN NEW.seq IS NOT 1 + (SELECT coalesce(max(seq), 0) FROM event)
  OR NEW.prev_hash IS NOT coalesce(
    (SELECT hash FROM event ORDER BY seq DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
  OR EXISTS (SELECT 1 FROM event WHERE uuid = NEW.uuid)
BEGIN SELECT RAISE(ABORT, 'append_only'); END""",
    """\
CREATE TRIGGER event_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'append_only'); END""",
    """\
CREATE TRIGGER event_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'append_only'); END""",
)

STATEMENTS = (TABLE, *TRIGGERS, *VIEWS)


def schema_digest() -> str:
    """SHA-256 of the schema's text; the first event of every file carries it."""
    return hashlib.sha256(";\n".join(STATEMENTS).encode()).hexdigest()
