"""desens-gui state FILE [--at TIME] [--format text|json]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.cli.asked_moment import LIKE, asked
from desens_gui.cli.unlocking import NoKey, add_key_file, unlock
from desens_gui.handover.state_text import state_json, state_text
from desens_gui.session.review import Review
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.storage.reading import read_whole
from desens_gui.system.console import complain, say
from desens_gui.wording.moments import hour_minute_second
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the session file, finished or running")
    parser.add_argument(
        "--at",
        metavar="TIME",
        help="UTC (2026-11-22T09:42:12Z), time of day in the session's zone (10:42:12) "
        "or time since its start (+01:23:00); without it the moment of the last entry",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")

    add_key_file(parser)


def run(args: Namespace, words: Words) -> int:
    """The state on standard output; what is wrong with file or time in one sentence on standard error."""
    try:
        unlock(args.file, args.key_file, None, words)
    except NoKey as no_key:
        return _refuse(str(no_key))
    try:
        whole = read_whole(args.file)
        review = Review(whole.records)
    except StorageProblem as problem:
        return _refuse(words("{file}: {said}", file=shown(args.file.name), said=sentence(problem, words)))
    try:
        now = asked(review, args.at)
    except ValueError:
        like = ", ".join(LIKE)
        return _refuse(
            words("--at: “{typed}” is no time; write it like {like}.", typed=shown(args.at), like=like)
        )
    if now is None:
        first = review.records[0]
        begun = hour_minute_second(first.stamp.utc_us, first.zone_offset_min)
        return _refuse(
            words("--at: “{typed}” is before the session began, {begun}.", typed=shown(args.at), begun=begun)
        )
    say(state_json(now, whole.code) if args.format == "json" else state_text(now, words, whole.code))
    return DONE


def _refuse(sentence: str) -> int:
    complain(sentence)
    return BAD_INPUT
