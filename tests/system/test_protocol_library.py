"""Every shipped protocol is whole, agrees with its print, and is verified only where numbers were read."""

from __future__ import annotations

import json
import tomllib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import fields

from desens_gui.domain.plan.printed import CellDiffers, PrintedColumn
from desens_gui.domain.protocol.about import Certainty, ProtocolKind, Status, ToleranceKind
from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.domain.protocol.protocol import Protocol
from desens_gui.domain.quantities import Amount
from desens_gui.system.protocol_check import check_protocol, example_target
from desens_gui.system.protocol_file import DoseFile, InfusionFile, names
from desens_gui.system.protocol_schema import schema, schema_text
from desens_gui.system.protocols import dose_protocol_ids, library, load_any, protocol_ids
from desens_gui.system.resources import resource

PRINTED = Path(__file__).resolve().parents[1] / "data" / "printed"
EVERY = (*protocol_ids(), *dose_protocol_ids())
VERIFIED = {
    "rdd-3bag-12step",
    "lrdp-13dose",
    "penicillin-oral-14dose",
    "aspirin-aerd-90min",
    "aspirin-rapid",
    "tmp-smx-6dose",
    "insulin-glargine-2day",
    "challenge-2step",
}


def shipped(name: str) -> Path:
    folder = ("doses",) if name in dose_protocol_ids() else ()
    return resource("protocols", *folder, f"{name}.toml")


def parts(protocol: Protocol | DoseProtocol) -> list[tuple[str, ...]]:
    """The sources of every dose, rate and interval."""
    if isinstance(protocol, DoseProtocol):
        entries: tuple[Any, ...] = (*protocol.stocks, *protocol.doses)
    else:
        entries = (*protocol.bags, *protocol.steps, *protocol.ramps)
    return [entry.sources for entry in entries]


@pytest.mark.parametrize("name", EVERY)
def test_every_number_names_a_described_source(name: str) -> None:
    protocol = load_any(name)
    described = {source.key for source in protocol.sources}
    assert protocol.id == name
    assert protocol.about.reactions, "whom it is for"
    for named in parts(protocol):
        assert named
        assert set(named) <= described


@pytest.mark.parametrize("name", sorted(VERIFIED))
def test_what_is_verified_was_read_and_not_only_remembered(name: str) -> None:
    protocol = load_any(name)
    read = {source.key for source in protocol.sources if source.certainty is Certainty.READ}
    assert all(read.intersection(named) for named in parts(protocol))
    for source in protocol.sources:
        if source.certainty is Certainty.READ:
            assert source.where.startswith(("https://", "http://")), source.key


def test_nothing_else_is_verified() -> None:
    assert {protocol.id for protocol in library() if protocol.status is Status.VERIFIED} == VERIFIED


@pytest.mark.hazard("H-08")
@pytest.mark.requirement("R-S15-1")
def test_a_graded_challenge_induces_no_tolerance() -> None:
    challenges = [each for each in library() if each.kind is ProtocolKind.CHALLENGE]
    assert len(challenges) == 3
    for protocol in challenges:
        assert protocol.about.tolerance is not None
        assert protocol.about.tolerance.kind is ToleranceKind.NONE


@pytest.mark.parametrize("name", EVERY)
def test_every_shipped_protocol_makes_a_plan_and_agrees_with_its_print(name: str) -> None:
    checked = check_protocol(name)
    assert checked.problems == ()
    expected = () if name != "amiodarone-11dose" else ((PrintedColumn.CUMULATIVE, 11, "150"),)
    assert tuple((each.column, each.row, each.printed) for each in cells(checked.differences)) == expected


def cells(found: tuple[Any, ...]) -> list[CellDiffers]:
    assert all(isinstance(each, CellDiffers) for each in found)
    return list(found)


@pytest.mark.parametrize(
    ("name", "slips"),
    [
        ("oral-penicillin-vk-mg", []),
        ("insulin-pump-2day", []),
        ("penicillin-g-syringes", []),
        (
            "oral-beta-lactam-mksap",
            [
                (4, "0.35", "0.75"),
                (5, "0.75", "1.55"),
                (6, "1.55", "3.15"),
                (7, "3.15", "6.35"),
                (8, "6.35", "12.35"),
            ],
        ),
        ("lrdp-13dose", [(1, "0.325", "0.3125"), (7, "4", "3.96875"), (12, "128", "127.96875")]),
        ("ceftazidime-2000", [(3, "2000", "1984.26")]),
    ],
)
def test_the_validator_finds_exactly_the_slips_of_a_print(
    name: str, slips: list[tuple[int, str, str]]
) -> None:
    found = cells(check_protocol(str(PRINTED / f"{name}.toml")).differences)
    assert [(each.row, each.printed, str(float(each.computed))) for each in found] == slips


def test_the_syringes_rise_as_the_print_says() -> None:
    protocol = load_any(str(PRINTED / "penicillin-g-syringes.toml"))
    assert isinstance(protocol, DoseProtocol)
    amounts = [dose.amount for dose in protocol.doses if dose.amount is not None]
    assert all(Fraction(3, 2) <= after.ratio(before) <= 2 for before, after in pairwise(amounts))


def test_a_print_whose_plan_cannot_be_made_is_held_against_nothing(tmp_path: Path) -> None:
    text = shipped("rdd-3bag-12step").read_text("utf-8").replace('dose = "2000 mg"', 'dose = "0 mg"')
    own = tmp_path / "own.toml"
    own.write_text(text, "utf-8")
    checked = check_protocol(str(own))
    assert len(checked.differences) == 3
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace("bag = 3, volume_ml = 250", "bag = 3, volume_ml = 5"), "utf-8")
    assert check_protocol(str(broken)).problems


def test_the_example_dose_counts_as_the_protocol_does() -> None:
    assert example_target(load_any("penicillin-oral-14dose")) == Amount.of("1296700 units")
    assert example_target(load_any("lrdp-13dose")).unit == "mg"
    assert example_target(load_any("challenge-2step")).unit == "mg"


# ---- the published schema


def test_the_published_schema_is_the_one_made_from_the_shape() -> None:
    """If not: write `schema_text()` of desens_gui.system.protocol_schema into it."""
    assert resource("protocols", "protocol.schema.json").read_text("utf-8") == schema_text()


def test_it_is_a_schema_and_names_every_field() -> None:
    whole = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(whole)
    for kind in (InfusionFile, DoseFile):
        assert tuple(whole["$defs"][kind.__name__]["properties"]) == names(kind)
        assert whole["$defs"][kind.__name__]["additionalProperties"] is False
        assert len(names(kind)) == len(fields(kind))


VALIDATOR = jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize(
    "path", [*map(shipped, EVERY), *sorted(PRINTED.glob("*.toml"))], ids=lambda path: path.stem
)
def test_every_protocol_file_passes_it(path: Path) -> None:
    VALIDATOR.validate(tomllib.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "doses"', 'kind = "infusion-bags"'),
        ('route = "oral"', 'route = "ear"'),
        ("dose = 1,", "dose = 0,"),
        ('amount = "0.02 mg"', 'amount = "0.02 g"'),
        ("wait_min = 60", 'wait_min = "60"'),
        ("revision = 1", "revision = 1\ncolour = 3"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(old: str, new: str) -> None:
    text = shipped("tmp-smx-6dose").read_text("utf-8")
    assert old in text
    assert not VALIDATOR.is_valid(tomllib.loads(text.replace(old, new, 1)))
