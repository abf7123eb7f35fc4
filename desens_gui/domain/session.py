"""The state of one session: all that a decision must know, folded from the facts."""

from __future__ import annotations

from typing import Any

import msgspec

from desens_gui.domain.episode import Episode
from desens_gui.domain.events.alarm import AlarmCode, Priority
from desens_gui.domain.events.check import CheckOutcome, CheckPurpose
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.parts import Leaving, PartTakenOver
from desens_gui.domain.events.people import TelephoneConfirmed
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.events.setup import SessionOpened
from desens_gui.domain.events.step import PromptKind
from desens_gui.domain.findings import Item, Symptoms, Vitals
from desens_gui.domain.instants import Timeline
from desens_gui.domain.ledger import Flow, Ledger
from desens_gui.domain.patient import Patient
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import Prescription
from desens_gui.domain.proof import Proof
from desens_gui.domain.qualifying import MedicalHistory, Qualification, ReadyAnswer, Risk, SevereAnswer
from desens_gui.domain.quantities import Rate
from desens_gui.domain.recorded import Recorded, Role
from desens_gui.domain.refusals.setup import SetupItem
from desens_gui.domain.signing import Signature, Treatment, Unsigned
from desens_gui.domain.stage import SettingUp, Stage


class Staff(msgspec.Struct, frozen=True):
    id: str
    name: str
    role: Role


class PumpSeen(msgspec.Struct, frozen=True, kw_only=True):
    """The pump as last reported, with the reported time. rate and bag are those it last ran at."""

    running: bool
    since_ns: int
    rate: Rate | None = None
    bag: int | None = None


class StepRun(msgspec.Struct, frozen=True, kw_only=True):
    """The step and its minutes, which count only while the pump is confirmed running (SAFETY S6)."""

    number: int
    started_ns: int
    ran_ns: int = 0
    running_since_ns: int | None

    def elapsed_ns(self, at_ns: int) -> int:
        since = self.running_since_ns
        return self.ran_ns + (max(0, at_ns - since) if since is not None else 0)

    def held(self, at_ns: int) -> StepRun:
        """The minutes stop counting."""
        return msgspec.structs.replace(self, ran_ns=self.elapsed_ns(at_ns), running_since_ns=None)

    def going_on(self, at_ns: int) -> StepRun:
        """The minutes count again."""
        return msgspec.structs.replace(self, ran_ns=self.elapsed_ns(at_ns), running_since_ns=at_ns)


class CheckSeen(msgspec.Struct, frozen=True, kw_only=True):
    """The newest reading of every item within one step and purpose, with its measuring time."""

    purpose: CheckPurpose
    step: int | None
    recorded_ns: int
    vitals: Vitals
    symptoms: Symptoms
    measured_ns: dict[Item, int]
    asked_ns: dict[str, int]
    outcome: CheckOutcome
    full_ns: int | None = None
    """When it last was complete, whatever was found, within this step and purpose."""
    used: bool = False
    """It has unlocked an increase and unlocks no other."""


class OrderSeen(msgspec.Struct, frozen=True):
    order: Prescription
    at_ns: int


class Away(msgspec.Struct, frozen=True, kw_only=True):
    """The program was away between these moments and nobody has said yet what the pump did.

    flow and run are the pump and the step as they stood then; ended_ns: the pump was reported stopped since.
    """

    from_ns: int
    to_ns: int
    flow: Flow
    run: StepRun
    ended_ns: int | None = None


