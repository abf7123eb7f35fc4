"""R: what is outstanding, what holds for the next dose, and who signs."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.course.outstanding import Outstanding, Waiting, outstanding
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.pump import BagDoubleChecked
from desens_gui.handover.document import Numbered, Section
from desens_gui.handover.signature_boxes import signatures
from desens_gui.handover.told import Told
from desens_gui.wording.endings import not_desensitized
from desens_gui.wording.plain import plain


def recommendation(told: Told) -> Section:
    words = told.words
    items = (*_outstanding(told), *_without_name(told), *_next_dose(told))
    blocks = (*((Numbered(items),) if items else ()), signatures(told))
    note = words("outstanding")
    return Section(letter="R", title=words("Recommendation"), note=note, whole=True, blocks=blocks)


def _outstanding(told: Told) -> Iterator[str]:
    words = told.words
    found = [each for each in outstanding(told.course) if each.what is not Waiting.UNIDENTIFIED]
    bags = [each for each in found if each.what is Waiting.BAG_CO_SIGN and not each.who]
    for each in found:
        time = "" if each.at_ns is None else told.hh_mm(each.at_ns)
        match each.what:
            case Waiting.NOT_ENDED:
                yield words("The session has not ended: take it over at the chair, not from this page.")
            case Waiting.AWAY_NOT_ANSWERED:
                yield words("Program away since {time}: what the pump did is not answered.", time=time)
            case Waiting.PLAN_CO_SIGN | Waiting.BAG_CO_SIGN if each.who:
                yield words(
                    "Co-sign by {who}: double check confirmed by telephone, {time}.",
                    who=plain(each.who),
                    time=time,
                )
            case Waiting.PLAN_CO_SIGN:
                yield words("Co-sign: plan read twice by one person, {time}.", time=time)
            case Waiting.BAG_CO_SIGN if each is bags[0]:
                yield words(
                    "Co-sign: {bags} read twice by one person.",
                    bags=", ".join(_bag(told, bag) for bag in bags),
                )
            case Waiting.BAG_CO_SIGN:
                pass
            case Waiting.ORDER_CO_SIGN:
                yield words(
                    "Prescriber's signature: telephone order of {who}, {time}.",
                    who=plain(each.who),
                    time=time,
                )
            case Waiting.FOLLOW_UP:
                due = "" if each.at_ns is None else told.day_and_time(each.at_ns)
                yield words("Follow-up at 24 h, {due}: by your site's form.", due=due)
            case _:
                yield words("Late rash: ask for it in the days after, by your site's form.")


def _without_name(told: Told) -> Iterator[str]:
    """Entries by somebody who was not signed in, all in one line."""
    found = [each.seq for each in outstanding(told.course) if each.what is Waiting.UNIDENTIFIED]
    if found:
        numbers = ", ".join(map(str, found))
        yield told.words("Name: made without signing in, entries {numbers}.", numbers=numbers)


def _bag(told: Told, each: Outstanding) -> str:
    checks = ((row, event) for row, event in told.rows() if isinstance(event, BagDoubleChecked))
    row, event = next((row, event) for row, event in checks if row.seq == each.seq)
    return told.words("bag {bag} ({time})", bag=event.reading.bag, time=told.hh_mm(row.at_ns))


def _next_dose(told: Told) -> Iterator[str]:
    """Nothing after a death (SAFETY S23), nothing while the session goes on."""
    words, ending = told.words, told.state.ending
    if ending is None or ending is Ending.DIED:
        return
    if ending is Ending.COMPLETED:
        yield words("Next dose: by when and how is the prescriber's to say; no limit is worked out here.")
    else:
        yield words("Next dose: the prescriber's to say. {line}.", line=not_desensitized(words))
    yield words("Premedication and skin tests are not desensitization. The allergy label stays.")
