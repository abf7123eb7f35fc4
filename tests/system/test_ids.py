"""Ids differ, and short ones cannot be misread."""

from __future__ import annotations

import uuid

from desens_gui.system.ids import SystemIds


def test_ids_are_random_uuids() -> None:
    ids = {SystemIds().uuid() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(str(uuid.UUID(each)) == each and uuid.UUID(each).version == 4 for each in ids)


def test_short_ids_hold_no_letter_that_is_misread() -> None:
    ids = {SystemIds().short() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(each) == 8 and each.isalnum() and each == each.lower() for each in ids)
    assert not set("".join(ids)) & set("01oilu")
