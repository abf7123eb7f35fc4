"""Facts about pump and bags, one line each. What was reported is never worded as done by the program."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import PumpEvent, RestartEvent
from desens_gui.domain.events.pump import (
    BagChangeBegun,
    BagDoubleChecked,
    IvSite,
    IvSiteSeen,
    LabelRead,
    PumpReportedRunning,
    PumpReportedStopped,
    RateSetReported,
    SetConnected,
)
from desens_gui.domain.events.restart import AwayAnswered, ProgramResumed
from desens_gui.domain.quantities import Duration
from desens_gui.wording.moments import hour_minute_second
from desens_gui.wording.numbers import concentration, duration_words, rate, volume
from desens_gui.wording.pauses import pump_meanwhile
from desens_gui.wording.refusals_pump import connection_name
from desens_gui.wording.sentences import lowered
from desens_gui.wording.words import Words


def pump_event(words: Words, event: PumpEvent, *, alone: bool) -> str:
    """alone: nobody else took part."""
    match event:
        case PumpReportedRunning(rate_ml_h=shown, bag=bag):
            return words("Pump reported running at {rate}, bag {bag}", rate=rate(shown), bag=bag)
        case PumpReportedStopped():
            return words("Pump reported stopped")
        case RateSetReported(rate_ml_h=shown):
            return words("Rate set on the stopped pump: {rate}", rate=rate(shown))
        case LabelRead(label=label):
            return words(
                "Label of bag {bag} read, {concentration}: all values match",
                bag=label.bag,
                concentration=concentration(label.concentration, words),
            )
        case SetConnected(connection=connection, primed_with_bag=bag):
            return words(
                "Connected: {connection}, primed with bag {bag}",
                connection=lowered(words, connection_name(words, connection)),
                bag=bag,
            )
        case BagDoubleChecked():
            return _double_check(words, event, alone=alone)
        case IvSiteSeen(site=site):
            return iv_site(words, site)
        case BagChangeBegun():
            return _bag_change(words, event)
        case _:
            assert_never(event)


def _bag_change(words: Words, event: BagChangeBegun) -> str:
    if event.from_bag is None:
        return words("Hang bag {bag} for step {step}", bag=event.to_bag, step=event.to_step)
    return words(
        "Go up to step {step}: bag change, {old} to {bag}",
        step=event.to_step,
        old=event.from_bag,
        bag=event.to_bag,
    )


def _double_check(words: Words, event: BagDoubleChecked, *, alone: bool) -> str:
    reading = event.reading
    read = f"{rate(reading.rate_ml_h)}, {concentration(reading.concentration, words)}"
    if alone:
        return words("Bag {bag} read again blind, no second person: {read}", bag=reading.bag, read=read)
    return words("Independent double check of bag {bag}: {read}", bag=reading.bag, read=read)


def iv_site(words: Words, site: IvSite) -> str:
    names = {
        IvSite.WELL: words("IV site: no swelling, no pain"),
        IvSite.NOT_WELL: words("IV site: not well"),
        IvSite.CHANGED: words("IV site: changed"),
    }
    return names[site]


def restart_event(words: Words, event: RestartEvent, zone_offset_min: int) -> str:
    match event:
        case ProgramResumed(away_ms=away_ms):
            away = duration_words(Duration.ns(away_ms * 1_000_000), words)
            return words("Program was away {away}", away=away)
        case AwayAnswered():
            return _answered(words, event, zone_offset_min)
        case _:
            assert_never(event)


def _answered(words: Words, event: AwayAnswered, zone_offset_min: int) -> str:
    """ "While the program was away, the pump: stopped 10:40:00; pump reported stopped"."""
    did = pump_meanwhile(words, event.meanwhile)
    if event.keep_open_ml_h is not None:
        did = f"{did} {rate(event.keep_open_ml_h)}"
    if event.at is not None:
        did = f"{did} {hour_minute_second(event.at.us, zone_offset_min)}"
    parts = [did]
    if event.total_ml is not None:
        parts.append(words("the pump's total is {volume}", volume=volume(event.total_ml)))
    if not event.running:
        parts.append(words("pump reported stopped"))
    elif event.rate_ml_h is not None:
        parts.append(words("pump reported running at {rate}", rate=rate(event.rate_ml_h)))
    else:
        parts.append(words("pump reported running"))
    return words("The pump while the program was away: {answer}", answer="; ".join(parts))
