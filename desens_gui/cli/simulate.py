"""desens-gui simulate SCENARIO --out DIR [--trace] [--speed N] [--window] [--data DIR] | --resume FILE"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event as Waiting

from desens_gui import __version__
from desens_gui.app.keys_here import take_keys
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.session.playing import Player, ScenarioFailed, play
from desens_gui.session.rehearsal import NotThisRun, Records, Rehearsal
from desens_gui.session.scenario import Scenario
from desens_gui.session.simulated_clock import SimulatedClock
from desens_gui.storage.keys import Encrypting
from desens_gui.storage.opening import create_session
from desens_gui.storage.problem_words import sentence
from desens_gui.storage.problems import OtherWriter, StorageProblem, problem_of_os
from desens_gui.storage.schema import schema_digest
from desens_gui.storage.seal import Seal
from desens_gui.storage.simulated_file import SimulatedFile
from desens_gui.storage.verify import verify
from desens_gui.system.clock import SystemClock
from desens_gui.system.console import complain, say
from desens_gui.system.ids import SystemIds
from desens_gui.system.locks import SessionLock, SessionTaken, writer_of
from desens_gui.system.paths import folders, session_name
from desens_gui.system.scenarios import load_scenario, scenario_path
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.system.zones import DisplayZone
from desens_gui.wording.endings import ending_name
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.scenario_words import play_sentence
from desens_gui.wording.stages import stage_name
from desens_gui.wording.typed import shown
from desens_gui.wording.words import Words

DONE = 0
NOT_AS_WRITTEN = 1
BAD_INPUT = 2
WORKSTATION = "simulation"


class _Bad(Exception):
    """What was given cannot be used; the sentence says why."""


def add(parser: ArgumentParser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario file, or the id of a shipped one")
    parser.add_argument("--out", metavar="DIR", type=Path, help="folder for the session file; it is made")
    parser.add_argument("--resume", metavar="FILE", type=Path, help="go on with the file of a killed run")
    parser.add_argument("--trace", action="store_true", help='print "saved N" as soon as entry N is durable')
    parser.add_argument(
        "--speed", metavar="N", type=_factor, help="times as fast as life; without it as fast as it goes"
    )
    parser.add_argument("--window", action="store_true", help="play it in the window of the program")
    parser.add_argument("--sound", action="store_true", help="with --window: let alarms sound")
    parser.add_argument("--data", metavar="DIR", type=Path, help="data folder, else DIR/data")


def _factor(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.001 <= factor <= 1_000_000:
        raise ArgumentTypeError(f"{shown(text)} is not a number from 0.001 to 1000000")
    return factor


def run(args: Namespace, words: Words) -> int:
    """0: it went as written, 1: it did not, 2: scenario, folder or file cannot be used."""
    try:
        scenario = load_scenario(scenario_path(args.scenario))
        if args.window:
            return _in_window(scenario, args, words)
        return _played(scenario, args, words)
    except TomlProblem as problem:
        return _refuse(fault_sentence(problem.fault, words))
    except _Bad as bad:
        return _refuse(str(bad))
    except StorageProblem as problem:
        return _refuse(sentence(problem, words))


def _in_window(scenario: Scenario, args: Namespace, words: Words) -> int:
    for name, given in (("--resume", args.resume is not None), ("--trace", args.trace)):
        if given:
            raise _Bad(words("{option} is not possible together with --window.", option=name))
    out = _folder(args, words)
    from desens_gui.app.simulated import play_in_window

    data = args.data or out / "data"
    return play_in_window(scenario, out=out, data=data, speed=args.speed, words=words, sound=args.sound)


def _played(scenario: Scenario, args: Namespace, words: Words) -> int:
    if args.sound:
        raise _Bad(words("{option} is possible only together with --window.", option="--sound"))
    clock = SimulatedClock(scenario.start_utc_us)
    path = args.resume
    if path is None:
        out = _folder(args, words)
        path = _new_file(scenario, out, take_keys(folders(args.data or out / "data")).encrypting)
    else:
        take_keys(folders(args.data or path.parent / "data"))
    with _alone(path):
        return _played_into(path, scenario, args, words, clock)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other program writes the file meanwhile."""
    lock = SessionLock(path)
    try:
        lock.acquire()
    except SessionTaken as taken:
        raise OtherWriter(writer_of(taken.holder)) from taken
    except OSError as error:
        raise problem_of_os(error) from error
    try:
        yield
    finally:
        lock.release()


