"""Wrong scenario files: one sentence each, with the line, the place, and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.system.scenarios import load_scenario
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH
from tests.scenarios.runs import HEAD, load


def sentence(folder: Path, text: str) -> str:
    with pytest.raises(TomlProblem) as caught:
        load(folder, text)
    return fault_sentence(caught.value.fault, ENGLISH)


WRONG = [
    ("escalte = {}", "line 25: “do[1].escalte” is not a known name; known here are set_policy, "),
    (
        "escalate = { nun_new = true }",
        "line 25: “do[1].escalate.nun_new” is not a known name; known here are none_new, order.",
    ),
    ("escalate = 1", "line 25: “do[1].escalate” is 1; it must be a table of names and values."),
    ("escalate = { none_new = 1 }", "line 25: “do[1].escalate.none_new” is 1; it must be true or false."),
    ("after = '5 s'", "line 24: “do[1]” needs exactly one of set_policy, "),
    ("pause = { reason = 'toilet' }\nresume = {}", "line 24: “do[1]” needs exactly one of "),
    ("pause = {}", "line 25: “do[1].pause.reason” is missing."),
    (
        "pause = { reason = 'bored' }",
        'line 25: “do[1].pause.reason” is "bored"; allowed are symptom, toilet, ',
    ),
    ("pause = { reason = '{rate}' }", '“do[1].pause.reason” is "{rate}"; allowed are symptom, toilet,'),
    (
        "at = '15 min'\npause = { reason = 'toilet' }",
        'line 25: “do[1].at” is "15 min"; write it like 00:15:00.',
    ),
    ("after = 5\npause = { reason = 'toilet' }", "line 25: “do[1].after” is 5; it must be text in quotes."),
    ("after = '5'\npause = { reason = 'toilet' }", 'line 25: “do[1].after” is "5"; write it like 30 s, '),
    (
        "at = '00:01:00'\nafter = '5 s'\nstay_on_step = {}",
        "line 24: “do[1]” needs exactly one of at, when, after.",
    ),
    (
        "when = 'done'\nstay_on_step = {}",
        'line 25: “do[1].when” is "done"; allowed are step elapsed, check due, ',
    ),
    ("when = 'prompt done'\nstay_on_step = {}", 'line 25: “do[1].when” is "prompt done"; allowed are '),
    ("by = 'xx'\nstay_on_step = {}", 'line 25: “do[1].by” is "xx"; allowed are ml.'),
    ("second_person = 'xx'\nstay_on_step = {}", 'line 25: “do[1].second_person” is "xx"; allowed are ml.'),
    ("refused = ['nonsense']\nstay_on_step = {}", 'line 25: “do[1].refused” is "nonsense"; allowed are '),
    ("refused = 'not_now'\nstay_on_step = {}", 'line 25: “do[1].refused” is "not_now"; it must be a list.'),
    (
        "report_pump_running = { rate_ml_h = 'fast' }",
        'line 25: “do[1].report_pump_running.rate_ml_h” is "fast"; write it like 20.',
    ),
    (
        "report_pump_running = { rate_ml_h = true }",
        "line 25: “do[1].report_pump_running.rate_ml_h” is true; it must be a plain number without quotes",
    ),
    (
        "report_pump_running = { rate_ml_h = 1e3 }",
        "it must be a plain number without quotes, at most 15 digits.",
    ),
    (
        "report_pump_running = { rate_ml_h = '{bag}' }",
        '“do[1].report_pump_running.rate_ml_h” is "{bag}"; allowed are {rate}.',
    ),
    ("report_pump_running = { rate_ml_h = '{rate} mL/h' }", "allowed are {rate}."),
    (
        "report_pump_running = { rate_ml_h = 2, at = 'soon' }",
        '“do[1].report_pump_running.at” is "soon"; write it like now, 30 s ago, in 12 h, 10:42:12, ',
    ),
    ("record_note = { text = 5 }", "line 25: “do[1].record_note.text” is 5; it must be text in quotes."),
    ("record_note = {}", "line 25: “do[1].record_note.text” is missing."),
    (
        "record_note = { text = '{nobody}' }",
        '“do[1].record_note.text” is "{nobody}"; allowed are {session_id}, ',
    ),
    (
        "record_check = { vitals = { heart_rate = { per_min = 'x', at = 'now' } } }",
        'is "x"; it must be a whole number without quotes.',
    ),
    (
        "record_check = { vitals = { heart_rate = { per_min = 80.5, at = 'now' } } }",
        "is 80.5; it must be a whole number without quotes.",
    ),
    ("record_check = { vitals = { heart_rate = 80 } }", "is 80; it must be a table of names and values."),
    (
        "record_check = { vitals = {}, symptoms = 5 }",
        "“do[1].record_check.symptoms” is 5; it must be a list.",
    ),
    ("record_check = { vitals = {}, symptoms = [5] }", "it must be a table of names and values."),
    ("double_check_bag = {}", "“do[1].double_check_bag.reading” is missing."),
    (
        "verify_plan = { reading = { identifier_last4 = '1', drug = 'x', dose = 'much', bags = 3 } }",
        'is "much"; write it like 400 mg.',
    ),
    (
        "verify_plan = { reading = { identifier_last4 = '1', drug = 'x', dose = 400, bags = 3 } }",
        "is 400; it must be text in quotes.",
    ),
    (
        "set_plan = { inputs = { protocol = 'rdd', drug = 'x', target = '1 mg' } }",
        'line 25: “do[1].set_plan.inputs.protocol” is "rdd"; allowed are lrdp-13dose,',
    ),
    (
        "set_plan = { inputs = { protocol = 'rdd-3bag-12step', drug = 'x', target = '1 g' } }",
        '“do[1].set_plan.inputs.target” is "1 g"; write it like 400 mg, 50 mcg, 640000 units.',
    ),
    (
        "set_policy = { policy = { check_valid = 6 } }",
        "line 25: “do[1].set_policy.policy.check_valid” is not a known",
    ),
    ("set_policy = {}", "“do[1].set_policy.policy” is missing."),
    ("sleep = 'a while'", 'line 25: “do[1].sleep” is "a while"; write it like 30 s, '),
    ("restart = '0 s'", 'line 25: “do[1].restart” is "0 s"; write it like 30 s, '),
    ("clock_step = '1 h'", 'line 25: “do[1].clock_step” is "1 h"; write it like +1 h, -20 min.'),
    ("crash = false", "line 25: “do[1].crash” is false; allowed are true."),
    ("check = { hr = 80 }", "line 25: “do[1].check.hr” is not a known name; known here are heart_rate, "),
    ("check = { from = 'unusual' }", 'line 25: “do[1].check.from” is "unusual"; allowed are usual.'),
    (
        "check = { blood_pressure = '120-70' }",
        '“do[1].check.blood_pressure” is "120-70"; write it like 124/76, 124.',
    ),
    (
        "check = { signs = { hair = ['loss mild'] } }",
        "“do[1].check.signs.hair” is not a known name; known here are skin,",
    ),
    (
        "check = { signs = { skin = ['hives'] } }",
        '“do[1].check.signs” is "hives"; write it like hives mild, ',
    ),
    (
        "check = { not_measured = ['hair'] }",
        '“do[1].check.not_measured” is "hair"; allowed are heart_rate, ',
    ),
    ("check = { not_asked = ['hair'] }", '“do[1].check.not_asked” is "hair"; allowed are skin, '),
    ("check = { measured = 'soon' }", "write it like now, 30 s ago, "),
    ("block = 'up'", 'line 25: “do[1].block” is "up"; allowed are [[blocks]].'),
    ("with = {}\nescalate = {}", "line 25: “do[1].with” is not a known name; "),
    (
        "set_plan = { inputs = { protocol = 'own.toml', drug = 'x', target = '1 mg' } }",
        'line 25: “do[1].set_plan.inputs.protocol” is "own.toml"; allowed are lrdp-13dose,',
    ),
]
"""An entry, and a part of the sentence that refuses it."""


@pytest.mark.parametrize(("entry", "said"), WRONG)
def test_a_wrong_entry(tmp_path: Path, entry: str, said: str) -> None:
    whole = sentence(tmp_path, f"{HEAD}[[do]]\n{entry}")
    assert said in whole
    assert whole.startswith("test.toml, line 2")
    assert "\n" not in whole


BLOCK = HEAD + "[[blocks.up]]\nrecord_note = { text = '{a} and {b}, {step}' }\n[[do]]\nblock = 'up'\n"
WRONG_BLOCKS = {
    BLOCK + "with = { a = 1 }": "line 28: “do[1].with.b” is missing.",
    BLOCK
    + "with = { a = 1, b = 2, c = 3 }": "line 28: “do[1].with.c” is not a known name; known here are a, b.",
    BLOCK
    + "with = { a = 1, b = 2 }\nrefused = ['not_now']": "line 29: “do[1].refused” is not a known name; ",
    BLOCK: "line 26: “do[1].with.a” is missing.",
    BLOCK.replace("block = 'up'", "block = 'down'"): 'line 27: “do[1].block” is "down"; allowed are up.',
    HEAD
    + "[[blocks.up]]\nblock = 'up'\n[[do]]\nblock = 'up'\n": "line 25: “blocks.up[1].block” is not a known",
}


@pytest.mark.parametrize("text", WRONG_BLOCKS)
def test_a_wrong_block(tmp_path: Path, text: str) -> None:
    said = sentence(tmp_path, text)
    assert said.startswith("test.toml, " + WRONG_BLOCKS[text])


WRONG_HEADS = {
    ("title", "tilte"): "line 1: “tilte” is not a known name; known here are title, ",
    ('title = "Test"\n', ""): "“title” is missing.",
    ("Europe/Berlin", "Europe/Bonn"): 'line 3: “zone” is "Europe/Bonn"; write it like Europe/Berlin.',
    (
        "2026-11-22T08:00:00",
        "2026-11-22",
    ): "line 2: “start” is 2026-11-22; write it like 2026-11-22T08:05:00.",
    ("08:00:00", "08:00:00Z"): "line 2: “start” is 2026-11-22 08:00:00+00:00; write it like ",
    ("start = 2026-11-22T08:00:00\n", ""): "“start” is missing.",
    ("2026-11-22T08", "0001-01-01T00"): "“start” is 0001-01-01 00:00:00; allowed is 2000 to 2999.",
    ('by = "ml"', 'by = "xx"'): 'line 4: “by” is "xx"; allowed are ml.',
    ('by = "ml"', 'by = "ml"\nends = "well"'): 'line 5: “ends” is "well"; allowed are completed, ',
    ('by = "ml"\n', ""): "line 23: “do[1].by” is missing.",
    ('role = "nurse"', 'role = "cook"'): '“staff.ml.role” is "cook"; allowed are nurse, ',
    (
        'role = "nurse"',
        'role = "program"',
    ): '“staff.ml.role” is "program"; allowed are nurse, allergist, pharmacist,',
    ('role = "nurse"', 'rank = "nurse"'): "“staff.ml.rank” is not a known name; known here are name, role.",
    ('"400 mg"', '"400"'): 'line 16: “plan.target” is "400"; write it like 400 mg, ',
    (
        "[plan]",
        "[policy]\nx = 1\n[plan]",
    ): "line 14: “policy.x” is not a known name; known here are check_valid_min,",
    (
        "[plan]",
        "[policy]\ncheck_valid_min = 0\n[plan]",
    ): "“policy.check_valid_min.value” is 0; allowed is 0.1 to 1440.",
}


@pytest.mark.parametrize("change", WRONG_HEADS)
def test_a_wrong_head(tmp_path: Path, change: tuple[str, str]) -> None:
    said = sentence(tmp_path, (HEAD + "[[do]]\nstay_on_step = {}\n").replace(*change, 1))
    assert said.startswith("test.toml")
    assert WRONG_HEADS[change] in said


def test_a_patient_is_read_when_it_is_entered(tmp_path: Path) -> None:
    text = HEAD.replace('sex = "female"', 'sex = "f"') + "[[do]]\nidentify_patient = {}\n"
    assert '“do[1].identify_patient.patient.sex” is "f"; allowed are female, ' in sentence(tmp_path, text)


@pytest.mark.parametrize("text", ["title = ", "\x00", "[[do]\n"])
def test_what_is_no_toml(tmp_path: Path, text: str) -> None:
    assert sentence(tmp_path, text).startswith("test.toml is not a TOML file: ")


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(TomlProblem) as caught:
        load_scenario(Path("nowhere.toml"))
    assert fault_sentence(caught.value.fault, ENGLISH) == "There is no file nowhere.toml."


def test_a_scenario_without_entries_is_refused(tmp_path: Path) -> None:
    assert sentence(tmp_path, HEAD) == "test.toml: “do” is missing."


def test_a_fault_of_the_protocol_beside_it_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("id = 5\n", "utf-8")
    said = sentence(tmp_path, HEAD.replace("rdd-3bag-12step", "own.toml") + "[[do]]\nset_plan = {}\n")
    assert said.startswith("own.toml")
