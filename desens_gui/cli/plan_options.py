"""What may be changed of a protocol on the command line: bags as made, final rate, rule of the last bag."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desens_gui.domain.plan.inputs import CompoundedBag, FinalRate, PlanInputs, RateScale
from desens_gui.domain.protocol.protocol import LastBag, Protocol
from desens_gui.wording.typed import Unreadable, parse_amount, parse_rate, parse_volume, unreadable_sentence
from desens_gui.wording.words import Words

RULES = (LastBag.CORRECTED.value, LastBag.UNCORRECTED.value)


class Unusable(Exception):
    """What was typed cannot be read; its text is a sentence for the person who typed it."""


def add_changes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--bag",
        action="append",
        default=[],
        metavar='N="VOLUME[,DRUG]"',
        help='what was really made of a bag: 1="50 mL,1.5 mg" or 3="250 mL"; once for each bag',
    )
    parser.add_argument("--final-rate", metavar="RATE", help='rate of the last step: "75 mL/h"')
    parser.add_argument(
        "--scale-rates", action="store_true", help="with --final-rate: every rate in proportion"
    )
    parser.add_argument("--last-bag", choices=RULES, help="which rule the last bag follows")


def changed_inputs(args: Namespace, protocol: Protocol, words: Words) -> PlanInputs:
    """The inputs as typed; Unusable for the first thing that cannot be read or has no place here."""
    target = parse_amount(args.dose or "")
    if isinstance(target, Unreadable):
        raise Unusable(unreadable_sentence(target, words("Dose"), words))
    if args.stock or args.then:
        raise Unusable(
            words("--stock and --then: {title} has no single doses; leave them out.", title=protocol.title)
        )
    if args.scale_rates and not args.final_rate:
        raise Unusable(words("Final rate: --scale-rates needs it; write for example --final-rate “75 mL/h”."))
    return PlanInputs(
        protocol=protocol,
        drug=args.drug,
        target=target,
        bags=tuple(_bag(text, words) for text in args.bag),
        final_rate=_final_rate(args, words),
        last_bag=LastBag(args.last_bag) if args.last_bag else None,
    )


def _bag(text: str, words: Words) -> CompoundedBag:
    number, equals, made = text.partition("=")
    if not equals or not number.strip().isdecimal():
        raise Unusable(
            words("Bag: “{text}” cannot be read; write it like 1=“50 mL,1.5 mg” or 3=“250 mL”.", text=text)
        )
    first, comma, second = made.partition(",")
    field = words("Bag {bag}", bag=int(number))
    volume = parse_volume(first)
    if isinstance(volume, Unreadable):
        raise Unusable(unreadable_sentence(volume, field, words))
    drug = parse_amount(second) if comma else None
    if isinstance(drug, Unreadable):
        raise Unusable(unreadable_sentence(drug, field, words))
    return CompoundedBag(number=int(number), volume=volume, drug=drug)


def _final_rate(args: Namespace, words: Words) -> FinalRate | None:
    if not args.final_rate:
        return None
    rate = parse_rate(args.final_rate)
    if isinstance(rate, Unreadable):
        raise Unusable(unreadable_sentence(rate, words("Final rate"), words))
    return FinalRate(rate=rate, scale=RateScale.EVERY_STEP if args.scale_rates else RateScale.LAST_STEP)
