"""Each banned name and each rule about files is broken once in a copy; that rule must name the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.copies import copy_program, lint, plant

# file of the program, its lines, the rule that must name it, and a word of that rule's message
PLANTED = [
    ("course/planted_now.py", "import datetime\nX = datetime.datetime.now()", "TID251", "datetime.now"),
    ("views/planted_today.py", "from datetime import date\nX = date.today()", "TID251", "date.today"),
    ("domain/planted_time.py", "import time\nX = time.monotonic()", "TID251", "`time`"),
    ("domain/planted_random.py", "import random\nX = random.random()", "TID251", "`random`"),
    ("session/planted_secrets.py", "import secrets\nX = secrets.token_hex()", "TID251", "`secrets`"),
    ("storage/planted_id.py", "import uuid\nX = uuid.uuid4()", "TID251", "uuid.uuid4"),
    ("storage/planted_bytes.py", "import os\nX = os.urandom(8)", "TID251", "os.urandom"),
    ("ui/planted_timer.py", "from PySide6.QtCore import QTimer\nX = QTimer", "TID251", "QTimer"),
    ("system/planted_timer.py", "from threading import Timer\nX = Timer", "TID251", "threading.Timer"),
    ("ui/planted_label.py", "from PySide6.QtWidgets import QLabel\nX = QLabel", "TID251", "QLabel"),
    ("domain/planted_hidden.py", "from importlib import import_module as X", "TID251", "import_module"),
    ("domain/planted_class.py", "from dataclasses import dataclass\nX = dataclass", "TID251", "dataclasses"),
    ("storage/planted_relative.py", "from . import planted_id\nX = planted_id", "TID252", "elative"),
    ("views/planted_naive.py", "import datetime\nX = datetime.datetime(2026, 1, 1)", "DTZ001", "tzinfo"),
    ("course/planted_print.py", 'print("said")', "T201", "print"),
    ("session/planted_except.py", "try:\n    X = 1\nexcept Exception:\n    X = 2", "BLE001", "Exception"),
    ("storage/planted_sql.py", 'X = "event"\nY = f"SELECT * FROM {X}"', "S608", "SQL"),
    ("system/planted_pickle.py", "import pickle\nX = pickle.loads(b'')", "S301", "ickle"),
    ("ui/planted_star.py", "from PySide6.QtWidgets import *", "F403", "import *"),
]  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy with every rule broken."""
    root = copy_program(tmp_path_factory.mktemp("lint"))
    for name, source, _, _ in PLANTED:
        plant(root, f"desens_gui/{name}", source)
    plant(root, "desens_gui/domain/planted_long.py", *("X = 1" for _ in range(rules.LONGEST + 1)))
    plant(root, "desens_gui/domain/planted_short.py", *("X = 1" for _ in range(rules.LONGEST)))
    plant(root, "desens_gui/ui/utils.py", "X = 1")
    plant(root, "desens_gui/views/common/planted.py", "X = 1")
    plant(root, "tests/test_planted_attribute.py", "def test_it(qtbot):", "    qtbot." + "wait(5)")
    plant(root, "tests/test_planted_import.py", "from time import " + "sleep")
    plant(root, "tests/test_planted_lawful.py", "def test_it(qtbot):", "    qtbot.waitUntil(bool)")
    return root


@pytest.fixture(scope="module")
def found(broken: Path) -> set[tuple[str, str, str]]:
    """What ruff finds in that copy."""
    return lint(broken)


@pytest.mark.parametrize(("name", "source", "rule", "word"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_broken_rule_names_the_file(
    found: set[tuple[str, str, str]], name: str, source: str, rule: str, word: str
) -> None:
    named = [message for file, code, message in found if file == f"desens_gui/{name}" and code == rule]
    assert any(word in message for message in named), (name, rule, named)


def test_a_long_file_is_named(broken: Path) -> None:
    assert "desens_gui/domain/planted_long.py: 301 lines" in rules.too_long(broken)
    assert not any("planted_short" in line for line in rules.too_long(broken))


def test_a_vague_name_is_named(broken: Path) -> None:
    vague = rules.vaguely_named(broken)
    assert "desens_gui/ui/utils.py" in vague
    assert "desens_gui/views/common/planted.py" in vague


def test_a_waiting_test_is_named(broken: Path) -> None:
    assert rules.sleeps(broken) == [
        "tests/test_planted_attribute.py: qtbot." + "wait",
        "tests/test_planted_import.py: time." + "sleep",
    ]
