"""The handover page of a session file, for the window and for the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication

from desens_gui.course.so_far import course_of
from desens_gui.handover.origin import Origin
from desens_gui.handover.report import report
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import StorageProblem, problem_of_os
from desens_gui.storage.reading import read_whole
from desens_gui.system.clock import SystemClock
from desens_gui.system.resources import resource
from desens_gui.system.whole_file import write_whole
from desens_gui.ui.fonts import load_fonts
from desens_gui.ui.paper.look import FAMILIES
from desens_gui.ui.paper.pdf import pdf_of
from desens_gui.ui.paper.sheet import PaperSize
from desens_gui.wording.words import Words

_started: list[QGuiApplication] = []


class Exported(Struct, frozen=True):
    pages: int
    code: str
    session_id: str


def export_pdf(
    session: Path,
    page: Path,
    words: Words,
    *,
    size: str = PaperSize.A4,
    replace: bool = False,
    whole: bool = True,
) -> Exported:
    """Read the file, write the page. StorageProblem of the session file, OSError of the page.

    whole False: the window knows of facts that are not in the file yet; the page then says INCOMPLETE.
    """
    read = read_whole(session)
    origin = Origin(
        file=session.name,
        entries=len(read.records),
        made_utc_us=SystemClock().now().utc_us,
        code=read.code,
        whole=whole,
    )
    paper_ready()
    pdf = pdf_of(report(course_of(read.records), words, origin), PaperSize(size))
    write_whole(page, pdf.data, replace=replace)
    return Exported(pdf.pages, read.code, read.session_id)


def save_page(
    session: Path, page: Path, words: Words, *, whole: bool = True, saved: Callable[[], None] | None = None
) -> str:
    """Save the page again each time it is asked for, and say in one sentence what came of it.

    saved: called when it was.
    """
    try:
        done = export_pdf(session, page, words, replace=True, whole=whole)
    except StorageProblem as problem:
        return words("The handover page was not saved. {why}", why=sentence(problem, words))
    except OSError as error:
        return words("The handover page was not saved. {why}", why=sentence(problem_of_os(error), words))
    if saved is not None:
        saved()
    return words(
        "Handover page saved, {pages} pages, compare code {code}: {path}",
        pages=done.pages,
        code=done.code,
        path=page,
    )


def paper_ready() -> None:
    """Fonts and the parts of Qt that paint; a process without a window needs no screen for that."""
    if QCoreApplication.instance() is None:
        _started.append(QGuiApplication(["desens-gui", "-platform", "offscreen"]))
    if FAMILIES[0] not in QFontDatabase.families():
        load_fonts(resource("fonts"))
