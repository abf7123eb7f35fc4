"""What every recorded fact and every order to the session is built on."""

from __future__ import annotations

import msgspec


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact of the record. Its tag ("step_started/1") is its name in the file for ever."""


class Order(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a person or the ticking clock asks of the session; its tag is its name in a scenario."""
