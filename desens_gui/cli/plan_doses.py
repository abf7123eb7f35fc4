"""The plan of single doses on the command line: what may be given, and how it is written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desens_gui.cli.plan_options import Unusable
from desens_gui.domain.plan.dose_plan import DoseInputs, DosePlan, MadeStock
from desens_gui.domain.plan.resolve_doses import own_target
from desens_gui.domain.protocol.doses import DoseProtocol
from desens_gui.domain.quantities import Amount
from desens_gui.handover.dose_plan_table import dose_plan_json, doses_csv
from desens_gui.handover.dose_plan_text import dose_plan_text
from desens_gui.wording.typed import Unreadable, parse_amount, parse_concentration, unreadable_sentence
from desens_gui.wording.words import Words

FOR_BAGS = (
    "bag",
    "final_rate",
    "scale_rates",
    "last_bag",
    "only",
    "line",
    "connection",
    "explain",
    "round_rates",
)


def add_dose_changes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--stock",
        action="append",
        default=[],
        metavar='N="STRENGTH"',
        help='single doses: the concentration really made, 1="1000 units/mL"',
    )
    parser.add_argument("--then", metavar="DOSE", help="single doses: the therapeutic dose that follows")


def dose_inputs(args: Namespace, protocol: DoseProtocol, words: Words) -> DoseInputs:
    """The inputs as typed; Unusable for the first thing that cannot be read or has no place here."""
    for name in FOR_BAGS:
        if getattr(args, name):
            option = f"--{name.replace('_', '-')}"
            raise Unusable(
                words("{option}: {title} has no bags; leave it out.", option=option, title=protocol.title)
            )
    return DoseInputs(
        protocol=protocol,
        drug=args.drug,
        target=_target(args.dose, protocol, words),
        stocks=tuple(_stock(text, words) for text in args.stock),
        follow_on=_amount(args.then, words("Therapeutic dose"), words) if args.then else None,
    )


def written_doses(plan: DosePlan, style: str, words: Words) -> str:
    match style:
        case "json":
            return dose_plan_json(plan)
        case "csv":
            return doses_csv(plan)
        case _:
            return dose_plan_text(plan, words)


def _target(typed: str | None, protocol: DoseProtocol, words: Words) -> Amount:
    """As typed; else what the protocol's own doses come to."""
    own = own_target(protocol)
    if typed is not None:
        return _amount(typed, words("Dose"), words)
    if own is None:
        raise Unusable(words("Dose: this protocol needs one; write for example --dose “2000 mg”."))
    return own


def _amount(text: str, field: str, words: Words) -> Amount:
    read = parse_amount(text)
    if isinstance(read, Unreadable):
        raise Unusable(unreadable_sentence(read, field, words))
    return read


def _stock(text: str, words: Words) -> MadeStock:
    number, equals, made = text.partition("=")
    if not equals or not number.strip().isdecimal():
        raise Unusable(
            words("Concentration: “{text}” cannot be read; write it like 1=“1000 units/mL”.", text=text)
        )
    strength = parse_concentration(made)
    if isinstance(strength, Unreadable):
        raise Unusable(
            unreadable_sentence(strength, words("Concentration {stock}", stock=int(number)), words)
        )
    return MadeStock(number=int(number), concentration=strength)
