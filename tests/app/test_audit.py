"""What programs note in the workstation's audit: refusals at the chair, files seen and exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desens_gui.app.audit import audit_file
from desens_gui.app.people_here import PeopleHere
from desens_gui.app.session_at_chair import open_at_chair
from desens_gui.cli.main import main
from desens_gui.domain.commands.step import Escalate
from desens_gui.session.audit import What
from desens_gui.session.signing_in import NOBODY
from desens_gui.storage.audit_writer import AuditWriter
from desens_gui.storage.reading import read_whole
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import folders
from desens_gui.system.policies import load_policy
from desens_gui.wording.words import ENGLISH
from tests.driving import NURSE

FINISHED = Path(__file__).parents[1] / "session_files" / "schema-1.desens"


def test_the_chair_notes_each_refusal_with_its_codes(tmp_path: Path) -> None:
    place = folders(tmp_path)
    writer = AuditWriter(audit_file(place), SystemIds())
    at_chair = open_at_chair(place, load_policy, writer)
    try:
        at_chair.live.submit(Escalate(), NOBODY)
        session_id = at_chair.live.state.opened.session_id
    finally:
        at_chair.close()
        writer.close()
    (entry,) = audit_file(place).read()
    assert (entry.what, entry.actor, entry.session) == (What.REFUSED, NOBODY, session_id)
    assert (entry.command, entry.codes) == ("escalate", ("not_for_role",))


@pytest.mark.hazard("H-LEAK")
@pytest.mark.requirement("R-AUDIT-1")
def test_an_export_is_noted_by_the_session_not_by_the_name_of_the_file(
    tmp_path: Path, app: QApplication
) -> None:
    renamed = tmp_path / "OKAFOR Adaeze.desens"
    renamed.write_bytes(FINISHED.read_bytes())
    data = tmp_path / "data"
    for form, out in (("csv", tmp_path / "tables"), ("pdf", tmp_path / "page.pdf")):
        asked = ["export", str(renamed), "--to", form, "--out", str(out), "--data", str(data)]
        assert main(asked) == 0
    entries = audit_file(folders(data)).read()
    assert [(each.what, each.codes) for each in entries] == [
        (What.EXPORTED, ("csv",)),
        (What.EXPORTED, ("pdf",)),
    ]
    assert {each.session for each in entries} == {read_whole(FINISHED).session_id}


def test_an_audit_that_cannot_be_written_is_said_and_keeps_nobody_from_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "audit.db").write_bytes(b"rot")
    asked = ["export", str(FINISHED), "--to", "csv", "--out", str(tmp_path / "tables")]
    assert main([*asked, "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().err == (
        "This could not be noted in audit.db: It is not a file that Desens wrote.\n"
    )
    (tmp_path / "file").write_text("no folder")
    assert main([*asked, "--replace", "--data", str(tmp_path / "file")]) == 0
    assert "could not be noted" in capsys.readouterr().err


@pytest.mark.requirement("R-AUDIT-1")
def test_the_chair_notes_who_covered_left_and_took_a_page_out_of_it(tmp_path: Path) -> None:
    place = folders(tmp_path)
    people = PeopleHere(place, ENGLISH)
    at_chair = open_at_chair(place, load_policy, people.audit)
    try:
        keep = people.keeper(at_chair.live)
        keep(What.LOCKED, NURSE, "idle")
        keep(What.SIGNED_OUT, NURSE, "replaced")
        people.exporting(at_chair.live, lambda: NURSE)("pdf")
        session_id = at_chair.live.state.opened.session_id
    finally:
        at_chair.close()
        people.close()
    entries = audit_file(place).read()
    assert [(each.what, each.actor, each.codes, each.session) for each in entries] == [
        (What.LOCKED, NURSE, ("idle",), session_id),
        (What.SIGNED_OUT, NURSE, ("replaced",), session_id),
        (What.EXPORTED, NURSE, ("pdf",), session_id),
    ]
