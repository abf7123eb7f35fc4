"""TOML files are read exactly, and every fault is named with its place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from desens_gui.domain.policy import Bound
from desens_gui.system.toml_reading import MAX_BYTES, Table, TomlProblem, parse_toml, read_toml
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import ENGLISH


def table(text: str) -> Table:
    return parse_toml(text.encode(), "plan.toml")


def told(problem: pytest.ExceptionInfo[TomlProblem]) -> str:
    return fault_sentence(problem.value.fault, ENGLISH)


def test_numbers_are_exact() -> None:
    read = table("a = 0.1\nb = 3\nc = -2.50\nd = 174.375")
    assert [read.number(name) for name in "abcd"] == [
        Fraction("0.1"),
        3,
        Fraction("-2.5"),
        Fraction("174.375"),
    ]
    assert read.number("b", "1", "3") == 3


def test_other_values() -> None:
    read = table('t = "text"\nw = 7\nf = true\nc = "below"\nl = ["x", "y"]\n[s]\nn = 1\n[[many]]\nn = 2\n')
    assert read.text("t") == "text"
    assert read.whole("w", 1, 7) == 7
    assert read.flag("f") is True
    assert read.choice("c", Bound) is Bound.BELOW
    assert read.texts("l") == ("x", "y")
    assert read.table("s").whole("n", 0, 9) == 1
    assert [each.where for each in read.tables("many")] == ["many[1]"]
    assert read.has("t")
    assert not read.has("u")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "plan.toml: “n” is missing."),
        ('n = "5"', 'plan.toml: “n” is "5"; it must be a plain number without quotes, at most 15 digits.'),
        ("n = true", "plan.toml: “n” is true; it must be a plain number without quotes, at most 15 digits."),
        ("n = [1]", "plan.toml: “n” is […]; it must be a plain number without quotes, at most 15 digits."),
        ("n = {}", "plan.toml: “n” is {…}; it must be a plain number without quotes, at most 15 digits."),
        ("n = nan", "plan.toml: “n” is nan; it must be a plain number without quotes, at most 15 digits."),
        ("n = 1e9", "plan.toml: “n” is 1e9; it must be a plain number without quotes, at most 15 digits."),
        (
            "n = 2026-11-22",
            "plan.toml: “n” is 2026-11-22; it must be a plain number without quotes, at most 15 digits.",
        ),
        (
            f"n = 0x{'f' * 5000}",
            "plan.toml: “n” is …; it must be a plain number without quotes, at most 15 digits.",
        ),
        ("n = 12", "plan.toml: “n” is 12; allowed is 0.5 to 10."),
        ("n = 0.4", "plan.toml: “n” is 0.4; allowed is 0.5 to 10."),
    ],
)
def test_a_number_that_will_not_do(text: str, sentence: str) -> None:
    with pytest.raises(TomlProblem) as problem:
        table(text).number("n", "0.5", "10")
    assert told(problem) == sentence


@pytest.mark.parametrize(
    ("text", "method", "sentence"),
    [
        ("v = 5", "text", "plan.toml: “v” is 5; it must be text in quotes."),
        ("v = 5.5", "text", "plan.toml: “v” is 5.5; it must be text in quotes."),
        ('v = " "', "text", 'plan.toml: “v” is " "; allowed is text of 1 to 1000 printable characters.'),
        (
            'v = "a\\nb"',
            "text",
            'plan.toml: “v” is "a b"; allowed is text of 1 to 1000 printable characters.',
        ),
        ("v = 1", "flag", "plan.toml: “v” is 1; it must be true or false."),
        ("v = false", "table", "plan.toml: “v” is false; it must be a table of names and values."),
        ("v = 1", "texts", "plan.toml: “v” is 1; it must be a list."),
        ("v = [1]", "texts", "plan.toml: “v” is 1; it must be text in quotes."),
        ("v = [1.5]", "texts", "plan.toml: “v” is 1.5; it must be text in quotes."),
        ('v = ["x", "x"]', "texts", 'plan.toml: “v” is "x" a second time; each may stand there once.'),
    ],
)
def test_a_value_of_the_wrong_kind(text: str, method: str, sentence: str) -> None:
    with pytest.raises(TomlProblem) as problem:
        getattr(table(text), method)("v")
    assert told(problem) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("1.5", "plan.toml: “v” is 1.5; it must be a whole number without quotes."),
        ("true", "plan.toml: “v” is true; it must be a whole number without quotes."),
        ("0", "plan.toml: “v” is 0; allowed is 1 to 20."),
        ("21", "plan.toml: “v” is 21; allowed is 1 to 20."),
    ],
)
def test_a_whole_number_that_will_not_do(value: str, sentence: str) -> None:
    with pytest.raises(TomlProblem) as problem:
        table(f"v = {value}").whole("v", 1, 20)
    assert told(problem) == sentence


def test_an_unknown_choice_lists_the_known() -> None:
    with pytest.raises(TomlProblem) as problem:
        table('v = "under"').choice("v", Bound)
    assert told(problem) == ('plan.toml: “v” is "under"; allowed are below, at_or_below, above, at_or_above.')
    with pytest.raises(TomlProblem, match="not_one_of"):
        table('v = ["below", "under"]').choices("v", Bound)


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(TomlProblem) as problem:
        next(table("[[steps]]\nrate = 5").tables("steps")).only("bag", "rate_ml_h")
    assert told(problem) == "plan.toml: “steps[1].rate” is not a known name; known here are bag, rate_ml_h."


def test_a_list_of_something_else_than_tables() -> None:
    with pytest.raises(TomlProblem) as problem:
        list(table("steps = [{}, 3]").tables("steps"))
    assert told(problem) == "plan.toml: “steps[2]” is 3; it must be a table of names and values."


def test_a_name_is_nested_by_its_tables() -> None:
    with pytest.raises(TomlProblem) as problem:
        table("[a.b]").table("a").table("b").text("c")
    assert told(problem) == "plan.toml: “a.b.c” is missing."


def test_values_laid_over_a_file_may_be_fractions() -> None:
    laid = Table({"n": Fraction(12), "m": Fraction(1, 2)}, "over.toml")
    assert laid.number("m") == Fraction(1, 2)
    with pytest.raises(TomlProblem) as problem:
        laid.number("n", "0", "10")
    assert told(problem) == "over.toml: “n” is 12; allowed is 0 to 10."


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "no.toml"
    with pytest.raises(TomlProblem) as problem:
        read_toml(missing)
    assert problem.value.fault.file == str(missing)
    assert told(problem).startswith("There is no file ")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(TomlProblem) as problem:
        read_toml(tmp_path)
    assert "cannot be read: " in told(problem)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(TomlProblem) as problem:
        read_toml(Path("a\0b.toml"))
    assert told(problem) == "a‹U+0000›b.toml cannot be read: embedded null byte."


def test_a_file_that_is_far_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(TomlProblem) as problem:
        read_toml(large)
    assert told(problem) == "large.toml has more than 1,000,000 bytes, which no such file has."


@pytest.mark.parametrize(
    "raw", [b"a = ", b"a = 1\na = 2", b"\xff\xfe", b"a = " + b"[" * 3000, b"a = " + b"9" * 5000]
)
def test_what_is_no_toml(raw: bytes, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(raw)
    with pytest.raises(TomlProblem) as problem:
        read_toml(bad)
    assert told(problem).startswith("bad.toml is not a TOML file: ")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    marked = tmp_path / "marked.toml"
    marked.write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    assert read_toml(marked).number("a") == 1
