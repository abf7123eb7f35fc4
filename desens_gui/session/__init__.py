"""Use cases and ports of a session. No Qt, no SQLite."""
