"""The sign-in policy: what ships, and that a site cannot make it unsafe."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.quantities import Duration
from desens_gui.session.pin_rules import PinRules
from desens_gui.session.staff import Delays
from desens_gui.system.pin_hashing import Cost
from desens_gui.system.resources import resource
from desens_gui.system.sign_in_policy import load_sign_in
from desens_gui.wording.file_words import Fault

SHIPPED = resource("policies", "sign_in.toml").read_text("utf-8")


def test_what_ships(tmp_path: Path) -> None:
    loaded = load_sign_in(tmp_path)
    assert loaded.fault is None
    assert loaded.policy.rules == PinRules(6, 12)
    assert loaded.policy.delays == Delays(Duration(1), Duration(300))
    assert loaded.policy.idle == Duration.minutes(10)
    assert loaded.policy.idle_running is None
    Cost(loaded.policy.memory_mib * 1024, loaded.policy.passes)


def test_a_site_makes_it_stricter(tmp_path: Path) -> None:
    own = SHIPPED.replace("pin_digits_least = { value = 6", "pin_digits_least = { value = 8")
    (tmp_path / "sign_in.toml").write_text(own, "utf-8")
    assert load_sign_in(tmp_path).policy.rules == PinRules(8, 12)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("pin_digits_least = { value = 6", "pin_digits_least = { value = 4", Fault.OUT_OF_RANGE),
        ("passphrase_least = { value = 12", "passphrase_least = { value = 4", Fault.OUT_OF_RANGE),
        ("longest_delay_s = { value = 300", "longest_delay_s = { value = 1", Fault.OUT_OF_RANGE),
        ("first_delay_s = { value = 1,", "first_delay_s = { value = 0,", Fault.OUT_OF_RANGE),
        ("argon2_memory_mib = { value = 19", "argon2_memory_mib = { value = 8", Fault.OUT_OF_RANGE),
        ("argon2_passes = { value = 2", "argon2_passes = { value = 1", Fault.OUT_OF_RANGE),
        ("revision = 1", "revisoin = 1", Fault.UNKNOWN_NAME),
        (
            'passphrase_least = { value = 12, source = "E, not published" }',
            "passphrase_least = { value = 12 }",
            Fault.MISSING,
        ),
    ],
)
def test_a_wrong_file_is_named_and_the_shipped_values_stand(
    tmp_path: Path, before: str, after: str, fault: Fault
) -> None:
    assert before in SHIPPED
    (tmp_path / "sign_in.toml").write_text(SHIPPED.replace(before, after), "utf-8")
    loaded = load_sign_in(tmp_path)
    assert loaded.fault is not None
    assert loaded.fault.fault is fault
    assert loaded.policy == load_sign_in(tmp_path / "none").policy
