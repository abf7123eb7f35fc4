"""A card whose head is left out where there is no room for it."""

from __future__ import annotations

from desens_gui.ui.widgets.card import Card
from desens_gui.views.parts.card import CardHead


class PartCard(Card):
    def _set_margins(self) -> None:
        if self._body is not None:
            m = self.theme.m
            top = m.card_head + m.gap if self.head.title else m.gap
            self._body.setContentsMargins(m.pad, top, m.pad, m.gap)
            self._body.setSpacing(m.gap)

    def render_head(self, head: CardHead) -> None:
        super().render_head(head)
        self._set_margins()
