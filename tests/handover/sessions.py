"""Sessions whose reports are looked at, each worked out once."""

from __future__ import annotations

from functools import cache

from desens_gui.course.so_far import CourseSoFar, course_of
from desens_gui.domain.commands.check import RecordEarlySign, RecordMedication, RecordNote
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.pump import ReportPumpRunning, ReportPumpStopped
from desens_gui.domain.commands.reaction import CallReaction, EnterReactionInError
from desens_gui.domain.commands.restart import AnswerAway, ResumeProgram
from desens_gui.domain.commands.step import Pause, Resume, StayOnStep
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.restart import PumpMeanwhile
from desens_gui.domain.events.setup import PatientIdentified
from desens_gui.domain.events.step import PauseReason
from desens_gui.domain.findings import Consciousness
from desens_gui.domain.patient import Allergy
from desens_gui.domain.prescribing import OrderFor
from desens_gui.domain.recorded import PROGRAM
from desens_gui.handover.document import (
    Beside,
    Boxes,
    Diagram,
    Numbered,
    Paragraph,
    Report,
    Table,
    Titled,
)
from desens_gui.handover.origin import Origin
from desens_gui.handover.report import report
from desens_gui.handover.told import Told
from desens_gui.wording.words import ENGLISH
from tests import courses
from tests.courses import at_step, told_rate
from tests.driving import MINUTE, Chair, order, patient

MADE_US = 1_795_372_860_000_000  # 2026-11-22 18:41 UTC
FILE = "2026-11-22-k7f3m2xq.desens"


@cache
def _completed() -> Chair:
    return courses.completed()


def completed() -> Chair:
    return _completed().copy()


@cache
def _reacted() -> Chair:
    chair = at_step(9)
    chair.wait(11 * MINUTE)
    chair.do(CallReaction())
    chair.wait(5)
    chair.do(ReportPumpStopped())
    chair.wait(MINUTE)
    chair.check(
        new={"skin": "hives", "chest": "wheeze"}, heart_rate=128, sbp=84, dbp=None, spo2=89, oxygen=True
    )
    chair.do(RecordMedication(drug="EPINEPHrine", dose="0.5 mg", route="IM"))
    chair.wait(10 * MINUTE)
    chair.check(consciousness=Consciousness.CONFUSED, resp_rate=None, temp="38.4")
    chair.do(StopToday(ending=Ending.STOPPED_REACTION, words="Brown 2 (2004)"))
    chair.wait(60 * MINUTE)
    chair.do(EndSession(ending=Ending.STOPPED_REACTION))
    return chair


def reacted() -> Chair:
    """Stopped for a reaction in step 9."""
    return _reacted().copy()


@cache
def _troubled() -> Chair:
    chair = at_step(2)
    chair.do(RecordEarlySign(sign="flush_warmth"))
    chair.do(RecordNote(text="Cheeks warm", at=chair.ago(150)))
    chair.wait(2 * MINUTE)
    chair.do(CallReaction())
    chair.wait(20)
    chair.do(EnterReactionInError(reason="alarm of the neighbouring chair"))
    chair.do(Pause(reason=PauseReason.IV_ACCESS, words="arm swollen"))
    chair.do(ReportPumpStopped())
    chair.wait(32 * MINUTE)
    chair.check()
    chair.do(Resume(order=order(OrderFor.RESUME_AFTER_LONG_PAUSE)))
    chair.do(ReportPumpRunning(rate_ml_h=told_rate(chair)))
    chair.wait(15 * MINUTE)
    chair.do(StayOnStep())
    last = chair.clock.now()
    chair.clock.reboot("boot-2", 6 * MINUTE)
    chair.do(ResumeProgram(last_seen=last, program="desens 0.1"), PROGRAM)
    going_on = order(OrderFor.GO_ON_AFTER_AWAY)
    chair.do(
        AnswerAway(meanwhile=PumpMeanwhile.NOT_SURE, running=True, rate_ml_h=told_rate(chair), order=going_on)
    )
    return chair


def troubled() -> Chair:
    """Still open: step 2 twice, a reaction in error, a long pause, a restart with an uncertain dose."""
    return _troubled().copy()


def as_patient(chair: Chair, **changes: object) -> Chair:
    """The same session of somebody else."""
    chair.record(PatientIdentified(patient=patient(**changes)))
    return chair


def with_allergies(chair: Chair, *allergies: Allergy) -> Chair:
    return as_patient(chair, allergies=allergies)


def course(chair: Chair) -> CourseSoFar:
    return course_of(chair.records)


def told(chair: Chair) -> Told:
    return Told(course(chair), chair.session, ENGLISH, chair.session.timeline.at_ns)


def origin(chair: Chair, *, whole: bool = True) -> Origin:
    entries = len(chair.records)
    code = f"{entries}-8A31-77F0"
    return Origin(file=FILE, entries=entries, made_utc_us=MADE_US, code=code, whole=whole)


def report_of(chair: Chair, *, whole: bool = True) -> Report:
    return report(course(chair), ENGLISH, origin(chair, whole=whole))


def lines(found: Report) -> list[str]:
    """Every text of a report's sections, a table row with its cells side by side."""
    return [line for section in found.sections for block in section.blocks for line in block_lines(block)]


def block_lines(block: object) -> list[str]:
    match block:
        case Paragraph(runs):
            return ["".join(run.text for run in runs)]
        case Titled():
            return [block.title, *(line for each in block.paragraphs for line in block_lines(each))]
        case Beside():
            return [*block_lines(block.left), *block_lines(block.right)]
        case Table():
            return [block.title, *(" | ".join(row.cells) for row in block.rows), block.foot]
        case Numbered():
            return list(block.items)
        case Diagram():
            return [block.key]
        case Boxes():
            return [f"{box.label}: {box.name} ({box.state})" for box in block.boxes]
        case _:
            raise TypeError(block)


def table(found: Report, title: str) -> Table:
    """LookupError where the report has none of that title."""
    for section in found.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.title == title:
                return block
    raise LookupError(title)
