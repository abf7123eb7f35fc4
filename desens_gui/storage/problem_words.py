"""A problem of the disk or the file as one sentence for a person."""

from __future__ import annotations

from desens_gui.storage.problems import (
    Altered,
    Asks,
    Busy,
    DeviceFailed,
    Full,
    Locked,
    Missing,
    NameTaken,
    NearlyFull,
    NotASession,
    NotItsPart,
    OtherWriter,
    ReadOnly,
    StorageProblem,
    TooLarge,
    UnknownNewer,
    Why,
)
from desens_gui.wording.words import Words
from desens_gui.wording.writers import other_writer


def sentence(problem: StorageProblem, words: Words) -> str:
    """What is wrong and, where a person can do something, what."""
    if isinstance(problem, Altered):
        return _altered(problem, words)
    if isinstance(problem, UnknownNewer):
        names = ", ".join(problem.names)
        return words("The file was written by a newer program: {names} is not known here.", names=names)
    if isinstance(problem, Locked):
        return _locked(problem, words)
    if isinstance(problem, OtherWriter):
        return other_writer(words, problem.writer)
    return _plain(problem, words)


def workstation_sentence(problem: StorageProblem, words: Words) -> str:
    """Of a file that the workstation keeps for itself: staff, audit."""
    if isinstance(problem, NotASession):
        return words("It is not a file that Desens wrote.")
    return sentence(problem, words)


def _locked(problem: Locked, words: Words) -> str:
    sentences = {
        (Asks.SITE_KEY, False): words("The file is encrypted, and the key of its site is not here."),
        (Asks.SITE_KEY, True): words(
            "The file is encrypted, and the key at hand is not the one of its site."
        ),
        (Asks.PASSPHRASE, False): words("The file is encrypted with a passphrase, which is not known here."),
        (Asks.PASSPHRASE, True): words("The passphrase is wrong: it does not open the file."),
    }
    return sentences[problem.asks, problem.tried]


def _plain(problem: StorageProblem, words: Words) -> str:
    sentences = {
        NotASession: words("The file is not a session file."),
        Busy: words("Another program keeps the session file locked."),
        Full: words("The disk is full: free some space."),
        NearlyFull: words("The disk is nearly full: free some space."),
        ReadOnly: words(
            "The session file or its folder cannot be written: check the permission or the medium."
        ),
        Missing: words("The session file or its folder cannot be found or opened."),
        DeviceFailed: words("The disk reported an error."),
        NameTaken: words("A file of this name exists already."),
        NotItsPart: words("The one file was not taken over from the other."),
        TooLarge: words("The file is too large to be a session file."),
    }
    return sentences[type(problem)]


def _altered(problem: Altered, words: Words) -> str:
    entry = problem.entry or 0
    sentences = {
        Why.DAMAGED: words("The file is damaged: the database in it is not whole."),
        Why.HEADER: words("The header of the file was changed by another program."),
        Why.JOURNAL: words("The journal beside the file is not one the program left."),
        Why.SCHEMA: words("The tables, views or triggers of the file are not those the program made."),
        Why.NO_ENTRIES: words(
            "The file holds no entry: it was emptied, or the program stopped before the first."
        ),
        Why.FIRST_ENTRY: words("Entry {entry} does not begin a session as Desens does.", entry=entry),
        Why.SEQUENCE: words("Entry {entry} is missing or not in its place.", entry=entry),
        Why.PREVIOUS: words(
            "Entry {entry} does not follow from the entry before it: one of them was put there later.",
            entry=entry,
        ),
        Why.CONTENT: words("Entry {entry} was changed after it was written.", entry=entry),
        Why.SEAL: words("The seal on entry {entry} is missing or damaged.", entry=entry),
        Why.FORGED: words(
            "The seal on entry {entry} names this workstation's key and was not made with it.", entry=entry
        ),
        Why.NOT_SEALED: words("Entry {entry} is not sealed with this key.", entry=entry),
        Why.FORM: words("Entry {entry} is not written as Desens would write it.", entry=entry),
        Why.STORY: words("Entry {entry} cannot come after the entries before it.", entry=entry),
        Why.CUT_SHORT: words("The file ends with entry {entry}: the code was made later.", entry=entry),
        Why.NOT_THE_CODE: words(
            "Entry {entry} is not the one the code was made from: entries were written anew, or the code is "
            "of another file.",
            entry=entry,
        ),
    }
    return sentences[problem.why]
