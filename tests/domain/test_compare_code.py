"""The compare code is read as it is written."""

from __future__ import annotations

import pytest

from desens_gui.domain.compare_code import code, read_code


def test_the_compare_code() -> None:
    assert code(312, "8a3177f0" + "c" * 56) == "312-8A31-77F0"
    assert read_code("312-8A31-77F0") == (312, "8a3177f0")
    assert read_code(" 312-8a31-77f0\n") == (312, "8a3177f0")


@pytest.mark.parametrize(
    "text", ["", "312", "312-8A31", "312-8A31-77G0", "0-0000-0000", "-1-8A31-77F0", "312 8A31"]
)
def test_what_is_no_compare_code(text: str) -> None:
    with pytest.raises(ValueError, match="not a compare code"):
        read_code(text)
