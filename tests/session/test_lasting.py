"""A fault of the machine that flickers is one alarm."""

from __future__ import annotations

from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.session.lasting import GONE_AFTER_NS, Lasting

NO_SOUND, LOST = AlarmCode.NO_SOUND, AlarmCode.NOT_RECORDED


def test_it_stands_until_it_was_gone_for_a_minute() -> None:
    lasting = Lasting()
    assert lasting.of((), 0) == ()
    assert lasting.of((NO_SOUND,), 0) == (NO_SOUND,)
    assert lasting.of((LOST,), 1) == (LOST, NO_SOUND)
    assert lasting.of((), GONE_AFTER_NS - 1) == (LOST, NO_SOUND)
    assert lasting.of((), GONE_AFTER_NS) == (LOST,)
    assert lasting.of((LOST,), GONE_AFTER_NS + 1) == (LOST,)
    assert lasting.of((), 2 * GONE_AFTER_NS) == (LOST,)
    assert lasting.of((), 2 * GONE_AFTER_NS + 1) == ()
