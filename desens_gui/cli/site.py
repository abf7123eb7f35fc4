"""desens-gui site [status|set-up|PAGE] [--data DIR]"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desens_gui.app.site_desk import PROBLEMS, SiteDesk
from desens_gui.cli.site_pages import Pages
from desens_gui.domain.site import PAGES, Page
from desens_gui.system.console import complain, say
from desens_gui.system.paths import folders
from desens_gui.system.prompting import NothingMore
from desens_gui.system.zones import system_zone
from desens_gui.wording import moments
from desens_gui.wording.site_words import page_title
from desens_gui.wording.words import Words

DONE = 0
BAD_INPUT = 2
ACTIONS = ("set-up", "status", *(str(page) for page in PAGES))


def add(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        default="set-up",
        choices=ACTIONS,
        help="set-up: ask what nobody answered yet; status: what was answered; else the page to answer anew",
    )
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else that of the platform")


def run(args: Namespace, words: Words) -> int:
    """0 done, 2 with one sentence: what was answered before stays, and it goes on there."""
    try:
        desk = SiteDesk(folders(args.data), words)
    except OSError as error:
        complain(words("{file}: {said}", file=str(args.data), said=str(error.strerror)))
        return BAD_INPUT
    try:
        return _at(desk, args.action, words)
    except NothingMore:
        complain(words("The input ended. What was answered is kept: “desens-gui site” goes on there."))
    except PROBLEMS as problem:
        complain(desk.said(problem))
        complain(words("This page is not answered: “desens-gui site” asks it again."))
    finally:
        desk.close()
    return BAD_INPUT


def _at(desk: SiteDesk, action: str, words: Words) -> int:
    if action == "status":
        _say_status(desk, words)
        return DONE
    pages = Pages(desk, words)
    for page in desk.record().missing if action == "set-up" else (Page(action),):
        pages.ask(page)
    _say_status(desk, words)
    return DONE


def _say_status(desk: SiteDesk, words: Words) -> None:
    record = desk.record()
    if not record.answers:
        say(words("No site is set up here: Desens runs in single-user mode."))
    for page in PAGES:
        answered = record.last(page)
        title = page_title(words, page)
        if answered is None:
            say(words("{page}: not answered", page=title))
        else:
            say(
                words(
                    "{page}: {answer}, by {by}, {moment}",
                    page=title,
                    answer=answered.about,
                    by=answered.by,
                    moment=_moment(answered.utc_us, words),
                )
            )
    if record.answers and not record.missing:
        say(words("The site is set up."))


def _moment(utc_us: int, words: Words) -> str:
    offset = system_zone().offset_min(utc_us)
    return f"{moments.day(utc_us, offset, words)} {moments.hour_minute(utc_us, offset)}"
