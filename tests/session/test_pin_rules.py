"""What is no PIN and no passphrase."""

from __future__ import annotations

import pytest

from desens_gui.session.pin_rules import PinFault, PinRules

RULES = PinRules(digits_least=6, passphrase_least=12)


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("314159", None),
        ("31415", PinFault.TOO_FEW_DIGITS),
        ("111111", PinFault.ONE_DIGIT),
        ("123456", PinFault.IN_ORDER),
        ("890123", PinFault.IN_ORDER),
        ("321098", PinFault.IN_ORDER),
        ("123457", None),
        ("", PinFault.TOO_SHORT),
        ("three blind mice", None),
        ("three blind", PinFault.TOO_SHORT),
        ("   blind mice   ", PinFault.TOO_SHORT),
        ("١٢٣٤٥٦", PinFault.TOO_SHORT),
        ("9" * 129, PinFault.TOO_LONG),
    ],
)
def test_rules(pin: str, fault: PinFault | None) -> None:
    assert RULES.fault(pin) is fault
