"""Files of every schema so far still open, and say what they said when they were written.

A file is made once, when its schema is released, with the scenario named here, and never again:
    desens-gui simulate 01-demo-12-step --out DIR
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desens_gui.cli.main import main
from desens_gui.domain.evolve.evolving import fold
from desens_gui.domain.ledger import given
from desens_gui.storage.codec import kind_of
from desens_gui.storage.opening import open_session
from desens_gui.storage.problems import UnknownNewer
from desens_gui.storage.reading import read_session, read_whole
from desens_gui.storage.schema import VERSION
from desens_gui.storage.snapshot import snapshot
from desens_gui.storage.upcasting import UPCASTERS
from desens_gui.storage.verify import State, checked, verify
from tests.storage.files import append_raw, run, tamper

HERE = Path(__file__).parent
KEPT = {
    "schema-1.desens": ("161-872C-DE06", 161, "completed", "400.060857778 mg"),
}
"""Compare code, entries, ending, dose given."""


@pytest.fixture
def newest(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(HERE / f"schema-{VERSION}.desens", tmp_path / "kept.desens"))


def test_there_is_a_file_of_every_schema() -> None:
    assert sorted(KEPT) == sorted(path.name for path in HERE.glob("*.desens"))
    assert sorted(KEPT) == [f"schema-{version}.desens" for version in range(1, VERSION + 1)]


@pytest.mark.parametrize("name", KEPT)
def test_it_is_read_and_says_what_it_said(name: str) -> None:
    code, entries, ending, dose = KEPT[name]
    verdict = verify(HERE / name, code)
    assert (verdict.state, verdict.code) == (State.INTACT, code)
    records = read_whole(HERE / name).records
    state = fold(records)
    assert len(records) == entries
    assert state is not None
    assert state.plan is not None
    assert str(state.ending) == ending
    amount = given(state.ledger, state.plan, state.timeline.at_ns)
    assert f"{amount.text} {amount.unit}" == dose


@pytest.mark.parametrize("name", KEPT)
def test_people_can_read_it_and_export_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["state", str(HERE / name)]) == 0
    assert main(["export", str(HERE / name), "--to", "csv", "--out", str(tmp_path)]) == 0
    assert "Completed" in capsys.readouterr().out


def test_every_old_kind_stands_in_a_file_and_is_read_as_the_newest() -> None:
    old = set[str]()
    for name in KEPT:
        with snapshot(HERE / name) as connection:
            kinds = [str(row["kind"]) for row, _ in checked(connection)]
        read = [kind_of(record.event) for record in read_session(HERE / name)]
        assert not set(read) & set(UPCASTERS)
        old |= {kind for kind, newest in zip(kinds, read, strict=True) if kind != newest}
    assert old == set(UPCASTERS)


def test_it_opens_for_writing(newest: Path) -> None:
    open_session(newest).close()


def test_what_a_newer_program_wrote_is_refused_by_name(newest: Path) -> None:
    tamper(newest, "UPDATE event SET seal = NULL")
    append_raw(newest, "check_recorded/2", "{}")
    with pytest.raises(UnknownNewer) as caught:
        read_session(newest)
    assert caught.value.names == ("check_recorded/2",)
    run(newest, f"PRAGMA user_version={VERSION + 1}")
    for reader in (read_session, open_session):
        with pytest.raises(UnknownNewer) as caught:
            reader(newest)
        assert caught.value.names == (f"schema {VERSION + 1}",)
