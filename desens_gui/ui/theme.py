"""Colours and fonts as Qt wants them, for one scheme and one density; and who to ask for the present ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from desens_gui.ui.icons import IconPaths
from desens_gui.ui.tokens import Density, Tokens

Scheme = Literal["light", "dark"]
MONO = "DejaVu Sans Mono"
MOST_WIDTHS = 4000  # texts of a running clock come and go
FALLBACKS = ["Inter", "Noto Sans", "DejaVu Sans"]


class Colours(Struct, frozen=True, kw_only=True):
    """One field for each colour token; a missing or unknown token is a TypeError at load."""

    bg: QColor
    panel: QColor
    panel2: QColor
    line: QColor
    line2: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    acc: QColor
    acc_fill: QColor
    on_acc: QColor
    acc_tint: QColor
    high: QColor
    on_high: QColor
    high_ink: QColor
    medium: QColor
    on_medium: QColor
    medium_tint: QColor
    medium_line: QColor
    low: QColor
    on_low: QColor
    bag1: QColor
    bag2: QColor
    bag3: QColor
    disabled: QColor
    on_disabled: QColor
    news0: QColor
    news1: QColor
    news5: QColor
    news7: QColor
    on_news0: QColor
    on_news1: QColor
    on_news5: QColor
    on_news7: QColor
    cycle1: QColor
    cycle2: QColor
    cycle3: QColor
    focus: QColor


class Theme:
    """`c` colours, `m` measures in px, `font(role)`. Values only: every change makes a new one."""

    def __init__(self, tokens: Tokens, scheme: Scheme, density: Density, icons: IconPaths) -> None:
        codes = tokens.colour.light if scheme == "light" else tokens.colour.dark
        self.scheme: Scheme = scheme
        self.c = Colours(**{name: QColor(code) for name, code in codes.items()})
        self.m = density
        self.icons = icons
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def font(self, role: str) -> QFont:
        """The font of a type role, with digits of one width. An unknown role is a KeyError."""
        font = self._fonts.get(role)
        if font is None:
            px, weight = self.m.type[role]
            font = self._fonts[role] = made_font(px, weight, MONO if role == "mono" else None)
        return font

    def metrics(self, role: str) -> QFontMetricsF:
        metrics = self._metrics.get(role)
        if metrics is None:
            metrics = self._metrics[role] = QFontMetricsF(self.font(role))
        return metrics

    def width(self, text: str, role: str) -> float:
        """The advance of a text, remembered: shaping text is most of the cost of painting it."""
        width = self._widths.get((text, role))
        if width is None:
            if len(self._widths) > MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text, role] = self.metrics(role).horizontalAdvance(text)
        return width

    def measure(self, role: str) -> Callable[[str], float]:
        return lambda text: self.width(text, role)

    def palette(self) -> QPalette:
        """For the few native parts: line edits, scroll bars, menus, tool tips."""
        c, palette = self.c, QPalette()
        pairs = {
            QPalette.ColorRole.Window: c.bg,
            QPalette.ColorRole.WindowText: c.ink,
            QPalette.ColorRole.Base: c.panel,
            QPalette.ColorRole.AlternateBase: c.panel2,
            QPalette.ColorRole.Text: c.ink,
            QPalette.ColorRole.Button: c.panel,
            QPalette.ColorRole.ButtonText: c.ink,
            QPalette.ColorRole.Highlight: c.acc_fill,
            QPalette.ColorRole.HighlightedText: c.on_acc,
            QPalette.ColorRole.ToolTipBase: c.panel,
            QPalette.ColorRole.ToolTipText: c.ink,
            QPalette.ColorRole.PlaceholderText: c.ink3,
            QPalette.ColorRole.Mid: c.line2,
            QPalette.ColorRole.Dark: c.line2,
        }
        for role, colour in pairs.items():
            palette.setColor(role, colour)
        return palette


def made_font(px: float, weight: int, family: str | None = None) -> QFont:
    font = QFont([family, *FALLBACKS] if family else FALLBACKS)
    font.setPixelSize(round(px))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Looks(QObject):
    """The theme in force. Widgets are handed this, read `theme` when they paint, and restyle on `changed`."""

    changed = Signal()

    def __init__(self, tokens: Tokens, icons: IconPaths, scheme: Scheme = "light", width: int = 1366) -> None:
        super().__init__()
        self._tokens = tokens
        self._icons = icons
        self.theme = Theme(tokens, scheme, tokens.density_for(width), icons)

    def use_scheme(self, scheme: Scheme) -> None:
        self._use(scheme, self.theme.m)

    def fit(self, width: int) -> None:
        """Takes the density for a window this wide; nothing happens while it stays the same one."""
        self._use(self.theme.scheme, self._tokens.density_for(width))

    def _use(self, scheme: Scheme, density: Density) -> None:
        if scheme == self.theme.scheme and density is self.theme.m:
            return
        self.theme = Theme(self._tokens, scheme, density, self._icons)
        self.changed.emit()