class AlarmStanding(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm that was raised and not cleared. raised_ns: when it was, or when its priority last rose."""

    alarm: AlarmCode
    priority: Priority
    raised_ns: int
    acknowledged: bool = False


class AudioPause(msgspec.Struct, frozen=True):
    """What was raised up to from_ns is silent until until_ns."""

    from_ns: int
    until_ns: int


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """This part is closed: the session goes on at another workstation. No ending of the session."""

    why: Leaving
    to: str
    code: str
    at_ns: int


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part that was taken over from another workstation; a session that never was has none."""

    taken: PartTakenOver
    at_ns: int


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One session. Times are nanoseconds since its first fact."""

    opened: SessionOpened
    timeline: Timeline
    zone_offset_min: int
    seq: int
    stage: Stage = SettingUp()

    policy: Policy | None = None
    unnamed: tuple[Recorded[Any], ...] = ()
    """Made by somebody who was not signed in, and not answered for yet."""
    staff: tuple[Staff, ...] = ()
    second_person_reason: str | None = None
    patient: Patient | None = None
    plan: Plan | None = None
    held: HeldAgainst = HeldAgainst()
    findings_accepted: bool = False
    """Every red finding about this plan, by name."""
    plan_read_ns: int | None = None
    plan_read_by: str = ""
    plan_verified: bool = False
    orders: tuple[OrderSeen, ...] = ()

    history: MedicalHistory | None = None
    severe: tuple[SevereAnswer, ...] = ()
    qualification: Qualification | None = None
    accepted: frozenset[Risk] = frozenset()
    ready: tuple[ReadyAnswer, ...] = ()
    premedicated: bool = False
    """Given before the start, or withheld on purpose."""
    emergency: str = ""
    """The physician who declared it; "": none was."""
    skipped: tuple[SetupItem, ...] = ()
    """What an emergency start left open, answered since or not."""

    proofs: frozenset[Proof] = frozenset()
    """Used up: none of them answers for anything more."""
    telephone: TelephoneConfirmed | None = None
    unsigned: tuple[Unsigned, ...] = ()
    signatures: tuple[Signature, ...] = ()
    treatment: Treatment = Treatment()

    pump: PumpSeen | None = None
    ledger: Ledger = Ledger()
    step: StepRun | None = None
    bag_since_ns: int | None = None
    emptied: bool = False

    fresh_from_ns: int = 0
    """Readings from before unlock nothing: pump start, resume, reaction, medication (SAFETY S8)."""
    baseline: CheckSeen | None = None
    check: CheckSeen | None = None
    temperature_ns: int | None = None
    symptoms_asked_ns: int | None = None
    seen_ns: int | None = None
    watch_ns: int | None = None
    stay_until_ns: int | None = None
    iv_site: IvSite | None = None
    iv_site_ns: int | None = None

    raised: frozenset[tuple[PromptKind, int]] = frozenset()
    """Prompts already recorded, by kind and due time, so that a repeated tick changes nothing."""
    away: Away | None = None
    alarms: tuple[AlarmStanding, ...] = ()
    audio_pause: AudioPause | None = None
    sound_heard: bool | None = None
    """Of the last sound check; None: none was made."""
    reactions: int = 0
    episodes: tuple[Episode, ...] = ()
    """Every reaction that was not entered in error; the last is the one that is judged and treated."""
    end_check: bool = False
    ending: Ending | None = None
    part: Part | None = None
    left: Left | None = None

    @property
    def is_over(self) -> bool:
        """Nothing more is recorded here: the session ended, or goes on in another part."""
        return self.ending is not None or self.left is not None

    @property
    def part_number(self) -> int:
        return 1 if self.part is None else self.part.taken.number

    @property
    def part_id(self) -> str:
        """The name of this part's file."""
        return self.opened.session_id if self.part is None else self.part.taken.part_id

    @property
    def drug_ran(self) -> bool:
        """Whether the pump was ever reported running."""
        return self.pump is not None

    @property
    def pump_runs(self) -> bool:
        return self.pump is not None and self.pump.running

    @property
    def episode(self) -> Episode | None:
        return self.episodes[-1] if self.episodes else None

    def known(self, person: str) -> Staff | None:
        return next((member for member in self.staff if member.id == person), None)

    @property
    def on_last_step(self) -> bool:
        return (
            self.plan is not None and self.step is not None and self.step.number == self.plan.last_step.number
        )