def _played_into(path: Path, scenario: Scenario, args: Namespace, words: Words, clock: SimulatedClock) -> int:
    seal = Seal(WorkstationKey(folders(args.data or path.parent / "data").key))
    with closing(SimulatedFile(path, clock=clock, on_saved=_tracer(args), seal=seal)) as file:
        kept = file.open()[1] if args.resume else ()
        rehearsal = Rehearsal(kept, file) if kept else None
        player = Player(
            scenario,
            opening=_opening(scenario, path, kept, words),
            recorder=rehearsal or file,
            clock=clock,
            ids=SystemIds(),
            zone=DisplayZone(scenario.zone),
            workstation=kept[0].workstation if kept else WORKSTATION,
        )
        try:
            play(player, _pace(args.speed, clock))
            if rehearsal is not None:
                rehearsal.require_all()
        except ScenarioFailed as failed:
            complain(play_sentence(failed.problem, words))
            return NOT_AS_WRITTEN
        except NotThisRun as other:
            raise _Bad(
                words(
                    "{file} is not a run of {scenario}: entry {seq} is another.",
                    file=shown(path.name),
                    scenario=shown(scenario.file),
                    seq=other.seq,
                )
            ) from other
    say(_how_it_ended(player, words))
    say(words("File: {path}", path=path))
    say(words("Compare code: {code}", code=verify(path).code))
    return DONE


def _folder(args: Namespace, words: Words) -> Path:
    out: Path | None = args.out
    if out is None:
        raise _Bad(words("--out is missing: the folder for the session file."))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        folder, why = shown(str(out)), error.strerror or str(error)
        raise _Bad(words("--out: {folder} cannot be made: {why}.", folder=folder, why=why)) from error
    return out


def _new_file(scenario: Scenario, out: Path, encrypting: Encrypting | None) -> Path:
    path = out / session_name(scenario.start_utc_us, DisplayZone(scenario.zone), SystemIds())
    create_session(path, encrypting=encrypting)
    return path


def _opening(scenario: Scenario, path: Path, kept: Records, words: Words) -> OpenSession:
    """As the kept run was opened, or a new session named like its file."""
    if not kept:
        return OpenSession(
            session_id=path.stem,
            schema_digest=schema_digest(),
            program=f"desens {__version__}",
            zone=scenario.zone,
            simulated=True,
        )
    opened = kept[0].event
    if not isinstance(opened, SessionOpened) or not opened.simulated:
        raise _Bad(words("{file} is the record of a patient, not of a simulation.", file=shown(path.name)))
    return OpenSession(
        session_id=opened.session_id,
        schema_digest=opened.schema_digest,
        program=opened.program,
        zone=opened.zone,
        simulated=True,
    )


def _tracer(args: Namespace) -> Callable[[int], None]:
    def saved(seq: int) -> None:
        say(f"saved {seq}", at_once=True)

    return saved if args.trace else lambda _seq: None


def _pace(speed: float | None, clock: SimulatedClock) -> Callable[[], None]:
    """Waits until real time has caught up with the simulated time; no speed: never."""
    if speed is None:
        return lambda: None
    real, nothing = SystemClock(), Waiting()
    begun_ns = real.now().mono_ns

    def wait() -> None:
        ahead_ns = clock.passed_ns / speed - (real.now().mono_ns - begun_ns)
        if ahead_ns > 0:
            nothing.wait(ahead_ns / 1e9)

    return wait


def _how_it_ended(player: Player, words: Words) -> str:
    state = player.session.state
    if player.crashed:
        return words("Broken off, as the scenario says: {stage}", stage=stage_name(words, state.stage))
    if state.ending is None:
        return words("Left open: {stage}", stage=stage_name(words, state.stage))
    return words("Ended: {ending}", ending=ending_name(words, state.ending))


def _refuse(said: str) -> int:
    complain(said)
    return BAD_INPUT
