"""Every text for a person can be extracted for translators, and says it in the words of the chair."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parents[2] / "desens_gui"
KEYWORDS = {"words": None, "within": ((1, "c"), 2)}
"""What is looked for: words("..."), words.within("context", "...")."""

NOT_SAID = (
    r"escalat\w*",
    r"hold(?:ing)?",
    r"ways? out",
    r"owed",
    r"flushed with bag",
    r"medicines?",
    r"initial reaction",
    r"subtle sign",
    r"watch period",
    r"LOC",
    r"GI",
    r"RR",
    r"VTBI",
    r"haemolytic",
    r"cytopaenia",
    r"µg",
    r"ug",
    r"IU",
    r"cc",
    r"QD",
    r"subq",
)
"""What is not said at the chair, and error-prone abbreviations: as whole words, in any case."""
FORBIDDEN = re.compile(rf"\b(?:{'|'.join(NOT_SAID)})\b", re.IGNORECASE)


def translated_calls(source: Path) -> list[ast.Call]:
    """Calls of `words(...)`, `scene.words(...)`, `words.within(...)`."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if _name(call.func) in KEYWORDS]


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def is_literal(call: ast.Call) -> bool:
    wanted = 2 if _name(call.func) == "within" else 1
    texts = [argument for argument in call.args if isinstance(argument, ast.Constant)]
    return len(call.args) == wanted and len(texts) == wanted and all(isinstance(t.value, str) for t in texts)


@cache
def messages() -> frozenset[tuple[str, str]]:
    """Every extracted text with the file it stands in."""
    found: set[tuple[str, str]] = set()
    for name, _line, message, _comments, _context in extract_from_dir(str(ROOT), keywords=KEYWORDS):
        texts = message if isinstance(message, tuple) else (message,)
        found.update((name, text) for text in texts)
    return frozenset(found)


def test_every_text_is_written_out_where_it_is_translated() -> None:
    faults = [
        f"{source.relative_to(ROOT)}:{call.lineno}"
        for source in sorted(ROOT.rglob("*.py"))
        for call in translated_calls(source)
        if not is_literal(call)
    ]
    assert faults == []


def test_the_extraction_finds_every_text() -> None:
    extracted = {text for _, text in messages()}
    written = {
        argument.value
        for source in ROOT.rglob("*.py")
        for call in translated_calls(source)
        for argument in call.args[-1:]
        if isinstance(argument, ast.Constant)
    }
    assert len(written) > 300
    assert written == extracted


def test_no_text_uses_a_word_that_is_not_said_at_the_chair() -> None:
    faults = sorted(f"{name}: {text}" for name, text in messages() if FORBIDDEN.search(text))
    assert faults == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Escalate to step 10", True),
        ("escalation", True),
        ("Hold", True),
        ("2 ways out", True),
        ("signature owed", True),
        ("50 µg", True),
        ("the line holds: nothing", False),
        ("Bag 3 holds 400 mg", False),
        ("Medication", False),
    ],
)
def test_which_words_are_not_said(text: str, found: bool) -> None:
    assert bool(FORBIDDEN.search(text)) == found


def test_every_field_of_a_text_is_named() -> None:
    """A translator may need another order: no "{}", no position, no format."""
    faults = [text for _, text in messages() if re.search(r"\{(?:\}|\d|[a-z_]+[!:.\[])", text)]
    assert faults == []


@pytest.mark.parametrize(
    ("line", "lawful"),
    [
        ('words("Go up")', True),
        ('scene.words("Step {step}", step=1)', True),
        ('words.within("role", "Nurse")', True),
        ("words(text)", False),
        ('words(f"Step {step}")', False),
        ('words("a" + "b")', False),
        ('words.within(context, "Nurse")', False),
        ("words()", False),
    ],
)
def test_what_counts_as_written_out(line: str, lawful: bool, tmp_path: Path) -> None:
    source = tmp_path / "sample.py"
    source.write_text(line, encoding="utf-8")
    assert [is_literal(call) for call in translated_calls(source)] == [lawful]
