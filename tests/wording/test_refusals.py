"""Every refusal has one clear sentence with its numbers."""

from __future__ import annotations

from typing import get_args

import pytest

from desens_gui.domain.instants import Utc
from desens_gui.domain.quantities import Duration
from desens_gui.domain.refusals import check, pump, step
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.wording.refusals import refusal, refusals
from desens_gui.wording.words import ENGLISH
from tests.wording import sentences_before, sentences_beside, sentences_people, sentences_qualify

BERLIN = 60
TEN = Utc.of("2026-11-22T09:42:12Z")
SENTENCES = (
    *sentences_before.SENTENCES,
    *sentences_beside.SENTENCES,
    *sentences_people.SENTENCES,
    *sentences_qualify.SENTENCES,
)


@pytest.mark.parametrize(("reason", "sentence"), SENTENCES, ids=lambda value: type(value).__name__)
def test_a_refusal_in_words(reason: AnyRefusal, sentence: str) -> None:
    assert refusal(ENGLISH, reason, BERLIN) == sentence


def test_every_refusal_has_its_sentence() -> None:
    assert {type(reason) for reason, _ in SENTENCES} == set(get_args(AnyRefusal))


def test_several_reasons_are_several_sentences() -> None:
    reasons = (step.StepNotFinished(step=1, left=Duration(1)), check.CheckMissing())
    assert refusals(ENGLISH, reasons) == (
        "Step 1 has 1 s left; going up earlier needs a prescriber order. "
        "No check was recorded since the pump was confirmed running; record one."
    )


def test_without_a_zone_a_time_of_day_says_that_it_is_utc() -> None:
    assert refusal(ENGLISH, pump.PumpAlreadyStopped(since=TEN)) == (
        "The pump is reported stopped already, since 09:42:12 UTC."
    )
