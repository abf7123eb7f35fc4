"""Copies of an encrypted file: with its key, under a passphrase, in clear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desens_gui.storage.backup import back_up, back_up_all
from desens_gui.storage.connecting import header_of
from desens_gui.storage.copying import copy_rekeyed, entries_of
from desens_gui.storage.keys import Kind, kind_of, passphrase_key
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import Asks, Locked, NameTaken
from desens_gui.storage.reading import read_session
from desens_gui.storage.restore import Restored, restore
from desens_gui.storage.verify import State, verify
from tests.storage.facts import session
from tests.storage.locked_files import PLAIN_TEXT, SITE, encrypted_file, encrypting, holding


@pytest.fixture(autouse=True)
def held() -> Iterator[None]:
    with holding(SITE):
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return encrypted_file(tmp_path)


def test_backup_and_restore_keep_the_key(path: Path, tmp_path: Path) -> None:
    disk, sessions = tmp_path / "disk", tmp_path / "sessions"
    disk.mkdir()
    sessions.mkdir()
    copy = back_up(path, disk)
    assert header_of(copy) == header_of(path)
    assert entries_of(copy) == entries_of(path)
    assert restore(copy, sessions) is Restored.NEW
    assert restore(copy, sessions) is Restored.ALREADY_THERE
    assert read_session(sessions / path.name) == tuple(session(8))
    damaged = bytearray(copy.read_bytes())
    damaged[5000] ^= 1
    (sessions / path.name).write_bytes(damaged)
    assert restore(copy, sessions) is Restored.DAMAGED_PUT_ASIDE


def test_without_the_key_a_missed_backup_is_named(path: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with holding():
        (missed,) = back_up_all([path], disk)
    assert isinstance(missed.problem, Locked)
    assert list(disk.iterdir()) == []


def test_a_copy_under_a_passphrase(path: Path, tmp_path: Path) -> None:
    words = passphrase_key("four words that nobody guesses")
    copy = tmp_path / "copy.desens"
    with holding(SITE, words):
        copy_rekeyed(path, copy, encrypting(words))
        with pytest.raises(NameTaken):
            copy_rekeyed(path, copy, encrypting(words))
    with holding(SITE), pytest.raises(Locked) as caught:
        read_session(copy)
    assert (caught.value.asks, caught.value.tried) == (Asks.PASSPHRASE, False)
    with holding(passphrase_key("wrong")), pytest.raises(Locked) as caught:
        read_session(copy)
    assert caught.value.tried
    with holding(passphrase_key("four words that nobody guesses")):
        assert read_session(copy) == tuple(session(8)), "without the key of the site"
        assert verify(copy).state is State.INTACT
    assert not [word for word in PLAIN_TEXT if word in copy.read_bytes()]


def test_a_copy_in_clear_and_back(path: Path, tmp_path: Path) -> None:
    clear, again = tmp_path / "clear.desens", tmp_path / "again.desens"
    copy_rekeyed(path, clear, None)
    copy_rekeyed(clear, again, encrypting())
    assert kind_of(header_of(clear)) is None
    assert kind_of(header_of(again)) is Kind.SITE
    assert entries_of(path) == entries_of(clear) == entries_of(again)
    assert verify(again).code == verify(path).code
    open_session(again).close()
