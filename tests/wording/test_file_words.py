"""Every fault of a file has a sentence of its own."""

from __future__ import annotations

import pytest

from desens_gui.wording.file_words import Fault, FileFault, fault_sentence
from desens_gui.wording.words import ENGLISH


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_one_sentence(fault: Fault) -> None:
    sentence = fault_sentence(
        FileFault(
            file="a.toml",
            fault=fault,
            where="steps[2].bag",
            found="{0}",
            allowed=("1", "2"),
            low="0",
            high="9",
        ),
        ENGLISH,
    )
    assert sentence.endswith(".")
    assert "{" not in sentence.replace("{0}", "")
    assert "steps[2].bag" in sentence or fault in {
        *(Fault.NOT_FOUND, Fault.NO_SUCH_PROTOCOL, Fault.NOT_READABLE, Fault.TOO_LARGE, Fault.NOT_TOML),
    }


def test_no_two_faults_say_the_same() -> None:
    sentences = {fault_sentence(FileFault(file="a", fault=fault), ENGLISH) for fault in Fault}
    assert len(sentences) == len(Fault)
