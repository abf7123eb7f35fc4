"""The demonstration: a simulated day in the real window, pictures, the session file and the handover page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desens_gui.app.looks import has_screen
from desens_gui.app.simulated import Simulated, how_it_ended, play_through
from desens_gui.domain.events.check import CheckOutcome, CheckRecorded
from desens_gui.domain.events.ending import SessionEnded
from desens_gui.domain.events.pump import LabelRead
from desens_gui.domain.events.step import PromptKind, PromptRaised
from desens_gui.domain.quantities import NS_PER_MINUTE
from desens_gui.domain.stage import Paused, SettingUp, Stepping
from desens_gui.session.playing import ScenarioFailed
from desens_gui.storage.verify import verify
from desens_gui.system.console import complain, say
from desens_gui.system.scenarios import load_scenario, scenario_path
from desens_gui.ui.screens.check import CheckScreen
from desens_gui.ui.theme import Scheme
from desens_gui.ui.window import MainWindow
from desens_gui.views.parts.check_draft import SYSTEM_CODES, CheckDraft, answered, typed
from desens_gui.wording.scenario_words import play_sentence
from desens_gui.wording.words import Words

SCENARIO = "01-demo-12-step"
SPEED = 240.0
"""A whole 12-step session in about two minutes."""
RUNNING_STEP = 9
DUE_STEP = 5


Seen = Callable[[Path, MainWindow], None]


def nobody(_picture: Path, _window: MainWindow) -> None:
    """Nobody looks at the window besides."""


class Pictures:
    """Grabs the window the first time each moment comes; a name says which fact was the last.

    `seen` is told of each picture while the window still shows it.
    """

    def __init__(self, out: Path, seen: Seen) -> None:
        self._out = out
        self._seen = seen
        self._taken: dict[str, Path] = {}

    @property
    def taken(self) -> tuple[Path, ...]:
        return tuple(self._taken.values())

    def watch(self, simulated: Simulated) -> None:
        for name in _moments(simulated):
            if name == "check-due":
                self._half_filled(simulated)
            self.take(simulated, name)

    def take(self, simulated: Simulated, name: str) -> None:
        if name in self._taken:
            return
        seq = simulated.live.state.seq
        path = self._out / f"{len(self._taken) + 1:02d}-{name}-seq{seq:04d}.png"
        QCoreApplication.processEvents()
        simulated.window.grab().save(str(path))
        self._taken[name] = path
        self._seen(path, simulated.window)

    def _half_filled(self, simulated: Simulated) -> None:
        """The check is due: the form stands open with some answers in it."""
        screen, chair = simulated.window.screen_named("check"), simulated.chair
        if "check-due" in self._taken or chair is None or not isinstance(screen, CheckScreen):
            return
        chair.intents.opened = "check"
        screen.draft = _some_answers(simulated.clock.now().utc_us)
        chair.render()
        self.take(simulated, "check-due")
        chair.intents.opened = ""
        screen.clear()
        chair.render()


def _some_answers(now_us: int) -> CheckDraft:
    draft = CheckDraft()
    for field, text in (("heart_rate", "86"), ("systolic", "118"), ("diastolic", "74")):
        draft = typed(draft, field, text, now_us)
    for code in SYSTEM_CODES[:3]:
        draft = answered(draft, code, "none", now_us)
    return draft


def _moments(simulated: Simulated) -> list[str]:
    """The names of the pictures that this moment is one of."""
    live, chair = simulated.live, simulated.chair
    state, event = live.state, live.records[-1].event
    opened = chair.intents.opened if chair is not None else ""
    number = state.step.number if state.step is not None else 0
    now_ns = state.timeline.at_ns
    ran = state.step is not None and state.step.elapsed_ns(now_ns) > NS_PER_MINUTE
    due = isinstance(event, PromptRaised) and event.prompt is PromptKind.CHECK_DUE
    bad = isinstance(event, CheckRecorded) and event.outcome is CheckOutcome.DO_NOT_GO_UP
    moments = {
        "set-up": isinstance(state.stage, SettingUp) and state.baseline is not None and not opened,
        "bag-change": isinstance(event, LabelRead) and event.label.bag > 1,
        "running": isinstance(state.stage, Stepping) and number == RUNNING_STEP and ran and not opened,
        "check-due": due and number >= DUE_STEP and isinstance(state.stage, Stepping),
        "out-of-range": bad and opened == "check",
        "paused": isinstance(state.stage, Paused) and not state.pump_runs and not opened,
        "completed": isinstance(event, SessionEnded),
    }
    return [name for name, now in moments.items() if now]


def run(
    out: Path,
    words: Words,
    *,
    speed: float | None = None,
    scheme: Scheme = "light",
    size: tuple[int, int],
    seen: Seen = nobody,
    sound: bool = False,
) -> int:
    """0 and everything in the folder, or 1 and why not."""
    out.mkdir(parents=True, exist_ok=True)
    pictures = Pictures(out, seen)
    scenario = load_scenario(scenario_path(SCENARIO))
    simulated = Simulated(scenario, out, words, scheme=scheme, size=size, watch=pictures.watch, sound=sound)
    try:
        play_through(simulated, (speed or SPEED) if has_screen() else speed)
    except ScenarioFailed as failed:
        complain(play_sentence(failed.problem, words))
        return 1
    finally:
        simulated.close()
    page = _handed_over(simulated, words)
    review = _reviewed(simulated, out, len(pictures.taken), words, scheme, size, seen)
    _tell(simulated, (*pictures.taken, review), page, words)
    return 0


def _handed_over(simulated: Simulated, words: Words) -> Path:
    from desens_gui.app.paper import export_pdf

    page = simulated.path.with_suffix(".pdf")
    export_pdf(simulated.path, page, words)
    return page


def _reviewed(
    simulated: Simulated,
    out: Path,
    taken: int,
    words: Words,
    scheme: Scheme,
    size: tuple[int, int],
    seen: Seen,
) -> Path:
    """The file as it is read again: the last picture is of the review, at the last fact."""
    from desens_gui.app.review_program import ReviewProgram

    program = ReviewProgram(simulated.path, words, scheme=scheme, size=size)
    seq = simulated.live.state.seq
    path = out / f"{taken + 1:02d}-review-seq{seq:04d}.png"
    program.desk.goto_seq(seq)
    QCoreApplication.processEvents()
    program.window.grab().save(str(path))
    seen(path, program.window)
    program.close()
    return path


def _tell(simulated: Simulated, pictures: tuple[Path, ...], page: Path, words: Words) -> None:
    code = verify(simulated.path).code
    lines = [
        words("A simulated session: no patient, no pump."),
        how_it_ended(simulated),
        words("Session file: {path}, compare code {code}", path=simulated.path, code=code),
        words("Handover page: {path}", path=page),
        *(words("Picture: {path}", path=path) for path in pictures),
    ]
    say("\n".join(lines))
