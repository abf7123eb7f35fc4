"""Reads the one file of colours, type and measures."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct


class Density(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Measures in px for one width of window; `type` maps a role to (px, weight)."""

    min_width: int
    banner: int
    alarm: int
    actions: int
    status: int
    page: int
    gap: int
    pad: int
    radius: int
    radius_field: int
    radius_tag: int
    card_head: int
    ladder_head: int
    card_foot: int
    list_row: int
    target: int
    field: int
    action_height: int
    button_icons: bool
    icon: int
    ring: int
    ring_width: int
    bag_column: int
    columns_running: tuple[int, int]
    type: dict[str, tuple[float, int]]


class Densities(Struct, frozen=True, forbid_unknown_fields=True):
    wide: Density
    narrow: Density


class ColourCodes(Struct, frozen=True, forbid_unknown_fields=True):
    light: dict[str, str]
    dark: dict[str, str]


class Tokens(Struct, frozen=True, forbid_unknown_fields=True):
    colour: ColourCodes
    density: Densities

    def density_for(self, width: int) -> Density:
        return self.density.wide if width >= self.density.wide.min_width else self.density.narrow


def load_tokens(path: Path) -> Tokens:
    """Unknown, missing or ill-typed measures raise msgspec.ValidationError with their path."""
    return msgspec.toml.decode(path.read_bytes(), type=Tokens)
