"""Text reaches the screen, assistive technology, paper and terminal by one way each; a way round is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.copies import ROOT, plant
from tests.architecture.text_paths import bare_text

PLANTED = {
    "from PySide6.QtWidgets import QMessageBox": ["QMessageBox"],
    "from PySide6 import QtWidgets as w\nw.QToolTip.showText(None, 'x')": ["QToolTip", "showText"],
    "from PySide6.QtWidgets import QTextBrowser as Quiet": ["QTextBrowser"],
    "from PySide6.QtWidgets import QPushButton, QMenu": ["QMenu", "QPushButton"],
    "from PySide6.QtGui import QTextDocument": ["QTextDocument"],
    "import pyqtgraph as pg\npg.TextItem(html='x')": ["TextItem"],
    "def f(plot): plot.setLabel('left', 'x'); plot.setTitle('x')": ["setLabel", "setTitle"],
    "def f(plot): plot.plot([], name='x')": ["plot(name=)"],
    "def f(part): part.setToolTip('x')": ["setToolTip"],
    "def f(part): part.setText('x'); part.setHtml('x')": ["setHtml", "setText"],
    "def f(part): set_it = part.setText; set_it('x')": ["setText"],
    "def f(part): part.setAccessibleName('x')": ["setAccessibleName"],
    "def f(part): part.setWindowTitle('x')": ["setWindowTitle"],
    "def f(painter): painter.drawText(0, 0, 'x')": ["drawText"],
    "import sys\nsys.stdout.write('x')\nprint('x', file=sys.stderr)": ["sys.stderr", "sys.stdout"],
}
LAWFUL = "from PySide6.QtWidgets import QWidget\ndef f(canvas): canvas.text(None, 'x', 'body', None)"


def test_the_program_has_one_way_each() -> None:
    assert bare_text(ROOT) == []


@pytest.mark.parametrize(("source", "uses"), PLANTED.items(), ids=[uses[0] for uses in PLANTED.values()])
def test_a_way_round_is_named(source: str, uses: list[str], tmp_path: Path) -> None:
    plant(tmp_path, "desens_gui/ui/planted.py", source)
    plant(tmp_path, "desens_gui/ui/lawful.py", LAWFUL)
    assert sorted(bare_text(tmp_path)) == [f"desens_gui/ui/planted.py: {each}" for each in uses]
