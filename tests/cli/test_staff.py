"""desens-gui staff and audit: people set up at a terminal, PINs by prompt alone, one sentence for each no."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from tests.storage.staff_files import PlainHasher

ADMIN, NURSE, BADGE = "271828", "three blind mice", "0004711-A"
Said = tuple[int, str, str]
Desk = Callable[..., Said]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Runs a command with what is typed at its prompts; the hashing costs nothing here."""
    monkeypatch.setattr("desens_gui.system.pin_hashing.Argon", lambda _cost: PlainHasher())

    def run(*arguments: str, typed: tuple[str, ...] = ()) -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = main([*arguments, "--data", str(tmp_path)])
        out, error = capsys.readouterr()
        return code, out, error

    return run


@pytest.fixture
def site(desk: Desk) -> Desk:
    """An administrator x1 and a nurse n1."""
    assert (
        desk(
            "staff",
            "add",
            "--id",
            "x1",
            "--name",
            "K. Vermeer",
            "--role",
            "administrator",
            typed=(ADMIN, ADMIN),
        )[0]
        == 0
    )
    added = desk(
        "staff",
        "add",
        "--id",
        "n1",
        "--name",
        "M. Lindqvist, RN",
        "--role",
        "nurse",
        typed=(ADMIN, NURSE, NURSE),
    )
    assert added[:2] == (0, "Added: n1  M. Lindqvist, RN, Nurse\n")
    return desk


def test_without_staff_it_is_single_user_mode(desk: Desk) -> None:
    assert desk("staff", "list") == (0, "No staff are set up here: Desens runs in single-user mode.\n", "")


def test_people_badges_and_who_still_works_here(site: Desk) -> None:
    assert site("staff", "badge", "n1", typed=(ADMIN, BADGE))[:2] == (
        0,
        "Changed: n1  M. Lindqvist, RN, Nurse, badge\n",
    )
    assert site("staff", "deactivate", "n1", typed=(ADMIN,))[0] == 0
    assert site("staff", "list")[1] == (
        "x1  K. Vermeer, Administrator\nn1  M. Lindqvist, RN, Nurse, badge, deactivated\n"
    )
    assert (
        site("staff", "reactivate", "n1", typed=(ADMIN,))[1]
        == "Changed: n1  M. Lindqvist, RN, Nurse, badge\n"
    )
    assert (
        site("staff", "badge", "n1", "--remove", typed=(ADMIN,))[1]
        == "Changed: n1  M. Lindqvist, RN, Nurse\n"
    )


def test_a_nurse_changes_her_own_pin_and_nobody_elses(site: Desk) -> None:
    assert site("staff", "change-pin", "n1", typed=("n1", NURSE, "314159", "314159"))[0] == 0
    code, _, said = site("staff", "change-pin", "x1", typed=("314159",))
    assert (code, said.splitlines()[-1]) == (
        2,
        "This is not the PIN. The next try is looked at in 1 s.",
    )
    assert site("staff", "change-pin", "n1", typed=("n1", "314159", ADMIN, ADMIN))[0] == 0


@pytest.mark.parametrize(
    ("arguments", "typed", "sentence"),
    [
        (
            ("add", "--role", "nurse"),
            (ADMIN,),
            "Name: nothing was entered; a person is listed and signs by it.",
        ),
        (
            ("add", "--name", "x" * 121, "--role", "nurse"),
            (ADMIN,),
            "Name: at most 120 characters are allowed.",
        ),
        (
            ("add", "--name", "A"),
            (),
            "--role: say what the person may do; allowed are nurse, allergist, pharmacist, administrator.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse", "--id", "n1"),
            (ADMIN,),
            "Id: “n1” was given already; an id is never given to another person.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse", "--id", "n 1"),
            (ADMIN,),
            "Id: “n 1” is not allowed; use 1 to 40 letters, digits, full stops, hyphens or underscores.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse", "--id", "desens"),
            (ADMIN,),
            "Id: “desens” is not allowed; use 1 to 40 letters, digits, full stops, hyphens or underscores.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN, "31415"),
            "PIN: it has too few digits; a PIN has 6 at least, a passphrase 12 characters.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN, "111111"),
            "PIN: one digit repeated is guessed at once; choose another.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN, "234567"),
            "PIN: digits in a row (123456) are guessed at once; choose another.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN, "blind mice"),
            "PIN: a passphrase has 12 characters at least; a PIN has digits alone, 6 at least.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN, "7" * 129),
            "PIN: at most 128 characters are allowed.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN, "314159", "314158"),
            "PIN: the two are not the same; nothing was changed.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (ADMIN,),
            "The input ended before everything was answered; nothing was changed.",
        ),
        (
            ("add", "--name", "A", "--role", "nurse"),
            (NURSE,),
            "This is not the PIN. The next try is looked at in 1 s.",
        ),
        (("deactivate", "x1"), (ADMIN,), "Id: “x1” is the only administrator left; add another one first."),
        (("deactivate", "n9"), (), "Id: nobody has “n9”; “desens-gui staff list” shows everybody."),
        (("deactivate",), (), "ID: say whom it is about; “desens-gui staff list” shows everybody."),
        (("reactivate", "n1"), (ADMIN,), "Id: “n1” is active already."),
        (
            ("badge", "n1"),
            (ADMIN, "7"),
            "Badge: its code must have 4 to 200 characters; nothing was changed.",
        ),
    ],
)
def test_bad_input_is_one_sentence(
    site: Desk, arguments: tuple[str, ...], typed: tuple[str, ...], sentence: str
) -> None:
    code, out, error = site("staff", *arguments, typed=typed)
    assert (code, out, error.splitlines()[-1]) == (2, "", sentence)
    assert not any(secret in error for secret in (ADMIN, NURSE, "314158"))


