"""What is written is what is read, for every kind; anything else is refused by name."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desens_gui.domain.events.check import NoteRecorded
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.reaction import ReactionCalled
from desens_gui.domain.events.setup import PlanSet, PolicySet
from desens_gui.domain.events.step import StepStarted
from desens_gui.domain.instants import Utc
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.protocol.about import About
from desens_gui.domain.quantities import Amount, DoseUnit, Duration, Rate, Volume
from desens_gui.storage.canonical import canonical
from desens_gui.storage.codec import decode, encode, kind_of, kinds
from desens_gui.storage.problems import Altered, UnknownNewer, Why
from desens_gui.storage.upcasting import UPCASTERS, Plain
from desens_gui.system.policies import load_policy
from tests.storage.facts import AT, anything, filled, note, opened

STEP = StepStarted(step=3, bag=1, rate_ml_h=Rate.of("2.5"), at=AT)
WRITTEN = '{"at":"2026-11-22T10:42:12Z","bag":1,"rate_ml_h":"2.5","step":3}'


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len(kinds()) == len(get_args(Event))
    assert all(kind.rpartition("/")[2].isdigit() for kind in kinds())


@pytest.mark.parametrize("kind", kinds())
def test_written_and_read_again_is_equal_for_every_kind(kind: str) -> None:
    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(anything(kinds()[kind]))
    def holds(event: Event) -> None:
        payload = encode(event)
        again = decode(kind_of(event), payload)
        assert again == event
        assert encode(again) == payload
        assert payload == json.dumps(
            json.loads(payload), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )

    holds()


def test_a_fact_in_full() -> None:
    assert kind_of(STEP) == "step_started/1"
    assert encode(STEP) == WRITTEN
    assert decode("step_started/1", WRITTEN) == STEP


def test_drug_amounts_carry_their_unit() -> None:
    called = ReactionCalled(
        step=4,
        step_elapsed_s=Duration.of("12.5"),
        step_volume_ml=Volume.of("0.3"),
        step_dose=Amount.of("640000 units"),
        given=Amount.of("12.5 mg"),
    )
    assert '"given":"12.5 mg"' in encode(called)
    assert '"step_dose":"640000 units"' in encode(called)
    assert decode(kind_of(called), encode(called)) == called


@given(st.fractions(0, 10**6), st.sampled_from(DoseUnit))
def test_a_settled_value_is_the_value_that_is_read(value: Fraction, unit: DoseUnit) -> None:
    amount = Amount(value, unit).settled()
    called = ReactionCalled(
        step=None,
        step_elapsed_s=Duration(0),
        step_volume_ml=Volume(value).settled(),
        step_dose=None,
        given=amount,
    )
    assert decode(kind_of(called), encode(called)) == called


@pytest.mark.parametrize("rate", [Rate(Fraction(1, 3)), Rate(Fraction(1, 2**20)), Rate(10**16)])
def test_a_value_that_its_text_would_not_bring_back_is_not_written(rate: Rate) -> None:
    with pytest.raises(ValueError, match=r"settled|decimal"):
        encode(StepStarted(step=1, bag=1, rate_ml_h=rate, at=AT))


def test_a_type_without_a_place_in_the_record_is_not_written() -> None:
    stray = msgspec.structs.replace(STEP, rate_ml_h=Fraction(1))
    with pytest.raises(NotImplementedError, match="Fraction has no place"):
        encode(stray)


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownNewer) as caught:
        decode("step_started/2", WRITTEN)
    assert caught.value.names == ("step_started/2",)


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(UnknownNewer) as caught:
        decode("step_started/1", WRITTEN.replace('"step"', '"setp":1,"step"'))
    assert caught.value.names == ("step_started/1: setp",)


def test_unknown_fields_are_named_at_any_depth() -> None:
    payload = json.loads(encode(filled(kinds()["plan_set/2"])))
    payload["inputs"]["protocol"]["steps"][0]["colour"] = "blue"
    payload["inputs"]["shape"] = "round"
    with pytest.raises(UnknownNewer) as caught:
        decode("plan_set/2", canonical(payload))
    assert set(caught.value.names) == {"plan_set/2: colour", "plan_set/2: shape"}


def test_the_kind_has_no_place_inside() -> None:
    with pytest.raises(UnknownNewer) as caught:
        decode("step_started/1", WRITTEN.replace("}", ',"type":"step_started/1"}'))
    assert caught.value.names == ("step_started/1: type",)


def test_half_a_character_is_not_written() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        encode(note("\ud83d"))


BAD_STEPS = {
    "float for a decimal": WRITTEN.replace('"2.5"', "2.5"),
    "trailing zero": WRITTEN.replace("2.5", "2.50"),
    "exponent": WRITTEN.replace("2.5", "25e-1"),
    "float for an integer": WRITTEN.replace(":3}", ":3.0}"),
    "NaN": WRITTEN.replace(":3}", ":NaN}"),
    "text for an integer": WRITTEN.replace(":3}", ':"3"}'),
    "the same key twice": WRITTEN.replace('"bag":1', '"bag":2,"bag":1'),
    "another order": '{"bag":1,"at":"2026-11-22T10:42:12Z","rate_ml_h":"2.5","step":3}',
    "a blank": WRITTEN.replace(",", ", "),
    "an escape that need not be": WRITTEN.replace("bag", "b\\u0061g"),
    "a field missing": WRITTEN.replace(',"step":3', ""),
    "another zone": WRITTEN.replace("10:42:12Z", "11:42:12+01:00"),
    "a time that is none": WRITTEN.replace("10:42:12Z", "10:99:12Z"),
    "a time as number": WRITTEN.replace('"2026-11-22T10:42:12Z"', "5"),
    "cut short": WRITTEN[:-1],
    "no object": "[]",
    "damaged text": WRITTEN.replace("bag", "b\udcffg"),
}


@pytest.mark.parametrize("payload", BAD_STEPS.values(), ids=BAD_STEPS.keys())
def test_what_would_not_be_written_so_is_not_read(payload: str) -> None:
    with pytest.raises(Altered) as caught:
        decode("step_started/1", payload)
    assert caught.value.why is Why.FORM


def test_a_default_must_stand_in_the_file() -> None:
    assert encode(note()) == '{"at":"2026-11-22T10:42:12Z","text":"dressing changed"}'
    without = encode(opened()).replace(',"zone":"Europe/Berlin"', "")
    with pytest.raises(Altered):
        decode("session_opened/1", without)


def _note_0(old: Plain) -> tuple[str, Plain]:
    return "note_recorded/1", {"text": old["words"], "at": "2026-11-22T10:42:12Z"}


def _note_older(old: Plain) -> tuple[str, Plain]:
    return "note_recorded/0", {"words": old["w"]}


OLD_KINDS = {"note_recorded/0": _note_0, "note_recorded/older": _note_older}


def test_old_kinds_are_read_as_the_newest() -> None:
    assert set(UPCASTERS) == {"plan_set/1", "policy_set/1"}
    wanted = NoteRecorded(text="hello", at=Utc.of("2026-11-22T10:42:12Z"))
    assert decode("note_recorded/0", '{"words":"hello"}', OLD_KINDS) == wanted
    assert decode("note_recorded/older", '{"w":"hello"}', OLD_KINDS) == wanted


@pytest.mark.parametrize(
    "payload",
    [
        '{"words":"a","words":"b"}',
        '{"words": "a"}',
        '{"words":"a","n":1.5}',
        '{"words":NaN}',
        "[]",
        "{",
        "[" * 10**5,
    ],
)
def test_old_kinds_are_read_as_strictly(payload: str) -> None:
    with pytest.raises(Altered):
        decode("note_recorded/0", payload, OLD_KINDS)


@pytest.mark.parametrize("at", ["2026-11-22T10:42:12.000Z", "2026-11-22T10:42:12.5Z"])
def test_an_old_kind_says_what_its_text_says_or_is_refused(at: str) -> None:
    """A value that would be read as another text is no value that the old program wrote."""
    kinds = {"note_recorded/0": lambda old: ("note_recorded/1", old)}
    with pytest.raises(Altered):
        decode("note_recorded/0", f'{{"at":"{at}","text":"x"}}', kinds)


def test_a_field_that_the_newer_kind_does_not_know_is_named() -> None:
    written = json.loads(encode(filled(PlanSet)))
    written["inputs"]["protocol"]["more"] = "x"
    with pytest.raises(UnknownNewer) as caught:
        decode("plan_set/1", canonical(written))
    assert any("more" in name for name in caught.value.names)


def test_lists_of_an_old_kind_are_read_whole() -> None:
    written = json.loads(encode(filled(PlanSet)))
    assert decode("plan_set/1", canonical(written)) == filled(PlanSet)


def test_a_plan_of_the_first_kind_is_read_as_one_without_changes() -> None:
    """Kept files hold the first kind; what it could not say is as it was: nothing changed, nothing known."""
    newest = filled(PlanSet)
    written = json.loads(encode(newest))
    del written["held"]
    for name in ("bags", "final_rate", "rates", "last_bag"):
        del written["inputs"][name]
    for name in ("about", "ramps"):
        del written["inputs"]["protocol"][name]
    read = decode("plan_set/1", canonical(written))
    assert isinstance(read, PlanSet)
    assert read.held == HeldAgainst()
    assert read.inputs.bags == ()
    assert read.inputs.protocol.about == About()
    assert read.table == newest.table


def test_a_policy_of_the_first_kind_gets_the_minutes_of_a_second_person() -> None:
    from_first = json.loads(encode(PolicySet(policy=load_policy())))
    for added in ("second_person_valid_s", "fev1_risk_below_percent", "weight_change_percent"):
        del from_first["policy"][added]
    from_first["policy"].pop("checklist")
    policy = decode("policy_set/1", canonical(from_first))
    assert isinstance(policy, PolicySet)
    assert policy.policy.second_person_valid == Duration.minutes(5)
    with pytest.raises(Altered):
        decode("policy_set/1", '{"policy":3}')
