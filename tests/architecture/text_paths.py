"""Ways by which text could reach a person as markup, as a shortcut or as orders to a terminal.

Each name of Qt, pyqtgraph or Python that takes text belongs to the few files that make the text plain first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from pathlib import Path

from tests.architecture.rules import named, python_files

WIDGETS, PAPER = "desens_gui/ui/widgets/", "desens_gui/ui/paper/"
CRASH = "desens_gui/app/crash.py"

GUESSES_MARKUP = {
    "QMessageBox": {CRASH},
    **dict.fromkeys(
        (
            *("QErrorMessage", "QProgressDialog", "QInputDialog", "QToolTip", "QWhatsThis", "QWizardPage"),
            *("QTextEdit", "QTextBrowser", "QTextDocument", "QStaticText", "QGraphicsTextItem"),
            *("TextItem", "LabelItem", "LegendItem", "InfLineLabel", "HTMLDelegate"),
        ),
        frozenset[str](),
    ),
}
"""Takes text for HTML where it looks like it."""

READS_AMPERSANDS = dict.fromkeys(
    (
        *("QPushButton", "QCheckBox", "QRadioButton", "QToolButton", "QCommandLinkButton", "QGroupBox"),
        *("QMenu", "QMenuBar", "QAction", "QTabBar", "QTabWidget", "QToolBar"),
    ),
    frozenset[str](),
)
"""Makes a shortcut of `&` in a name: ui.widgets.pressable paints its own text."""

CALLS = {
    **dict.fromkeys(
        (
            *("setToolTip", "setStatusTip", "setWhatsThis", "setHtml", "insertHtml", "appendHtml"),
            *("setMarkdown", "setInformativeText", "setDetailedText", "setPlaceholderText"),
            *("setLabel", "setLabels", "addLegend", "setTextFormat", "fromHtml", "showText"),
        ),
        frozenset[str](),
    ),
    "setTextFormat": {f"{WIDGETS}plain_label.py", CRASH},
    "setText": {f"{WIDGETS}plain_label.py", f"{WIDGETS}field.py", CRASH},
    "setTitle": {f"{PAPER}pdf.py"},
    "setWindowTitle": {CRASH},
    "setAccessibleName": {f"{WIDGETS}spoken.py"},
    "setAccessibleDescription": {f"{WIDGETS}spoken.py"},
    "drawText": {f"{WIDGETS}canvas.py", PAPER},
    "drawStaticText": frozenset[str](),
}
"""Methods that hand text to Qt."""

SPEAKS = {"stdout": {"desens_gui/system/console.py", "desens_gui/cli/main.py"}, "stderr": set[str]()}
SPEAKS["stderr"] |= {"desens_gui/system/console.py", CRASH}
"""Streams of `sys`: beside the console only to flush them, to close them, to hand them to faulthandler."""

NAMES = {**GUESSES_MARKUP, **READS_AMPERSANDS}


def bare_text(root: Path) -> list[str]:
    """Every use outside its file."""
    return [
        f"{file}: {used}"
        for path in python_files(root, "desens_gui")
        for file in [named(root, path)]
        for used, homes in _used(ast.parse(path.read_text("utf-8")))
        if not any(file.startswith(home) for home in homes)
    ]


def _used(tree: ast.AST) -> Iterator[tuple[str, Set[str]]]:
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(names=aliases):
                yield from ((each.name, NAMES[each.name]) for each in aliases if each.name in NAMES)
            case ast.Attribute(value=ast.Name(id="sys"), attr=attr) if attr in SPEAKS:
                yield f"sys.{attr}", SPEAKS[attr]
            case ast.Attribute(attr=attr) if attr in NAMES:
                yield attr, NAMES[attr]
            case ast.Attribute(attr=attr) if attr in CALLS:
                yield attr, CALLS[attr]
            case ast.Call(func=ast.Attribute(attr="plot" | "PlotDataItem" | "PlotCurveItem"), keywords=keys):
                yield from ((f"plot({key.arg}=)", set()) for key in keys if key.arg in ("name", "title"))
            case _:
                pass
