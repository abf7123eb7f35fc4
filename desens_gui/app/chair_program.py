"""The program at the chair: one session, one window, one beat."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from desens_gui.app.alarming import Alarming
from desens_gui.app.backups import Backups
from desens_gui.app.building import build_chair, page_of
from desens_gui.app.crash import CrashHooks
from desens_gui.app.equipment_here import equipment_here
from desens_gui.app.handing_over import HandingOver
from desens_gui.app.keys_here import not_encrypted
from desens_gui.app.looks import application, leave, looks
from desens_gui.app.mark_watch import MarkWatch
from desens_gui.app.people_here import PeopleHere
from desens_gui.app.reception import Reception
from desens_gui.app.session_at_chair import AtChair, open_at_chair
from desens_gui.app.site_desk import SiteDesk
from desens_gui.app.site_here import policy_said, protocols_here
from desens_gui.app.site_window import SiteWindow
from desens_gui.app.taker import BEGIN_AGAIN, WindowTaker, begin_again
from desens_gui.domain.instants import Instant
from desens_gui.session.audit import Audit
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.heartbeat import Heartbeat
from desens_gui.system.locks import ChairLock, ChairTaken
from desens_gui.system.paths import Folders, folders
from desens_gui.system.site_policy import standing_policy
from desens_gui.system.watched import Watched, command
from desens_gui.ui.clipboard import ClipboardGuard
from desens_gui.ui.theme import Scheme
from desens_gui.ui.ticker import Ticker
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import Words


class CannotStart(Exception):
    """One sentence for the person who started the program."""


class ShownThere(Exception):
    """The program runs already and its window is in front now; says so."""


def nothing() -> None:
    """Nobody waits for the window."""


def run(data: Path | None, scheme: Scheme, words: Words, usable: Callable[[], None] = nothing) -> int:
    """Until the window is closed; `usable` is called once it takes input.

    ShownThere where it runs already; CannotStart where that one does not answer or nothing can be written.
    """
    gc.disable()
    place = folders(data)
    lock = _take_chair(place, words)
    try:
        while (code := _session(place, scheme, words, usable, lock)) == BEGIN_AGAIN:
            pass  # another workstation's session was taken over: it goes on in a window of its own
        return code
    finally:
        lock.release()


def _session(
    place: Folders, scheme: Scheme, words: Words, usable: Callable[[], None], lock: ChairLock
) -> int:
    people = PeopleHere(place, words)
    try:
        at_chair = _open(place, words, people.audit)
        lock.tell(at_chair.path)
        return _window(at_chair, people, place, scheme, words, usable, lock)
    finally:
        people.close()


def _take_chair(place: Folders, words: Words) -> ChairLock:
    try:
        place.make()
        lock = ChairLock(place.data)
        lock.acquire()
    except ChairTaken as taken:
        from desens_gui.app.knocking import no_answer, show_first

        said = show_first(taken)
        if said is not None:
            raise ShownThere(said) from taken
        raise CannotStart(no_answer(words, taken)) from taken
    except OSError as error:
        raise CannotStart(
            words("The data folder cannot be written: {folder}.", folder=str(place.data))
        ) from error
    return lock


def _open(place: Folders, words: Words, audit: Audit) -> AtChair:
    try:
        return open_at_chair(place, lambda: standing_policy(place).policy, audit)
    except StorageProblem as problem:
        raise CannotStart(sentence(problem, words)) from problem


def _window(
    at_chair: AtChair,
    people: PeopleHere,
    place: Folders,
    scheme: Scheme,
    words: Words,
    usable: Callable[[], None],
    lock: ChairLock,
) -> int:
    app = application()
    live = at_chair.live
    window = MainWindow(looks(scheme), lambda: live.moment().stamp.boot_ns, leave)
    hooks = CrashHooks(window, lambda: live.state.seq, words)
    hooks.install()
    left = people.exporting(live, lambda: chair.signing.actor(live.state))
    page = page_of(at_chair.path, words, lambda: not live.waiting, lambda: left("pdf"))
    backups = Backups(place, words)
    handing = HandingOver(live, at_chair.path, words, lambda: left("copy"))
    alarms = Alarming(words, Watched(command(place.data)), lambda: hooks.failed)
    site = SiteWindow(lambda: SiteDesk(place, words), words, begin_again)
    held, wrong = equipment_here(place.equipment, words)
    chair = build_chair(
        window,
        live,
        words,
        page,
        _not_read(at_chair, words) or policy_said(place, words) or wrong,
        backups.said,
        handing,
        WindowTaker(place, words),
        sign_in=people.attend(live),
        noted=people.said,
        idle=people.idle,
        kept=people.keeper(live),
        alarms=alarms,
        site=site,
        protocols=protocols_here(place),
        not_encrypted=not_encrypted(at_chair.encryption, at_chair.path, words),
        held=held,
    )
    heartbeat = Heartbeat(place.heartbeat(at_chair.path))
    copied = ClipboardGuard(app.clipboard(), window)

    watch = MarkWatch(live, at_chair.path)
    reception = Reception(window, live, words)

    def beat() -> None:
        watch.beat()
        chair.beat()
        copied.beat(live.moment().stamp.boot_ns)
        alive(heartbeat, live.moment().stamp, over=live.state.is_over)
        backups.beat(over=live.state.is_over)
        reception.beat()

    ticker = Ticker(beat, window)
    chair.beat()
    window.showMaximized()
    app.processEvents()
    at_chair.go()
    ticker.start()
    gc.enable()
    lock.tell(at_chair.path, reception.open(place.data))
    usable()
    try:
        return app.exec()
    finally:
        ticker.stop()
        reception.close()
        copied.close()
        hooks.remove()
        chair.close()
        alarms.close()
        site.close()
        at_chair.close()
        backups.close()
        window.hide()
        window.deleteLater()


def _not_read(at_chair: AtChair, words: Words) -> str:
    """The newest file that might have been gone on with and could not be read."""
    for path, problem in at_chair.unreadable[:1]:
        return words("{file}: {said}", file=path.name, said=sentence(problem, words))
    return ""


def alive(heartbeat: Heartbeat, now: Instant, *, over: bool) -> None:
    if over:
        heartbeat.stop()
    else:
        heartbeat.beat(now)