def test_a_badge_has_one_owner(site: Desk) -> None:
    site("staff", "badge", "x1", typed=(ADMIN, BADGE))
    code, _, error = site("staff", "badge", "n1", typed=(ADMIN, BADGE))
    assert code == 2
    assert error.splitlines()[-1] == "Badge: it belongs to “x1”; take it from there first with --remove."
    assert BADGE not in error


def test_the_first_person_is_an_administrator(desk: Desk) -> None:
    code, _, error = desk("staff", "add", "--name", "A", "--role", "nurse", typed=("314159", "314159"))
    assert code == 2
    assert "the first person is an administrator" in error


def test_twice_deactivated_and_another_administrator(site: Desk) -> None:
    site("staff", "deactivate", "n1", typed=(ADMIN,))
    assert site("staff", "deactivate", "n1", typed=(ADMIN,))[2].endswith("Id: “n1” is deactivated already.\n")
    second = ("add", "--id", "x2", "--name", "B", "--role", "administrator")
    assert site("staff", *second, typed=(ADMIN, "314159", "314159"))[0] == 0
    assert site("staff", "deactivate", "x1", typed=("x2", "314159"))[0] == 0


def test_a_nurse_who_signs_in_for_it_is_no_administrator(site: Desk) -> None:
    code, _, error = site("staff", "deactivate", "x1", typed=(NURSE,))
    assert code == 2
    code, _, error = site("staff", "change-pin", "x1", typed=("n1", NURSE))
    assert (code, "PIN" in error) == (2, True)


def test_the_audit_is_for_an_administrator_who_waits_like_anybody(site: Desk) -> None:
    assert site("audit", typed=("wrong",))[0] == 2
    assert site("audit", typed=(ADMIN,)) == (2, "", "PIN of x1:\nWait 1 s: earlier tries were wrong.\n")
    assert site("audit")[2].endswith("The input ended before everything was answered; nothing was written.\n")


def test_the_audit_in_both_formats(site: Desk, tmp_path: Path) -> None:
    site("staff", "badge", "n1", typed=(ADMIN, BADGE))
    code, out, _ = site("audit", "--format", "json", typed=(ADMIN,))
    assert code == 0
    told = json.loads(out)
    assert [(one["what"], one["actor"], one["command"], one["person"]) for one in told] == [
        ("staff_changed", "desens", "add", "x1"),
        ("signed_in", "x1", "", ""),
        ("staff_changed", "x1", "add", "n1"),
        ("signed_in", "x1", "", ""),
        ("staff_changed", "x1", "badge", "n1"),
        ("signed_in", "x1", "", ""),
    ]
    target = tmp_path / "audit.csv"
    assert site("audit", "--out", str(target), typed=(ADMIN,))[:2] == (0, f"{target}\n")
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert [row["what"] for row in rows][-3:] == ["signed_in", "audit_read", "signed_in"]
    for file in (target, tmp_path / "audit.db"):
        text = file.read_bytes()
        assert not any(secret.encode() in text for secret in (ADMIN, NURSE, BADGE, "Lindqvist", "Vermeer"))
    code, _, error = site("audit", "--out", str(target), typed=(ADMIN,))
    assert (code, "exists already" in error) == (2, True)


def test_in_single_user_mode_the_audit_asks_nobody(desk: Desk) -> None:
    assert desk("audit", "--format", "json") == (0, "[]\n", "")
    assert desk("audit")[1].startswith('"utc","what"')


def test_a_damaged_staff_file_is_named(site: Desk, tmp_path: Path) -> None:
    (tmp_path / "staff.db").write_bytes(b"rot")
    code, out, error = site("staff", "list")
    assert (code, out) == (2, "")
    assert error == "staff.db: It is not a file that Desens wrote.\n"


def test_a_damaged_audit_file_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "audit.db").write_bytes(b"rot")
    code, out, error = desk("audit")
    assert (code, out) == (2, "")
    assert error == "audit.db: It is not a file that Desens wrote.\n"
