"""The library and protocol files."""

from __future__ import annotations

from pathlib import Path

import pytest

from desens_gui.domain.protocol.protocol import LastBag
from desens_gui.domain.quantities import Duration, Rate
from desens_gui.system.protocols import load_protocol
from desens_gui.system.resources import resource
from desens_gui.system.toml_reading import TomlProblem
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH

SMALL = """
id = "own"
revision = 2
title = "Own"
kind = "infusion-bags"
route = "iv"
status = "recalled"
bags = [{ bag = 1, volume_ml = 100, dilution = 1 }]
steps = [
    { step = 1, bag = 1, rate_ml_h = 12.5, minutes = 15 },
    { step = 2, bag = 1, rate_ml_h = 80, until_empty = true },
]
last_bag = { rule = "corrected" }
"""


def test_the_12_step_protocol() -> None:
    protocol = load_protocol("rdd-3bag-12step")
    rates = [step.rate for step in protocol.steps]
    assert rates == [Rate(rate) for rate in (2, 5, 10, 20, 5, 10, 20, 40, 10, 20, 40, 80)]
    assert [step.duration for step in protocol.steps] == [*[Duration.minutes(15)] * 11, None]
    assert protocol.steps[-1].until_empty
    assert protocol.last_bag is LastBag.CORRECTED
    assert protocol.last_step_check_every is not None
    assert protocol.last_step_check_every.duration == Duration.minutes(30)


def test_a_file_may_be_a_protocol_of_the_site(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(SMALL, "utf-8")
    protocol = load_protocol(str(own))
    assert protocol.revision == 2
    assert protocol.drugs == ()
    assert protocol.observation is None
    assert protocol.steps[0].rate == Rate.of("12.5")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('status = "recalled"', "", "own.toml: “status” is missing."),
        (
            'status = "recalled"',
            'status = "sure"',
            'own.toml: “status” is "sure"; allowed are verified, recalled.',
        ),
        (
            'status = "recalled"',
            'status = "verified"',
            "own.toml: “last_bag” names no source; with status verified every number must name one.",
        ),
        (
            "rate_ml_h = 12.5",
            'rate_ml_h = "12.5"',
            'own.toml: “steps[1].rate_ml_h” is "12.5"; it must be a plain number without quotes,',
        ),
        (
            "rate_ml_h = 12.5",
            "rate = 12.5",
            (
                "own.toml: “steps[1].rate” is not a known name; "
                "known here are step, bag, rate_ml_h, minutes, until_empty, sources."
            ),
        ),
        (
            "minutes = 15",
            "minutes = 15, until_empty = true",
            "own.toml: “steps[1]” needs exactly one of minutes, until_empty = true.",
        ),
        (
            "until_empty = true",
            "until_empty = false",
            "own.toml: “steps[2]” needs exactly one of minutes, until_empty = true.",
        ),
        (
            "{ bag = 1, volume_ml",
            "{ bag = 99, volume_ml",
            "own.toml: “bags[1].bag” is 99; allowed is 1 to 20.",
        ),
        (
            "dilution = 1 }",
            'dilution = 1, sources = ["me"] }',
            'own.toml: “bags[1].sources” is "me"; allowed are [].',
        ),
        ("revision = 2", "revision = 0", "own.toml: “revision” is 0; allowed is 1 to 1000000."),
        (
            "revision = 2",
            "revision = 2\ncolour = 3",
            "own.toml: “colour” is not a known name; known here are ",
        ),
        (
            "revision = 2",
            "revision = 2\nobservation = { minutes = 0 }",
            "own.toml: “observation.minutes” is 0; allowed is 0.1 to 1440.",
        ),
        (
            "revision = 2",
            'revision = 2\nsources = [{ key = "a", title = "t", where = "w", read = "r" }, { key = "a" }]',
            'own.toml: “sources[2].key” is "a" a second time; each may stand there once.',
        ),
    ],
)
def test_a_malformed_protocol_gets_one_sentence(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    assert old in SMALL
    own.write_text(SMALL.replace(old, new, 1), "utf-8")
    with pytest.raises(TomlProblem) as problem:
        load_protocol(str(own))
    assert fault_sentence(problem.value.fault, ENGLISH).startswith(sentence)


def test_an_unknown_id_lists_the_library() -> None:
    with pytest.raises(TomlProblem) as problem:
        load_protocol("rdd-9bag")
    assert fault_sentence(problem.value.fault, ENGLISH) == (
        "There is no protocol “rdd-9bag”; known are lrdp-13dose, rdd-2bag-8step, rdd-3bag-12step, "
        "rdd-4bag-16step, rdd-5bag-20step, vancomycin-ramp, or give the name of a TOML file."
    )


def test_resources_are_where_they_are_looked_for() -> None:
    assert resource("policies", "default.toml").is_file()
    assert resource("symptoms.toml").is_file()
