"""B: allergies and first reactions, protocol and bags, who ordered, who checked."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.protocol.protocol import Protocol, Status
from desens_gui.handover.document import Beside, Paragraph, Run, Section, Titled
from desens_gui.handover.head import allergy_line
from desens_gui.handover.told import Told
from desens_gui.wording.numbers import amount, concentration, volume
from desens_gui.wording.orders import order_line
from desens_gui.wording.plain import plain


def background(told: Told) -> Section:
    words = told.words
    block = Beside(
        left=Titled(title=words("Background"), paragraphs=tuple(_left(told))),
        right=Titled(title=words("Bags"), paragraphs=tuple(_bags(told))),
    )
    return Section(letter="B", title="", blocks=(block,))


def _left(told: Told) -> Iterator[Paragraph]:
    words, state = told.words, told.state
    for allergy in state.patient.allergies if state.patient is not None else ():
        yield _said(words("Allergy: {allergy}", allergy=allergy_line(allergy)))
    for seen in state.orders:
        time = told.hh_mm(seen.at_ns)
        yield _said(words("{time} {order}", time=time, order=order_line(words, seen.order)))
    if state.second_person_reason is not None:
        yield _said(words("Second person: none ({reason})", reason=plain(state.second_person_reason)))
    if state.plan is not None:
        yield from _protocol(told, state.plan.inputs.protocol)
    if state.policy is not None:
        policy = state.policy
        text = words(
            "Policy: {title}, revision {revision}", title=plain(policy.title), revision=policy.revision
        )
        yield _said(text, quiet=True)


def _protocol(told: Told, protocol: Protocol) -> Iterator[Paragraph]:
    words = told.words
    status = {
        Status.VERIFIED: words("verified: numbers read in the sources"),
        Status.RECALLED: words("recalled: not read in any source"),
    }
    yield _said(
        words(
            "Protocol: {title}, revision {revision}, {status}",
            title=plain(protocol.title),
            revision=protocol.revision,
            status=status[protocol.status],
        )
    )
    if protocol.sources:
        sources = "; ".join(plain(source.title) for source in protocol.sources)
        yield _said(words("Sources: {sources}", sources=sources), quiet=True)


def _bags(told: Told) -> Iterator[Paragraph]:
    words, plan = told.words, told.state.plan
    for bag in plan.bags if plan is not None else ():
        yield _said(
            words(
                "Bag {bag}: {drug} in {volume}, {strength}",
                bag=bag.number,
                drug=amount(bag.drug, words),
                volume=volume(bag.volume),
                strength=concentration(bag.concentration, words),
            )
        )


def _said(text: str, *, quiet: bool = False) -> Paragraph:
    """quiet: smaller as well."""
    return Paragraph((Run(text=text, quiet=quiet),), small=quiet)
