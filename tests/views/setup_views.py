"""The set-up view of a scene, and everything that stands in a view."""

from __future__ import annotations

import msgspec

from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.setup import SetupView
from desens_gui.views.scene import Scene
from desens_gui.views.setup import setup
from tests.views.setup_scenes import PROTOCOLS

EMPTY = FormDraft()


def shown(scene: Scene, chosen: str = "", draft: FormDraft = EMPTY, **refused: str) -> SetupView:
    return setup(
        scene, draft, {}, {code.replace("__", ":"): text for code, text in refused.items()}, chosen, PROTOCOLS
    )


def words_of(view: object) -> str:
    """Everything that stands in a view."""
    return msgspec.json.encode(view).decode()
