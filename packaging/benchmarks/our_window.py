"""Figures 1 and 2: the program itself, until its window takes input or its chart is drawn.

our_window.py DATA window|chart
"""

import os
import sys
from pathlib import Path


def ready() -> None:
    print("ready", flush=True)
    os._exit(0)


def drawn() -> None:
    """Say that the pump ran while the program was away; then the bedside stands, with its chart drawn."""
    from PySide6.QtWidgets import QApplication

    from desens_gui.domain.commands.restart import AnswerAway
    from desens_gui.domain.events.restart import PumpMeanwhile
    from desens_gui.ui.chair.chair import Chair

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    chair = next(found for window in app.topLevelWidgets() for found in window.findChildren(Chair))
    away = chair.live.state.away
    assert away is not None
    answer = AnswerAway(meanwhile=PumpMeanwhile.RAN, running=True, rate_ml_h=away.flow.rate)
    chair.live.submit(answer, chair.signing.actor(chair.live.state))
    chair.render()
    chair.render()
    app.processEvents()
    chair.window.grab()
    ready()


if __name__ == "__main__":
    from desens_gui.app.chair_program import run
    from desens_gui.wording.words import ENGLISH

    run(Path(sys.argv[1]), "light", ENGLISH, ready if sys.argv[2] == "window" else drawn)
