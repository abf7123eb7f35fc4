"""Keys for a command that reads a session file: the workstation's own, a key file, else asked for.

A plain file costs nothing here: `verify` starts quickly.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from desens_gui.storage.connecting import header_of
from desens_gui.storage.keys import Key, hold, kind_of, locked, passphrase_key, site_key
from desens_gui.storage.problems import Asks
from desens_gui.system.prompting import NothingMore, ask, ask_secret
from desens_gui.system.site_key import NAME, Misread, read_paper, read_site_key
from desens_gui.wording.key_words import misread_sentence
from desens_gui.wording.words import Words

_MOST = 4096


class NoKey(Exception):
    """What was given cannot be a key, as one sentence."""


def add_key_file(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--key-file",
        metavar="FILE",
        type=Path,
        help="for an encrypted file: its passphrase, the site's recovery key, or a copy of site.key; "
        "without it the key of the data folder is used, or it is asked for",
    )


def unlock(session: Path, key_file: Path | None, data: Path | None, words: Words) -> None:
    """Whether the key is the right one, reading shows; NoKey for what cannot be one."""
    try:
        header = header_of(session)
    except OSError:
        return  # whoever reads it says why that is not possible
    if kind_of(header) is None:
        return
    from desens_gui.app.keys_here import take_keys
    from desens_gui.system.core_dumps import forbid_core_dumps
    from desens_gui.system.paths import folders

    forbid_core_dumps()
    take_keys(folders(data or _beside(session)))
    problem = locked(header)
    if problem is None:
        return
    try:
        hold(_key(session, problem.asks, key_file, words))
    except NothingMore:
        return  # it stays locked
    except Misread as misread:
        raise NoKey(misread_sentence(misread.group, words)) from misread


def first_line(file: Path, words: Words) -> str:
    """A passphrase or a recovery key; NoKey."""
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST).decode().splitlines()[0]
    except (OSError, ValueError, IndexError) as error:
        from desens_gui.wording.typed import shown

        why = getattr(error, "strerror", None) or words("it holds no line of text")
        raise NoKey(words("{file} is no key file: {why}.", file=shown(str(file)), why=why)) from error


def _key(session: Path, asks: Asks, key_file: Path | None, words: Words) -> Key:
    from desens_gui.wording.typed import shown

    name = shown(session.name)
    if asks is Asks.PASSPHRASE:
        if key_file is not None:
            return passphrase_key(first_line(key_file, words))
        return passphrase_key(ask_secret(words("Passphrase of {file}:", file=name)))
    if key_file is None:
        return site_key(read_paper(ask(words("Recovery key of the site that wrote {file}:", file=name))))
    if (raw := _raw(key_file)) is not None:
        return site_key(raw)
    return site_key(read_paper(first_line(key_file, words)))


def _raw(file: Path) -> bytes | None:
    """Of a copy of a workstation's key file."""
    try:
        return read_site_key(file)
    except OSError:
        return None


def _beside(session: Path) -> Path | None:
    """The data folder that a session lies in, or that lies beside it."""
    here = session.absolute().parent
    return next((each for each in (here.parent, here / "data") if (each / NAME).is_file()), None)
