"""The page with the recovery key, written once for the printer."""

from __future__ import annotations

from pathlib import Path

from desens_gui.app.paper import paper_ready
from desens_gui.system.whole_file import write_whole
from desens_gui.ui.paper.key_page import key_pdf
from desens_gui.wording.words import Words


def write_key_page(file: Path, site: str, groups: list[str], words: Words) -> None:
    """For the owner only; FileExistsError where something stands, OSError."""
    paper_ready()
    title = words("Recovery key")
    lines = (
        words("Site: {site}", site=site),
        words("Whoever has this page can read every session of the site."),
        words("Without it and without the site's computers nobody can."),
        words("Keep it, twice, where medication is locked. Delete the file once it is printed."),
        words("Put the key back with: {command}", command="desens-gui encryption recover"),
    )
    write_whole(file, key_pdf(title, groups, lines))
