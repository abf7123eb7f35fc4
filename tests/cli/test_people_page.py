"""The manual's page on staff: a stranger who types its commands sets a site up; what it names is there."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.domain.quantities import Duration
from desens_gui.session.staff import ROLES, Delays
from desens_gui.system.paths import folders
from desens_gui.system.resources import resource
from desens_gui.system.sign_in_policy import NAME, load_sign_in
from tests.storage.staff_files import PlainHasher

ADMIN, NURSE, BADGE = "271828", "314159", "0004711-A"
TYPED = {
    "add --id x1": (ADMIN, ADMIN),
    "add --id n1": (ADMIN, NURSE, NURSE),
    "badge n1": (ADMIN, BADGE),
    "change-pin n1": ("n1", NURSE, ADMIN, ADMIN),
    "deactivate n1": (ADMIN,),
    "reactivate n1": (ADMIN,),
    "list": (),
    "--format": (ADMIN,),
}
"""What a person types at the prompts of each command."""


@pytest.fixture
def page() -> str:
    return resource("help", "people.md").read_text("utf-8")


def test_its_commands_set_a_site_up(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("desens_gui.system.pin_hashing.Argon", lambda _cost: PlainHasher())
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^desens-gui (.+)$", page, re.MULTILINE)
    assert len(commands) == 9
    for command in commands:
        typed = next(lines for part, lines in TYPED.items() if part in command)
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        assert main([*shlex.split(command), "--data", str(tmp_path / "data")]) == 0, command
        if command.startswith("staff list"):
            assert "n1  M. Lindqvist, RN, Nurse, badge\n" in capsys.readouterr().out
    assert (tmp_path / "audit.csv").exists()


def test_what_it_names_is_there(page: str, tmp_path: Path) -> None:
    place = folders(tmp_path)
    for name in (place.staff.name, place.audit.name, place.key.name, NAME, *map(str, ROLES)):
        assert f"`{name}`" in page
    policy = load_sign_in(tmp_path).policy
    assert (policy.rules.digits_least, policy.rules.passphrase_least) == (6, 12)
    assert policy.delays == Delays(Duration(1), Duration(300))
    assert policy.idle == Duration.minutes(10)
    assert policy.idle_running is None
    assert resource("policies", NAME).exists()


def test_the_readme_names_the_page() -> None:
    root = Path(__file__).parents[2]
    assert "resources/help/people.md" in (root / "README.md").read_text("utf-8")
