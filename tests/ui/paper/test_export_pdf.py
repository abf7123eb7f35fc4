"""desens-gui export --to pdf, and the page that the window saves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desens_gui.app.paper import export_pdf, save_page
from desens_gui.cli.main import main
from desens_gui.storage.verify import verify
from desens_gui.ui.paper.pdf import Pdf
from desens_gui.wording.words import ENGLISH
from tests.courses import at_step
from tests.handover.session_files import session_file
from tests.handover.sessions import completed
from tests.storage.files import tamper
from tests.ui.paper.reading import page_texts

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return session_file(tmp_path / "2026-11-22-k7f3m2xq.desens", completed())


def texts(page: Path) -> list[str]:
    return page_texts(Pdf(page.read_bytes(), 0))


def test_export_writes_the_page_and_says_its_code(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = session.with_name("page.pdf")
    assert main(["export", str(session), "--to", "pdf", "--out", str(page)]) == 0
    code = verify(session).code
    assert capsys.readouterr().out == f"{page}, pages: 2, compare code {code}\n"
    assert all(str(code) in text for text in texts(page))
    assert sorted(path.name for path in session.parent.iterdir()) == [session.name, "page.pdf"]


def test_into_a_folder_under_the_name_of_the_session(session: Path) -> None:
    assert (
        main(["export", str(session), "--to", "pdf", "--out", str(session.parent), "--paper", "letter"]) == 0
    )
    assert "Page 1 of 2" in texts(session.with_suffix(".pdf"))[0]


def test_nothing_is_written_over_unasked(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = session.with_name("page.pdf")
    page.write_text("mine")
    assert main(["export", str(session), "--to", "pdf", "--out", str(page)]) == 2
    said = f"--out: {page} exists already; give another name, or --replace to write over it.\n"
    assert capsys.readouterr().err == said
    assert page.read_text() == "mine"
    assert main(["export", str(session), "--to", "pdf", "--out", str(page), "--replace"]) == 0
    assert page.read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = session.parent / "none" / "page.pdf"
    assert main(["export", str(session), "--to", "pdf", "--out", str(page)]) == 2
    assert capsys.readouterr().err == f"--out: {page} cannot be written: No such file or directory.\n"


def test_a_file_that_was_altered_gives_no_page(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(session, "UPDATE event SET actor = 'x' WHERE seq = 4")
    page = session.with_name("page.pdf")
    assert main(["export", str(session), "--to", "pdf", "--out", str(page)]) == 2
    assert "Entry 4" in capsys.readouterr().err
    assert not page.exists()


def test_a_running_session_is_told_up_to_its_last_fact(tmp_path: Path) -> None:
    session = session_file(tmp_path / "s.desens", at_step(3))
    page = tmp_path / "page.pdf"
    export_pdf(session, page, ENGLISH)
    assert all("INCOMPLETE" in text for text in texts(page))


def test_the_window_saves_the_page_again_each_time_and_says_so(session: Path) -> None:
    page = session.with_suffix(".pdf")
    for _ in range(2):
        assert save_page(session, page, ENGLISH) == (
            f"Handover page saved, 2 pages, compare code {verify(session).code}: {page}"
        )
    save_page(session, page, ENGLISH, whole=False)
    assert "not verified whole" in texts(page)[0]


def test_the_window_says_why_a_page_was_not_saved(session: Path, tmp_path: Path) -> None:
    said = save_page(tmp_path / "none.desens", tmp_path / "page.pdf", ENGLISH)
    assert (
        said == "The handover page was not saved. The session file or its folder cannot be found or opened."
    )
    said = save_page(session, tmp_path / "none" / "page.pdf", ENGLISH)
    assert said.startswith("The handover page was not saved. ")


def test_the_command_needs_no_screen(session: Path) -> None:
    page = session.with_name("page.pdf")
    program = "import sys; from desens_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "export", str(session), "--to", "pdf", "--out", str(page)],
        capture_output=True,
        text=True,
        env={"PATH": "", "HOME": str(session.parent), "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":999"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "OKAFOR, Amara" in texts(page)[0]
