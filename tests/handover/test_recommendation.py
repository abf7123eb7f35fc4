"""R of the report: what is outstanding, the next dose, and the places to sign."""

from __future__ import annotations

import msgspec

from desens_gui.domain.commands.check import RecordNote
from desens_gui.domain.commands.ending import EndSession, StopToday
from desens_gui.domain.commands.people import NameUnidentified, SignSession
from desens_gui.domain.commands.pump import ReportPumpStopped
from desens_gui.domain.commands.restart import ResumeProgram
from desens_gui.domain.commands.setup import IdentifyStaff
from desens_gui.domain.commands.step import Escalate
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.people import Meaning
from desens_gui.domain.proof import TelephoneWord
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.handover.document import Boxes, Numbered
from desens_gui.handover.recommendation import recommendation
from tests.courses import at_step, connect, observing, opened, ready
from tests.driving import COLLEAGUE, MINUTE, NURSE, Chair
from tests.handover.sessions import block_lines, completed, reacted, told


def items(chair: Chair) -> list[str]:
    return [
        item
        for block in recommendation(told(chair)).blocks
        if isinstance(block, Numbered)
        for item in block.items
    ]


def signatures(chair: Chair) -> list[str]:
    (boxes,) = [block for block in recommendation(told(chair)).blocks if isinstance(block, Boxes)]
    return block_lines(boxes)


def test_after_a_completed_session() -> None:
    assert items(completed()) == [
        "Co-sign: plan read twice by one person, 11:01.",
        "Prescriber's signature: telephone order of Dr Haas, 11:01.",
        "Co-sign: bag 1 (11:02), bag 2 (12:03), bag 3 (13:04) read twice by one person.",
        "Follow-up at 24 h, 23-Nov-2026 17:43: by your site's form.",
        "Late rash: ask for it in the days after, by your site's form.",
        "Next dose: by when and how is the prescriber's to say; no limit is worked out here.",
        "Premedication and skin tests are not desensitization. The allergy label stays.",
    ]


def test_any_other_ending_repeats_that_the_full_dose_is_unsafe() -> None:
    assert "Next dose: the prescriber's to say. Not desensitized: full dose unsafe." in items(reacted())


def test_a_session_that_goes_on_is_taken_over_at_the_chair() -> None:
    chair = at_step(2)
    last = chair.clock.now()
    chair.wait(5 * MINUTE)
    chair.do(ResumeProgram(last_seen=last, program="desens 0.1"), PROGRAM)
    assert items(chair)[:2] == [
        "The session has not ended: take it over at the chair, not from this page.",
        "Program away since 11:17: what the pump did is not answered.",
    ]
    assert not any("Next dose" in item for item in items(chair))


def test_after_a_death_nothing_is_said_of_a_next_dose() -> None:
    chair = at_step(2)
    chair.do(StopToday(ending=Ending.DIED))
    chair.do(ReportPumpStopped())
    chair.do(EndSession(ending=Ending.DIED))
    assert [item.partition(":")[0] for item in items(chair)] == [
        *("Co-sign", "Prescriber's signature", "Co-sign"),
    ]


def test_nobody_has_signed() -> None:
    assert signatures(completed()) == [
        "Nurse: Mara Lindt (not signed)",
        "Second person: none at the session (co-sign outstanding)",
        "Allergist: Dr Haas (not signed)",
        "Received by (ward):  ()",
    ]


def test_before_anybody_was_named() -> None:
    assert signatures(opened()) == [
        "Nurse:  (not signed)",
        "Second person:  (not signed)",
        "Allergist:  (not signed)",
        "Received by (ward):  ()",
    ]


def test_what_nobody_in_particular_entered_waits_for_its_name() -> None:
    chair = at_step(2)
    for text in ("pale", "better"):
        chair.do(RecordNote(text=text), Actor("unidentified", Role.UNIDENTIFIED))
    first, second = (recorded.seq for recorded in chair.session.unnamed)
    line = f"Name: made without signing in, entries {first}, {second}."
    assert line in items(chair)
    chair.do(NameUnidentified(entries=(first, second)))
    assert not any(item.startswith("Name:") for item in items(chair))


def test_signatures_in_the_record_stand_with_role_and_time_and_show_a_later_change() -> None:
    chair = observing()
    chair.do(IdentifyStaff(id="ta", name="T. Adler", role=Role.NURSE))
    for meaning, person in ((Meaning.PERFORMED, NURSE), (Meaning.VERIFIED, COLLEAGUE)):
        command = SignSession(meaning=meaning)
        chair.do(command, person, chair.proof(command, person))
    signed = " ".join(signatures(chair))
    assert "Nurse: Mara Lindt (signed as performed) Nurse: T. Adler (signed as verified)" in signed
    assert "Allergist: Dr Haas (not signed)" in signed
    (boxes,) = [block for block in recommendation(told(chair)).blocks if isinstance(block, Boxes)]
    assert boxes.boxes[0].line.startswith("in the record, 22-Nov-2026 1")
    chair.do(RecordNote(text="late: the patient was cold"))
    changed = " ".join(signatures(chair))
    assert changed.count("CHANGED AFTER SIGNING") == 2


def test_what_an_allergist_confirmed_by_telephone_waits_for_them() -> None:
    chair = ready(4)
    chair.do(Escalate(none_new=True))
    word = TelephoneWord(by="Dr Meier", read_back=True)
    chair.do(msgspec.structs.replace(connect(chair), telephone=word))
    waits = [item for item in items(chair) if "Dr Meier" in item]
    assert waits == ["Co-sign by Dr Meier: double check confirmed by telephone, 12:02."]
