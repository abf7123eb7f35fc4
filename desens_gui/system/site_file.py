"""The site's own file: one small TOML table for each page that was answered. Ids, never a person's name."""

from __future__ import annotations

from pathlib import Path

import tomli_w

from desens_gui.domain.instants import Utc
from desens_gui.domain.site import Answered, Page, SiteRecord
from desens_gui.system.toml_reading import Table, read_toml
from desens_gui.system.whole_file import write_whole
from desens_gui.wording.file_words import Fault

HEAD = "# Written by Desens: “desens-gui site” and the set-up in its window. Not to be edited by hand.\n\n"


class SiteFile:
    """The port SiteStore; TomlProblem for a file that is none of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> SiteRecord:
        if not self._path.exists():
            return SiteRecord()
        table = read_toml(self._path).only("answered")
        return SiteRecord(tuple(_answered(each) for each in table.tables("answered")))

    def write(self, record: SiteRecord) -> None:
        rows = [_row(each) for each in record.answers]
        write_whole(self._path, (HEAD + tomli_w.dumps({"answered": rows})).encode(), replace=True)


def _row(answered: Answered) -> dict[str, object]:
    row: dict[str, object] = {
        "page": str(answered.page),
        "by": answered.by,
        "at": Utc(answered.utc_us).text,
        "about": answered.about,
    }
    if answered.revision:
        row["revision"] = answered.revision
    if answered.digest:
        row["digest"] = answered.digest
    return row


def _answered(row: Table) -> Answered:
    row.only("page", "by", "at", "about", "revision", "digest")
    return Answered(
        page=row.choice("page", Page),
        by=row.text("by"),
        utc_us=_moment(row),
        about=row.text("about"),
        revision=row.whole("revision", 1, 1_000_000) if row.has("revision") else 0,
        digest=row.text("digest") if row.has("digest") else "",
    )


def _moment(row: Table) -> int:
    try:
        return Utc.of(row.text("at")).us
    except ValueError:
        raise row.problem(Fault.NOT_LIKE, "at", allowed=('"2026-11-22T10:42:12Z"',)) from None
