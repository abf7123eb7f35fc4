"""What one short form asks: the parts of a panel that differ from form to form."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.field import ChoiceView, FieldView


class PanelParts(Struct, frozen=True, kw_only=True):
    """As in views.parts.panel. confirm None: a tap on one of the options is the answer."""

    title: str
    lead: str = ""
    text: str = ""
    urgent: bool = False
    options: tuple[ActionView, ...] = ()
    choices: tuple[ChoiceView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    confirm: ActionView | None = None


def confirming(intent: str, label: str, *, icon: str = "tick", blocked: str = "") -> ActionView:
    """Hands the form in."""
    return ActionView(
        intent=f"confirm:{intent}", label=label, icon=icon, key="F2", kind="primary", blocked_reason=blocked
    )
