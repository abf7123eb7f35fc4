"""The chair in its window, from the parts a program hands over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desens_gui.course.so_far import CourseSoFar
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.session.live_session import LiveSession
from desens_gui.session.people import SignIn
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem
from desens_gui.system.equipment import load_labelled
from desens_gui.system.protocols import load_protocol, protocol_ids
from desens_gui.system.symptoms import load_symptoms
from desens_gui.ui.chair.alarms import Alarms
from desens_gui.ui.chair.chair import Chair
from desens_gui.ui.chair.cover import Idle, never
from desens_gui.ui.chair.moving import Carrier
from desens_gui.ui.chair.services import Kept, Services, kept_nowhere
from desens_gui.ui.chair.setting_up import SettingUp
from desens_gui.ui.chair.site_form import SiteAnswers
from desens_gui.ui.chair.taking import Taker
from desens_gui.ui.chair.trend import Chart, TrendLater
from desens_gui.ui.window import MainWindow
from desens_gui.wording.words import Words


def build_chair(
    window: MainWindow,
    live: LiveSession,
    words: Words,
    handover: Callable[[], str],
    standing: str = "",
    backup: Callable[[], str] = str,
    carrier: Carrier | None = None,
    taker: Taker | None = None,
    sign_in: SignIn | None = None,
    noted: Callable[[], str] = str,
    alarms: Alarms | None = None,
    idle: Idle = never,
    not_encrypted: str = "",
    kept: Kept = kept_nowhere,
    site: SiteAnswers | None = None,
    protocols: tuple[Protocol, ...] = (),
    held: HeldAgainst | None = None,
) -> Chair:
    """handover saves the page and answers with a sentence; standing, backup and noted stay in the status row.

    site: sets this workstation up; None in a simulation. protocols: what may be planned; none: the library.
    sign_in: who may act here; None in a simulation, whose people the scenario names.
    """
    offered = protocols or tuple(load_protocol(name) for name in protocol_ids())
    services = Services(
        setting_up=lambda forms, objections: SettingUp(offered, forms, objections, site),
        trend=TrendLater(lambda course: trend_chart(window, course, words)),
        handover=handover,
        problem_sentence=lambda problem: told(problem, words),
        standing=standing,
        backup=backup,
        carrier=carrier,
        taker=taker,
        sign_in=sign_in,
        noted=noted,
        idle=idle,
        alarms=alarms,
        not_encrypted=not_encrypted,
        kept=kept,
        held=held or HeldAgainst(labelled=load_labelled()),
    )
    return Chair(window, live, words, load_symptoms(), services)


def told(problem: Exception, words: Words) -> str:
    """What stands in the way of recording."""
    return sentence(problem, words) if isinstance(problem, StorageProblem) else ""


def trend_chart(window: MainWindow, course: CourseSoFar, words: Words) -> Chart:
    """Imported here: the chart library takes half a second, and a window must stand first."""
    from desens_gui.ui.chair.live_trend import LiveTrend

    return LiveTrend(window.looks, course, words)


def page_of(
    session: Path, words: Words, whole: Callable[[], bool], saved: Callable[[], None] | None = None
) -> Callable[[], str]:
    """Saves the handover page beside the session file. whole: nothing waits that is not in the file yet.

    saved: called each time it was.
    """

    def save() -> str:
        from desens_gui.app.paper import save_page

        return save_page(session, session.with_suffix(".pdf"), words, whole=whole(), saved=saved)

    return save
