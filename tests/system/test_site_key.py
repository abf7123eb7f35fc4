"""The site's key on the disk and on paper: what is mistyped is named, and no key is ever written over."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens_gui.system.site_key import (
    BYTES,
    Misread,
    NotASiteKey,
    fingerprint,
    on_paper,
    read_paper,
    read_site_key,
    write_site_key,
)

KEY = bytes(range(BYTES))
KEYS = st.binary(min_size=BYTES, max_size=BYTES)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_what_is_copied_is_read_again(key: bytes) -> None:
    paper = on_paper(key)
    assert [len(group) for group in paper.split(" ")] == [5] * 8
    assert read_paper(paper) == key
    assert read_paper(paper.lower().replace(" ", "-")) == key
    assert read_paper(paper.replace("0", "o").replace("1", "l").replace(" ", "")) == key


@given(KEYS, st.integers(0, 39), st.sampled_from(LETTERS))
def test_a_wrong_letter_is_found_in_its_group(key: bytes, at: int, letter: str) -> None:
    paper = on_paper(key).replace(" ", "")
    if paper[at] == letter:
        return
    with pytest.raises(Misread) as caught:
        read_paper(paper[:at] + letter + paper[at + 1 :])
    assert caught.value.group == at // 5 + 1


@given(KEYS, st.integers(0, 7), st.integers(0, 4), st.integers(0, 4))
def test_two_letters_exchanged_are_found(key: bytes, group: int, one: int, other: int) -> None:
    letters = list(on_paper(key).replace(" ", ""))
    first, second = group * 5 + one, group * 5 + other
    if letters[first] == letters[second]:
        return
    letters[first], letters[second] = letters[second], letters[first]
    with pytest.raises(Misread) as caught:
        read_paper("".join(letters))
    assert caught.value.group == group + 1


@given(KEYS, st.integers(0, 7), st.integers(0, 7))
def test_two_groups_exchanged_are_found(key: bytes, one: int, other: int) -> None:
    groups = on_paper(key).split(" ")
    if one == other:
        return
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(Misread):
        read_paper(" ".join(groups))


@pytest.mark.parametrize("typed", ["", "7K3QM", on_paper(KEY)[:-1], on_paper(KEY) + "0"])
def test_another_number_of_letters_is_no_key(typed: str) -> None:
    with pytest.raises(Misread) as caught:
        read_paper(typed)
    assert caught.value.group is None


@pytest.mark.parametrize("odd", ["U", "Ä", "٣"])
def test_a_letter_that_stands_in_no_key_is_named(odd: str) -> None:
    with pytest.raises(Misread) as caught:
        read_paper(odd + on_paper(KEY)[1:])
    assert caught.value.group == 1


def test_the_file_is_for_its_owner_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "site.key"
    assert read_site_key(path) is None
    write_site_key(path, KEY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    write_site_key(path, KEY)
    assert read_site_key(path) == KEY
    with pytest.raises(FileExistsError):
        write_site_key(path, KEY[::-1])
    assert read_site_key(path) == KEY


def test_what_is_no_key_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "site.key"
    path.write_bytes(b"short")
    with pytest.raises(NotASiteKey):
        read_site_key(path)
    write_site_key(path, KEY)
    assert read_site_key(path) == KEY
    assert (tmp_path / "site.key.unreadable").read_bytes() == b"short"


def test_a_fingerprint_names_a_key_and_gives_nothing_away() -> None:
    assert fingerprint(KEY) != fingerprint(KEY[::-1])
    assert len(fingerprint(KEY)) == 16
    assert KEY.hex()[:16] not in fingerprint(KEY)
