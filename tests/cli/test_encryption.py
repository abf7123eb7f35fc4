"""desens-gui encryption: set up, off, lost, recovered; and what commands do with a file that is locked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.storage import stretching
from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import Kind, kind_of, let_go
from desens_gui.storage.reading import read_session
from desens_gui.storage.verify import State, verify
from desens_gui.system.paths import folders
from desens_gui.system.site_key import on_paper, read_paper
from tests.app.keys import SECRET, encrypted_site
from tests.cli.paper import set_up
from tests.storage.locked_files import holding

Said = tuple[int, str, str]
Desk = Callable[..., Said]
PASSPHRASE = "four words nobody guesses"


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(stretching, "_MEMORY_KIB", 64)  # what it costs is not what is tried here
    with holding():
        yield


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Runs a command in a process that holds no key yet, with what is typed at its prompts."""

    def run(*arguments: object, typed: tuple[str, ...] = ()) -> Said:
        let_go()
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = main([str(each) for each in arguments])
        return code, *capsys.readouterr()

    return run


def session(desk: Desk, folder: Path) -> Path:
    out = folder / "out"
    code, _, error = desk("simulate", "08-transferred", "--out", out, "--data", folder)
    assert (code, error) == (0, "")
    return next(out.glob("*.desens"))


def test_it_is_set_up_with_a_key_that_was_typed_back(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "never set up" in desk("encryption", "status", "--data", tmp_path)[1]
    code, out, _ = set_up(tmp_path, monkeypatch, capsys)
    assert code == 0
    shown = "".join(line for line in out.splitlines() if line.startswith("    "))
    assert read_paper(shown) == folders(tmp_path).site_key.read_bytes()
    assert "Encryption is on, and the key is here." in desk("encryption", "status", "--data", tmp_path)[1]
    assert kind_of(header_of(session(desk, tmp_path))) is Kind.SITE
    assert on_paper(read_paper(shown))[:5] in desk("encryption", "show", "--data", tmp_path)[1]
    audit = desk("audit", "--format", "json", "--data", tmp_path)[1]
    assert audit.count('"encryption"') == 2
    assert on_paper(read_paper(shown))[:5] not in audit


@pytest.mark.parametrize("typed", [lambda _key: "7K3QM", lambda key: key[:4] + "-" + key[5:][::-1]])
def test_a_key_that_was_copied_wrongly_sets_nothing_up(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: Callable[[str], str],
) -> None:
    code, _, error = set_up(tmp_path, monkeypatch, capsys, typed)
    assert code == 2
    assert error.count("Recovery key:") == 3
    assert "nothing was changed" in error
    assert not folders(tmp_path).site_key.exists()
    assert not folders(tmp_path).encryption.exists()


def test_off_and_on_again_with_the_same_key(tmp_path: Path, desk: Desk) -> None:
    place = encrypted_site(folders(tmp_path))
    before = session(desk, tmp_path)
    assert desk("encryption", "off", "--data", tmp_path)[0] == 0
    assert "Encryption is off" in desk("encryption", "status", "--data", tmp_path)[1]
    after = next(each for each in session(desk, tmp_path).parent.glob("*.desens") if each != before)
    assert kind_of(header_of(after)) is None
    for path in (before, after):
        assert desk("verify", path)[0] == 0
        assert desk("state", path)[0] == 0
    assert desk("encryption", "on", "--data", tmp_path)[0] == 0
    assert place.site_key.read_bytes() == SECRET


def test_off_where_it_was_never_on(tmp_path: Path, desk: Desk) -> None:
    assert desk("encryption", "off", "--data", tmp_path)[0] == 0
    assert "Encryption is off" in desk("encryption", "status", "--data", tmp_path)[1]
    assert "No key" in desk("encryption", "show", "--data", tmp_path)[2]


@pytest.mark.requirement("R-CRYPT-2")
def test_a_lost_key_comes_back_from_its_paper(tmp_path: Path, desk: Desk) -> None:
    place = encrypted_site(folders(tmp_path))
    path = session(desk, tmp_path)
    place.site_key.unlink()
    assert "The key is missing" in desk("encryption", "status", "--data", tmp_path)[1]
    for action in ("on", "show"):
        code, out, error = desk("encryption", action, "--data", tmp_path)
        assert (code, out) == (2, ""), "no second key is made for the same site"
        assert "encryption recover" in error
    assert desk("verify", path)[0] == 3
    wrong, other = on_paper(SECRET).replace(" ", "")[:-1] + "?", on_paper(SECRET[::-1])
    for typed, said in ((wrong, "Recovery key"), (other, "another site")):
        code, _, error = desk("encryption", "recover", "--data", tmp_path, typed=(typed,))
        assert code == 2
        assert said in error
    assert not place.site_key.exists()
    assert desk("encryption", "recover", "--data", tmp_path, typed=(on_paper(SECRET).lower(),))[0] == 0
    assert place.site_key.read_bytes() == SECRET
    assert desk("verify", path)[0] == 0


def test_another_workstation_of_the_site(tmp_path: Path, desk: Desk) -> None:
    place = folders(tmp_path)
    assert desk("encryption", "recover", "--data", tmp_path, typed=(on_paper(SECRET),))[0] == 0
    assert "Encryption is on" in desk("encryption", "status", "--data", tmp_path)[1]
    code, _, error = desk("encryption", "recover", "--data", tmp_path, typed=(on_paper(SECRET[::-1]),))
    assert code == 2
    assert "another site" in error
    assert place.site_key.read_bytes() == SECRET


def test_another_sites_key_in_the_place_of_ours_is_put_aside(tmp_path: Path, desk: Desk) -> None:
    place = encrypted_site(folders(tmp_path))
    path = session(desk, tmp_path)
    place.site_key.write_bytes(SECRET[::-1])
    assert "not the one of this site" in desk("encryption", "status", "--data", tmp_path)[1]
    code, _, error = desk("verify", path)
    assert code == 3
    assert "not the one of its site" in error
    assert desk("encryption", "on", "--data", tmp_path)[0] == 2
    assert desk("encryption", "recover", "--data", tmp_path, typed=(on_paper(SECRET),))[0] == 0
    assert place.site_key.read_bytes() == SECRET
    assert place.site_key.with_name("site.key.other").read_bytes() == SECRET[::-1]
    assert desk("verify", path)[0] == 0


def test_a_folder_that_cannot_be_written(tmp_path: Path, desk: Desk) -> None:
    place = encrypted_site(folders(tmp_path))
    place.site_key.unlink()
    place.encryption.unlink()
    place.site_key.mkdir()
    code, out, error = desk("encryption", "recover", "--data", tmp_path, typed=(on_paper(SECRET),))
    assert (code, out) == (2, "")
    assert error.strip().endswith(".")


def test_where_staff_are_set_up_an_administrator_signs_in(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.storage.staff_files import PlainHasher

    monkeypatch.setattr("desens_gui.system.pin_hashing.Argon", lambda _cost: PlainHasher())
    encrypted_site(folders(tmp_path))
    who = ("--id", "x1", "--name", "K. Vermeer", "--role", "administrator")
    assert desk("staff", "add", *who, "--data", tmp_path, typed=("271828", "271828"))[0] == 0
    for action in ("show", "off"):
        code, out, _ = desk("encryption", action, "--data", tmp_path, typed=("314159",))
        assert (code, out) == (2, "")
    assert "Encryption is on" in desk("encryption", "status", "--data", tmp_path)[1]


@pytest.fixture
def away(tmp_path: Path, desk: Desk) -> Path:
    """An encrypted session that lies where its key does not."""
    encrypted_site(folders(tmp_path / "ward"))
    path = session(desk, tmp_path / "ward")
    (tmp_path / "far").mkdir()
    return path.rename(tmp_path / "far" / path.name)


def test_locked_is_not_altered(away: Path, desk: Desk, tmp_path: Path) -> None:
    code, out, error = desk("verify", away)
    assert (code, out) == (3, "")
    assert "encrypted" in error
    assert "ALTERED" not in error
    for command in (("state", away), ("export", away, "--to", "csv", "--out", tmp_path / "tables")):
        assert desk(*command)[0] == 2


def test_keys_come_from_a_prompt_or_a_file(away: Path, desk: Desk, tmp_path: Path) -> None:
    assert desk("verify", away, typed=(on_paper(SECRET),))[0] == 0
    assert desk("verify", away, typed=(on_paper(SECRET[::-1]),))[0] == 3
    assert desk("verify", away, typed=("7K3QM",))[0] == 2
    paper = tmp_path / "paper.txt"
    paper.write_text(on_paper(SECRET) + "\r\n")
    for key_file in (paper, tmp_path / "ward" / "site.key"):
        assert desk("verify", away, "--key-file", key_file)[0] == 0
    for no_key in (tmp_path / "none", tmp_path):
        code, _, error = desk("verify", away, "--key-file", no_key)
        assert code == 2
        assert "no key file" in error


def test_a_copy_under_a_passphrase_for_elsewhere(desk: Desk, tmp_path: Path) -> None:
    encrypted_site(folders(tmp_path))
    path, copy = session(desk, tmp_path), tmp_path / "copy.desens"
    export = ("export", path, "--to", "copy", "--data", tmp_path, "--out")
    for typed, said in (
        (("short", "short"), "at least 12"),
        ((PASSPHRASE, PASSPHRASE + "."), "not the same"),
        ((PASSPHRASE,), "nothing was written"),
    ):
        code, _, error = desk(*export, copy, typed=typed)
        assert code == 2
        assert said in error
    assert "must end in .desens" in desk(*export, tmp_path / "copy.db")[2]
    assert not copy.exists()
    code, out, _ = desk(*export, copy, typed=(PASSPHRASE, PASSPHRASE))
    assert code == 0
    assert kind_of(header_of(copy)) is Kind.PASSPHRASE
    assert f"compare code {verify(path).code}" in out
    assert "exists already" in desk(*export, copy)[2]
    code, _, error = desk("verify", copy, typed=(PASSPHRASE.upper(),))
    assert code == 3
    assert "passphrase is wrong" in error
    assert desk("verify", copy, typed=(PASSPHRASE,))[0] == 0
    words = tmp_path / "words"
    words.write_text(PASSPHRASE)
    assert desk("state", copy, "--key-file", words)[0] == 0


def test_a_copy_in_clear_and_one_with_the_passphrase_from_a_file(desk: Desk, tmp_path: Path) -> None:
    encrypted_site(folders(tmp_path))
    path, words = session(desk, tmp_path), tmp_path / "words"
    words.write_text(PASSPHRASE)
    export = ("export", path, "--to", "copy", "--data", tmp_path, "--out")
    assert desk(*export, tmp_path / "clear.desens", "--in-clear")[0] == 0
    assert kind_of(header_of(tmp_path / "clear.desens")) is None
    (tmp_path / "usb").mkdir()
    assert desk(*export, tmp_path / "usb", "--passphrase-file", words)[0] == 0
    assert kind_of(header_of(tmp_path / "usb" / path.name)) is Kind.PASSPHRASE
    with holding():
        assert verify(tmp_path / "clear.desens").state is State.INTACT


def test_a_backup_comes_back_encrypted(away: Path, desk: Desk, tmp_path: Path) -> None:
    place = folders(tmp_path / "ward")
    assert desk("restore", away, "--data", place.data)[0] == 0
    assert kind_of(header_of(place.sessions / away.name)) is Kind.SITE
    assert read_session(place.sessions / away.name)
    elsewhere = tmp_path / "elsewhere"
    code, _, error = desk("restore", away, "--data", elsewhere)
    assert code == 2
    assert "encrypted" in error
