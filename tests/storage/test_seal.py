"""Seals: what the key shows that the chain of hashes cannot."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desens_gui.domain.events.every import Event
from desens_gui.domain.recorded import Recorded
from desens_gui.storage.opening import create_session
from desens_gui.storage.problems import Altered, ReadOnly, Why
from desens_gui.storage.reading import read_session
from desens_gui.storage.seal import Seal, fingerprint, is_whole
from desens_gui.storage.session_log import SqliteLog
from desens_gui.storage.verify import State, Verdict, verify
from tests.fake_clock import FakeClock
from tests.storage.facts import session
from tests.storage.files import plain, rechain, tamper

KEY, OTHER = Seal(lambda: b"k" * 32), Seal(lambda: b"o" * 32)
DIGEST = "ab" * 32


def sealed(path: Path, length: int = 8, key: Seal | None = KEY) -> Path:
    create_session(path)
    append(path, session(length), key)
    return path


def append(path: Path, facts: list[Recorded[Event]], key: Seal | None) -> None:
    log = SqliteLog(path, clock=FakeClock(), seal=key)
    try:
        log.append(facts)
    finally:
        log.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return sealed(tmp_path / "s.desens")


def found(verdict: Verdict) -> tuple[Why, int | None]:
    assert verdict.state is State.ALTERED
    assert isinstance(verdict.problem, Altered)
    return verdict.problem.why, verdict.problem.entry


def test_a_seal_names_its_key_and_fits_one_entry_only() -> None:
    seal = KEY.of(DIGEST)
    assert seal.startswith(fingerprint(b"k" * 32))
    assert is_whole(seal, DIGEST)
    assert KEY.made(seal)
    assert KEY.fits(seal, DIGEST)
    assert not OTHER.made(seal)
    assert not KEY.fits(seal, "cd" * 32)
    assert not is_whole(seal, "cd" * 32)
    assert b"k" * 32 not in seal.encode()


def test_every_changed_letter_shows_without_the_key() -> None:
    seal = KEY.of(DIGEST)
    for place, letter in enumerate(seal):
        changed = seal[:place] + ("0" if letter != "0" else "1") + seal[place + 1 :]
        assert not is_whole(changed, DIGEST)
    assert not is_whole("", DIGEST)
    assert not is_whole(seal + "0", DIGEST)


def test_a_sealed_file_is_intact_with_the_key_and_without(path: Path) -> None:
    code = verify(path).code
    assert verify(path) == Verdict(State.INTACT, code)
    assert verify(path, None, KEY, whole=True) == Verdict(State.INTACT, code, sealed=True)
    assert read_session(path, KEY) == read_session(path) == tuple(session(8))


def test_with_another_key_it_is_not_called_sealed(path: Path) -> None:
    assert verify(path, None, OTHER) == Verdict(State.INTACT, verify(path).code, sealed=False)
    assert found(verify(path, None, OTHER, whole=True)) == (Why.NOT_SEALED, 1)


def test_a_forger_without_the_key_is_found_by_whoever_has_it(path: Path) -> None:
    """The chain is worked out again; the seals are left, copied from elsewhere, or made with another key."""
    tamper(path, "UPDATE event SET payload = replace(payload, 'note 4', 'note 5') WHERE seq = 4")
    rechain(path)  # leaves no seals
    assert verify(path).state is State.INTACT  # the file alone cannot show it
    assert not verify(path, None, KEY).sealed
    assert found(verify(path, None, KEY, whole=True)) == (Why.NOT_SEALED, 1)


def test_a_seal_that_names_the_key_but_was_not_made_with_it_is_forged(path: Path) -> None:
    fake_seal(path, 4)
    assert verify(path).state is State.INTACT
    assert found(verify(path, None, KEY)) == (Why.FORGED, 4)
    with pytest.raises(Altered) as caught:
        read_session(path, KEY)
    assert (caught.value.why, caught.value.entry) == (Why.FORGED, 4)


def fake_seal(path: Path, seq: int) -> None:
    """Right in form, fingerprint and check digits: all that is possible without the key."""
    connection = plain(path)
    digest: str = connection.execute("SELECT hash FROM event WHERE seq = ?", (seq,)).fetchone()[0]
    connection.close()
    body = f"{fingerprint(b'k' * 32)}-{'0' * 64}"
    check = hashlib.sha256(f"{body} {digest}".encode()).hexdigest()[:8]
    tamper(path, f"UPDATE event SET seal = '{body}-{check}' WHERE seq = {seq}")


def test_a_seal_taken_away_or_moved_is_found_without_the_key(path: Path) -> None:
    tamper(path, "UPDATE event SET seal = NULL WHERE seq = 5")
    assert found(verify(path)) == (Why.SEAL, 5)
    tamper(path, "UPDATE event SET seal = (SELECT seal FROM event WHERE seq = 4) WHERE seq = 5")
    assert found(verify(path)) == (Why.SEAL, 5)


def test_a_file_is_sealed_from_its_first_entry_or_not_at_all(path: Path, tmp_path: Path) -> None:
    facts = session(9)
    with pytest.raises(ValueError, match="sealed entries only"):
        append(path, facts[8:], None)
    append(path, facts[8:], OTHER)  # the key was lost meanwhile: another one seals what follows
    assert verify(path).state is State.INTACT
    assert not verify(path, None, KEY).sealed
    assert found(verify(path, None, KEY, whole=True)) == (Why.NOT_SEALED, 9)
    bare = sealed(tmp_path / "bare.desens", key=None)
    append(bare, facts[8:], KEY)
    assert verify(bare, None, KEY) == Verdict(State.INTACT, verify(bare).code, sealed=False)


def test_a_key_that_cannot_be_read_is_a_problem_of_the_disk(tmp_path: Path) -> None:
    def gone() -> bytes:
        raise PermissionError(13, "denied")

    create_session(tmp_path / "s.desens")
    with pytest.raises(ReadOnly):
        append(tmp_path / "s.desens", session(1), Seal(gone))
    append(tmp_path / "s.desens", session(1), KEY)
