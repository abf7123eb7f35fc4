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

FORBIDDEN = (
    r"escalat\w*",
    r"hold(?:ing)?(?! this bag| the)",
    r"ways? out",
    r"owed",
    r"watch period",
    r"flushed with bag",
    r"GI",
    r"RN sign-off",
    r"medicine",
    r"initial reaction",
    r"subtle sign",
    r"LOC",
    r"RR",
    r"haemolytic",
    r"cytopaenia",
    r"VTBI",
    r"µg|ug|IU|cc",
)
"""SAFETY, "Words on screen", and the list of error-prone abbreviations."""


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
    found = set()
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
    pattern = re.compile(rf"\b(?:{'|'.join(FORBIDDEN)})\b")
    faults = sorted(f"{name}: {text}" for name, text in messages() if pattern.search(text))
    assert faults == []


@pytest.mark.parametrize(
    "text", ["Escalate to step 10", "escalation", "hold", "2 ways out", "signature owed"]
)
def test_the_forbidden_words_are_found(text: str) -> None:
    assert re.search(rf"\b(?:{'|'.join(FORBIDDEN)})\b", text, re.IGNORECASE)


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
