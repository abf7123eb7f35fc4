"""Playing a scenario: turns, placeholders, refusals, ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.answers import Decision
from desens_gui.domain.commands.every import Command
from desens_gui.domain.events.check import NoteRecorded
from desens_gui.domain.proof import Proof
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session import awaiting
from desens_gui.session.live_session import LiveSession
from desens_gui.session.memory_log import MemoryLog
from desens_gui.session.playing import Player, ScenarioFailed, play
from desens_gui.session.ports import Clock
from desens_gui.system.scenarios import scenario_path
from desens_gui.wording.scenario_words import PlayFault, play_sentence
from desens_gui.wording.words import ENGLISH
from tests.scenarios.runs import HEAD, IDENTIFIED, MemoryRecorder, load, played, player_of

NOTE = 'record_note = {{ text = "{}" }}\n'


def failed(folder: Path, text: str) -> tuple[PlayFault, str]:
    with pytest.raises(ScenarioFailed) as caught:
        played(load(folder, text))
    return caught.value.problem.fault, play_sentence(caught.value.problem, ENGLISH)


def notes(player: Player) -> list[tuple[str, float]]:
    """Text and seconds since the start."""
    first = player.session.records[0].stamp
    return [
        (record.event.text, (record.stamp.boot_ns - first.boot_ns) / 1e9)
        for record in player.session.records
        if isinstance(record.event, NoteRecorded)
    ]


def test_entries_come_at_their_time(tmp_path: Path) -> None:
    text = IDENTIFIED
    text += "[[do]]\n" + NOTE.format("at once")
    text += '[[do]]\nafter = "1 min 30.5 s"\n' + NOTE.format("after")
    text += '[[do]]\nat = "00:05:00"\n' + NOTE.format("at")
    player = played(load(tmp_path, text))
    assert notes(player) == [("at once", 0), ("after", 90.5), ("at", 300)]
    assert player.is_over
    assert not player.advance()
    assert player.line == 0


def test_the_line_of_the_next_entry_is_told(tmp_path: Path) -> None:
    player = player_of(load(tmp_path, IDENTIFIED + "[[do]]\n" + NOTE.format("x")))
    lines = [player.line]
    while player.advance():
        lines.append(player.line)
    assert lines == [0, 0, 24, 26]


def test_a_time_that_is_over_names_its_line(tmp_path: Path) -> None:
    text = (
        IDENTIFIED
        + '[[do]]\nafter = "2 min"\n'
        + NOTE.format("x")
        + '[[do]]\nat = "00:01:00"\n'
        + NOTE.format("y")
    )
    fault, sentence = failed(tmp_path, text)
    assert fault is PlayFault.TIME_IS_OVER
    assert sentence == "test.toml, line 29: “at” is over already when this entry is reached."


def test_what_never_comes_names_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awaiting, "LONGEST_WAIT_NS", 90 * 10**9)
    fault, sentence = failed(tmp_path, IDENTIFIED + '[[do]]\nwhen = "step elapsed"\n' + NOTE.format("x"))
    assert fault is PlayFault.NEVER_CAME
    assert sentence == "test.toml, line 26: “step elapsed” was waited for in vain."


def test_a_placeholder_without_a_value_names_its_line(tmp_path: Path) -> None:
    for name in ("rate", "identifier", "drug", "bag", "unsigned"):
        fault, sentence = failed(tmp_path, IDENTIFIED + "[[do]]\n" + NOTE.format(f"of {{{name}}}"))
        assert fault is PlayFault.NOT_KNOWN_YET
        assert sentence == f"test.toml, line 26: the session has nothing yet for “{name}”."


def test_a_step_that_is_not_there_yet_has_no_rate(tmp_path: Path) -> None:
    text = IDENTIFIED + "[[do]]\nset_plan = {}\n[[do]]\n" + NOTE.format("{rate}")
    assert failed(tmp_path, text)[0] is PlayFault.NOT_KNOWN_YET


def test_placeholders_inside_of_text_become_text(tmp_path: Path) -> None:
    text = IDENTIFIED + "[[do]]\nidentify_patient = {}\n[[do]]\nset_plan = {}\n[[do]]\n"
    text += NOTE.format("{dose} of {drug} in {bags} bags for {identifier_last4}, {flush} mL, {session_id}")
    player = played(load(tmp_path, text))
    assert notes(player)[0][0] == "400 mg of CARBOplatin in 3 bags for 2913, 18 mL, 2026-11-22-test"


@pytest.mark.parametrize(
    ("name", "text"), [("bags", "3"), ("dose", "400 mg"), ("flush", "18"), ("drug", "CARBOplatin")]
)
def test_a_placeholder_may_be_a_whole_text(tmp_path: Path, name: str, text: str) -> None:
    written = IDENTIFIED + "[[do]]\nset_plan = {}\n[[do]]\n" + NOTE.format(f"{{{name}}}")
    assert notes(played(load(tmp_path, written))) == [(text, 0)]


def test_a_strength_may_stand_in_a_text(tmp_path: Path) -> None:
    note = '[[blocks.hang_bag]]\nrecord_note = { text = "{concentration}" }\n'
    text = scenario_path("08-transferred").read_text("utf-8")
    text = text.replace("[[blocks.hang_bag]]\n", note + "[[blocks.hang_bag]]\n", 1)
    assert notes(played(load(tmp_path, text)))[0][0] == "0.027 mg/mL"


def test_a_block_waits_before_its_first_command(tmp_path: Path) -> None:
    text = IDENTIFIED + "[[blocks.b]]\n" + NOTE.format("x") + "[[do]]\nblock = 'b'\nafter = '7 s'\n"
    assert notes(played(load(tmp_path, text))) == [("x", 7)]


def test_an_unexpected_refusal_names_line_command_and_reason(tmp_path: Path) -> None:
    fault, sentence = failed(tmp_path, IDENTIFIED + "[[do]]\nescalate = {}\n")
    assert fault is PlayFault.REFUSED
    assert sentence.startswith("test.toml, line 26: escalate was refused: not_now. ")
    assert len(sentence) > len("test.toml, line 26: escalate was refused: not_now. ")


def test_a_refusal_that_did_not_come_names_line_and_refusal(tmp_path: Path) -> None:
    text = IDENTIFIED + "[[do]]\n" + NOTE.format("x") + 'refused = ["text_missing"]\n'
    assert failed(tmp_path, text) == (
        PlayFault.NOT_REFUSED,
        "test.toml, line 26: record_note was accepted; expected was the refusal text_missing.",
    )


def test_another_refusal_than_expected(tmp_path: Path) -> None:
    fault, sentence = failed(tmp_path, IDENTIFIED + '[[do]]\nescalate = {}\nrefused = ["check_missing"]\n')
    assert fault is PlayFault.OTHER_REFUSAL
    assert sentence.startswith(
        "test.toml, line 26: escalate was refused: not_now; expected was check_missing. "
    )


def test_an_expected_refusal_records_nothing(tmp_path: Path) -> None:
    player = played(load(tmp_path, HEAD + '[[do]]\nescalate = {}\nrefused = ["not_identified"]\n'))
    assert len(player.session.records) == 2


def test_a_fault_inside_of_a_block_names_both_lines(tmp_path: Path) -> None:
    text = IDENTIFIED + "[[blocks.up]]\nescalate = {}\n[[do]]\nblock = 'up'\n"
    assert failed(tmp_path, text)[1].startswith(
        "test.toml, line 28 (in the block, line 26): escalate was refused: not_now."
    )


def test_another_end_than_the_scenario_says(tmp_path: Path) -> None:
    text = 'ends = "completed"\n' + IDENTIFIED
    assert failed(tmp_path, text) == (
        PlayFault.ENDED_OTHERWISE,
        "test.toml, line 1: the session ended “open”; expected was “completed”.",
    )


@pytest.mark.parametrize("head", ["", 'ends = "open"\n'])
def test_an_open_end(tmp_path: Path, head: str) -> None:
    assert played(load(tmp_path, head + IDENTIFIED)).session.state.ending is None


def test_a_crash_ends_the_run_where_it_stands(tmp_path: Path) -> None:
    text = 'ends = "completed"\n' + IDENTIFIED + "[[do]]\ncrash = true\n[[do]]\n" + NOTE.format("never")
    player = played(load(tmp_path, text))
    assert player.crashed
    assert player.is_over
    assert notes(player) == []


class SlowLog(MemoryLog):
    """A log whose disk the test stops."""

    stopped = False

    @property
    def waiting(self) -> int:
        return int(self.stopped)


class SlowRecorder(MemoryRecorder):
    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.log: SlowLog = SlowLog(clock=clock, on_ack=self.acks)


def test_simulated_time_waits_for_the_disk(tmp_path: Path) -> None:
    recorders: list[SlowRecorder] = []

    def make(clock: Clock) -> SlowRecorder:
        recorders.append(SlowRecorder(clock))
        return recorders[0]

    player = player_of(load(tmp_path, IDENTIFIED + '[[do]]\nafter = "5 s"\n' + NOTE.format("x")), make)
    for _ in range(4):
        player.advance()
    before = player.session.moment().now_ns
    recorders[0].log.stopped = True
    for _ in range(10):
        assert player.advance()
    assert player.session.moment().now_ns == before
    recorders[0].log.stopped = False
    play(player)
    assert notes(player) == [("x", 5)]


def test_somebody_else_may_hand_the_commands_to_the_session(tmp_path: Path) -> None:
    seen: list[tuple[str, Actor, Proof | None]] = []
    scenario = load(tmp_path, IDENTIFIED + '[[do]]\nsecond_person = "ml"\n' + NOTE.format("x"))

    def hands(session: LiveSession, command: Command, actor: Actor, proof: Proof | None) -> Decision:
        seen.append((type(command).__name__, actor, proof))
        return session.submit(command, actor, proof)

    player = player_of(scenario, hands=hands)
    play(player)
    assert seen[-1] == ("RecordNote", Actor("ml", Role.NURSE), None)  # nobody else is asked for a note
    assert player.session.records[-1].second_person is None


def test_between_advances_something_may_be_done(tmp_path: Path) -> None:
    player = player_of(load(tmp_path, IDENTIFIED))
    called: list[int] = []
    play(player, lambda: called.append(1))
    assert len(called) == 2
