"""What assistive technology reads for a part: the one way to it, as literal as what is painted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desens_gui.wording.plain import plain


def tell(part: QWidget, name: str, description: str = "") -> None:
    """Only what changed is told: each call makes a screen reader look again."""
    name, description = plain(name), plain(description)
    if name != part.accessibleName():
        part.setAccessibleName(name)
    if description != part.accessibleDescription():
        part.setAccessibleDescription(description)
