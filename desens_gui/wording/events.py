"""Every fact of a record as one line, for the event list and the paper."""

from __future__ import annotations

from typing import assert_never

from desens_gui.domain.events.every import (
    AlarmEvent,
    CheckEvent,
    EndingEvent,
    Event,
    PartEvent,
    PeopleEvent,
    PumpEvent,
    QualifyEvent,
    ReactionEvent,
    RestartEvent,
    SetupEvent,
    StepEvent,
)
from desens_gui.domain.recorded import Recorded
from desens_gui.wording.alarms import alarm_event
from desens_gui.wording.events_check import check_event
from desens_gui.wording.events_end import ending_event, reaction_event
from desens_gui.wording.events_people import people_event
from desens_gui.wording.events_pump import pump_event, restart_event
from desens_gui.wording.events_qualify import qualify_event
from desens_gui.wording.events_setup import setup_event
from desens_gui.wording.events_step import step_event
from desens_gui.wording.parts import part_event
from desens_gui.wording.words import Words


def event_line(words: Words, recorded: Recorded[Event]) -> str:
    """What happened; neither when nor by whom. Times within it are in the session's display zone."""
    event, alone = recorded.event, recorded.second_person is None
    if isinstance(event, SetupEvent):
        return setup_event(words, event, alone=alone)
    if isinstance(event, QualifyEvent):
        return qualify_event(words, event)
    if isinstance(event, PumpEvent):
        return pump_event(words, event, alone=alone)
    if isinstance(event, StepEvent):
        return step_event(words, event)
    if isinstance(event, CheckEvent):
        return check_event(words, event)
    if isinstance(event, ReactionEvent):
        return reaction_event(words, event, recorded.zone_offset_min)
    if isinstance(event, EndingEvent):
        return ending_event(words, event)
    return _around(words, event, recorded.zone_offset_min)


def _around(
    words: Words, event: RestartEvent | AlarmEvent | PartEvent | PeopleEvent, zone_offset_min: int
) -> str:
    """What happened to the program and the record, not at the chair."""
    if isinstance(event, RestartEvent):
        return restart_event(words, event, zone_offset_min)
    if isinstance(event, AlarmEvent):
        return alarm_event(words, event)
    if isinstance(event, PartEvent):
        return part_event(words, event)
    if isinstance(event, PeopleEvent):
        return people_event(words, event, zone_offset_min)
    assert_never(event)


def late_entry(words: Words, line: str) -> str:
    """The line of something that was reported late."""
    return words("Late entry: {line}", line=line)


def entered_in_error(words: Words, line: str) -> str:
    """The line of something struck out; whoever draws it strikes it through as well."""
    return words("Entered in error: {line}", line=line)
