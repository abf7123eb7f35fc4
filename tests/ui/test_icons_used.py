"""Every icon that a view names is one that can be drawn."""

from __future__ import annotations

import re
from pathlib import Path

from desens_gui.ui.icons import load_icons

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r'icon="([a-z_]+)"')


def test_views_name_only_icons_that_exist() -> None:
    known = set(load_icons(ROOT / "resources" / "icons" / "icons.toml").names)
    named = {
        (path.name, name)
        for path in (ROOT / "desens_gui" / "views").rglob("*.py")
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
    }
    assert named
    assert {pair for pair in named if pair[1] not in known} == set()
