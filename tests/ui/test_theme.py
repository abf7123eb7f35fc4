"""Tokens, fonts and icons: complete, readable, and of one width of digit."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from desens_gui.ui.fonts import load_fonts
from desens_gui.ui.icons import parsed
from desens_gui.ui.theme import Colours, Looks
from desens_gui.ui.tokens import load_tokens
from tests.ui import stage

TEXT, BIG, EDGE, PLATE = 4.5, 3.0, 3.0, 4.5
# (text or mark, ground, least ratio): design-tokens 1
PAIRS = [
    *[("ink", ground, 7.0) for ground in ("panel", "panel2", "bg", "acc_tint", "bag1", "bag2", "bag3")],
    *[("ink2", ground, TEXT) for ground in ("panel", "panel2", "bg", "bag1", "bag2", "bag3", "acc_tint")],
    *[("ink3", ground, TEXT) for ground in ("panel", "panel2")],
    ("line2", "panel", EDGE),
    ("line2", "bg", EDGE),
    ("acc", "panel", 7.0),
    ("acc", "acc_tint", 7.0),
    ("on_acc", "acc_fill", 7.0),
    ("on_high", "high", PLATE),
    ("high_ink", "panel", 7.0),
    ("on_medium", "medium", 7.0),
    ("ink", "medium_tint", 7.0),
    ("medium_line", "medium_tint", TEXT),
    ("on_low", "low", 7.0),
    ("on_disabled", "disabled", TEXT),
    ("ink3", "panel", TEXT),
    *[(f"on_news{level}", f"news{level}", PLATE) for level in "0157"],
    *[(f"cycle{number}", "bag3", EDGE) for number in "123"],
    ("focus", "panel", EDGE),
    ("focus", "bg", EDGE),
]


def luminance(colour: QColor) -> float:
    """WCAG 2 relative luminance."""

    def share(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * share(colour.redF()) + 0.7152 * share(colour.greenF()) + 0.0722 * share(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
    assert contrast(QColor("#FFFFFF"), QColor("#FF0000")) == pytest.approx(4.0, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground", "least"), PAIRS)
def test_contrast(scheme: str, mark: str, ground: str, least: float) -> None:
    codes = getattr(stage.tokens().colour, scheme)
    assert contrast(QColor(codes[mark]), QColor(codes[ground])) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_there_and_no_other(scheme: str) -> None:
    codes = getattr(stage.tokens().colour, scheme)
    assert set(codes) == set(Colours.__struct_fields__)
    assert all(QColor(code).isValid() for code in codes.values())


def test_both_densities_know_the_same_roles() -> None:
    densities = stage.tokens().density
    assert set(densities.wide.type) == set(densities.narrow.type)
    assert min(px for px, _ in densities.narrow.type.values()) >= 11.5
    for density in (densities.wide, densities.narrow):
        assert density.target >= 44
        assert density.field >= 44
        assert density.action_height >= 60


def test_a_token_file_with_an_unknown_measure_is_refused(tmp_path: Path) -> None:
    text = (stage.RESOURCES / "styles" / "tokens.toml").read_text(encoding="utf-8")
    path = tmp_path / "tokens.toml"
    path.write_text(text.replace("banner = 72", "baner = 72"), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="baner"):
        load_tokens(path)


def test_digits_are_of_one_width_in_every_role(looks: Looks) -> None:
    for role in looks.theme.m.type:
        metrics = looks.theme.metrics(role)
        assert len({round(metrics.horizontalAdvance(digit * 8), 2) for digit in "0123456789"}) == 1, role


def test_fonts_come_with_the_program(app: QApplication, looks: Looks) -> None:
    for role, family in (
        ("body", "Inter"),
        ("strong", "Inter"),
        ("timer", "Inter"),
        ("mono", "DejaVu Sans Mono"),
    ):
        assert QFontInfo(looks.theme.font(role)).family() == family
        assert QFontInfo(looks.theme.font(role)).weight() == looks.theme.m.type[role][1]


def test_a_broken_font_is_left_out(app: QApplication, tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == ()


def test_every_font_has_its_licence() -> None:
    folder = stage.RESOURCES / "fonts"
    assert {path.name.split("-")[0] for path in folder.glob("*.ttf")} == {"Inter", "DejaVuSansMono.ttf"}
    assert "SIL OPEN FONT LICENSE" in (folder / "Inter-LICENSE.txt").read_text(encoding="utf-8")
    assert "Bitstream" in (folder / "DejaVuSansMono-LICENSE.txt").read_text(encoding="utf-8")


def test_every_icon_draws_inside_its_box(looks: Looks) -> None:
    icons = looks.theme.icons
    assert len(icons.names) >= 25
    for name in icons.names:
        outline, filled = icons.paths(name)
        box = outline.boundingRect().united(filled.boundingRect())
        assert not (outline.isEmpty() and filled.isEmpty()), name
        assert box.left() >= 1, name
        assert box.top() >= 1, name
        assert box.right() <= 23, name
        assert box.bottom() <= 23, name


def test_an_unknown_drawing_command_is_refused() -> None:
    with pytest.raises(ValueError, match="'W'"):
        parsed("M 1 1 W 2 2")


def test_a_theme_is_replaced_only_on_a_change(looks: Looks) -> None:
    changes: list[int] = []
    looks.changed.connect(lambda: changes.append(1))
    before = looks.theme
    looks.fit(1400)
    looks.use_scheme("light")
    assert looks.theme is before
    looks.fit(1600)
    looks.use_scheme("dark")
    assert len(changes) == 2
    assert looks.theme.m.banner == 72
    assert looks.theme.c.panel == QColor("#151C23")
