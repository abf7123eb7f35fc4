"""A session played at a simulated chair through the real rules: what course and wording are tested on."""

from __future__ import annotations

from desens_gui.domain.answers import Refused
from desens_gui.domain.commands.check import RecordCheck
from desens_gui.domain.commands.ending import EndSession, ReportBagEmpty, ReportFlushed
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.pump import (
    DoubleCheckBag,
    ReadLabel,
    ReportConnected,
    ReportIvSite,
    ReportPumpRunning,
    ReportPumpStopped,
    ReportRateSet,
)
from desens_gui.domain.commands.setup import (
    DeclareNoSecondPerson,
    IdentifyPatient,
    IdentifyStaff,
    OpenSession,
    RecordOrder,
    SetPlan,
    SetPolicy,
    StartSession,
    VerifyPlan,
)
from desens_gui.domain.commands.step import Escalate, Tick
from desens_gui.domain.decide.deciding import decide
from desens_gui.domain.events.ending import Ending
from desens_gui.domain.events.every import Event
from desens_gui.domain.events.pump import BagReading, IvSite, Label
from desens_gui.domain.events.setup import PlanReading
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.findings import (
    SYSTEMS,
    Answer,
    BloodPressure,
    BodyTemperature,
    Consciousness,
    ConsciousnessSeen,
    HeartRate,
    Oxygen,
    Respirations,
    Sign,
    SpO2,
    SystemAnswer,
    Temperature,
    Vitals,
)
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.patient import Patient, Sex, Weight
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Connection, Policy
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.quantities import NS_PER_SECOND, Amount, Rate, Volume
from desens_gui.domain.recorded import PROGRAM, Actor, Recorded, Role
from desens_gui.domain.session import Session
from desens_gui.system.policies import load_policy
from desens_gui.system.protocols import load_protocol

NURSE = Actor("ml", Role.NURSE)
START_US = 1_795_334_400_000_000


class Chair:
    """One chair with a simulated clock. `wait` moves time; every command is decided and followed at once."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.policy = load_policy() if policy is None else policy
        self.session: Session | None = None
        self.records: list[Recorded[Event]] = []
        self.t_ns = 0
        self.wall_shift_us = 0
        self.boot = "boot-1"

    # ------------------------------------------------------------ time

    def now(self) -> Instant:
        utc_us = START_US + self.t_ns // 1000 + self.wall_shift_us
        return Instant(self.t_ns, self.t_ns, utc_us, self.boot)

    def wait(self, seconds: float = 0, minutes: float = 0) -> None:
        self.t_ns += int((seconds + 60 * minutes) * NS_PER_SECOND)

    def utc(self, seconds_ago: float = 0) -> Utc:
        return Utc(self.now().utc_us - int(seconds_ago * 1_000_000))

    @property
    def at_ns(self) -> int:
        return self.state.timeline.place(self.now())

    # ------------------------------------------------------------ commands

    @property
    def state(self) -> Session:
        assert self.session is not None
        return self.session

    @property
    def plan(self) -> Plan:
        assert self.state.plan is not None
        return self.state.plan

    def ask(self, command: Command, actor: Actor = NURSE) -> tuple[Event, ...] | Refused:
        decision = decide(self.session, command, actor, None, self.now())
        if isinstance(decision, Refused):
            return decision
        for event in decision.events:
            self.record(event, actor)
        return decision.events

    def do(self, command: Command, actor: Actor = NURSE) -> tuple[Event, ...]:
        answer = self.ask(command, actor)
        assert not isinstance(answer, Refused), answer
        return answer

    def record(self, event: Event, actor: Actor = NURSE, second_person: str | None = None) -> None:
        """A fact as it stands in a file, whether or not a rule led to it."""
        seq = len(self.records) + 1
        recorded: Recorded[Event] = Recorded(
            seq=seq,
            uuid=f"u{seq}",
            stamp=self.now(),
            zone_offset_min=60,
            actor=actor,
            second_person=second_person,
            workstation="chair-4",
            event=event,
        )
        self.session = evolve(self.session, recorded)
        self.records.append(recorded)

    def tick(self) -> tuple[Event, ...]:
        return self.do(Tick(), PROGRAM)

    # ------------------------------------------------------------ longer ways

    def set_up(self, taken: OrderTaken = OrderTaken.IN_PERSON) -> None:
        """Everything up to the baseline, and the start: the first bag is next."""
        opened = OpenSession(
            session_id="S1", schema_digest="d", program="desens 1", zone="Europe/Berlin", simulated=True
        )
        self.do(opened, PROGRAM)
        self.do(SetPolicy(policy=self.policy), PROGRAM)
        self.do(IdentifyStaff(id="ml", name="M. Lindqvist, RN", role=Role.NURSE))
        self.do(DeclareNoSecondPerson(reason="night, alone"))
        self.do(IdentifyPatient(patient=PATIENT))
        protocol = load_protocol("rdd-3bag-12step")
        self.do(SetPlan(inputs=PlanInputs(protocol=protocol, drug="CARBOplatin", target=Amount.of("400 mg"))))
        reading = PlanReading(identifier_last4="2913", drug="carboplatin", dose=Amount.of("400 mg"), bags=3)
        self.do(VerifyPlan(reading=reading))
        self.wait(61)
        self.do(VerifyPlan(reading=reading))
        order = Prescription(purpose=OrderFor.DESENSITIZE, by="Dr A", taken=taken, read_back=True)
        self.do(RecordOrder(order=order))
        self.check()
        self.do(StartSession())

    def hang(self, bag: int, rate: Rate) -> None:
        """The bag change up to the pump's start; takes 61 s."""
        label = Label(
            identifier="00482913",
            session_id="S1",
            plan_revision=1,
            bag=bag,
            concentration=self.plan.bag(bag).concentration,
            use_before=Utc(self.utc().us + 86_400_000_000),
        )
        self.do(ReportRateSet(rate_ml_h=rate))
        self.do(ReadLabel(label=label))
        self.do(ReportConnected(connection=Connection.OWN_SET, primed_with_bag=bag))
        self.wait(61)
        reading = BagReading(
            rate_ml_h=rate, bag=bag, concentration=label.concentration, identifier_last4="2913"
        )
        self.do(DoubleCheckBag(reading=reading))
        self.do(ReportIvSite(site=IvSite.WELL))

    def check(self, signs: tuple[Sign, ...] = (), seconds_ago: float = 0) -> tuple[Event, ...]:
        """A full set of vital signs and answers; the signs are new in the skin."""
        return self.do(
            RecordCheck(vitals=self.vitals(seconds_ago), symptoms=self.symptoms(signs, seconds_ago))
        )

    def vitals(self, seconds_ago: float = 0) -> Vitals:
        at = self.utc(seconds_ago)
        return Vitals(
            heart_rate=HeartRate(per_min=80, at=at),
            blood_pressure=BloodPressure(systolic=120, diastolic=70, at=at),
            respirations=Respirations(per_min=14, at=at),
            spo2=SpO2(percent=98, at=at),
            temperature=BodyTemperature(celsius=Temperature.of("36.6"), at=at),
            oxygen=Oxygen(given=False, at=at),
            consciousness=ConsciousnessSeen(level=Consciousness.ALERT, at=at),
        )

    def symptoms(self, signs: tuple[Sign, ...] = (), seconds_ago: float = 0) -> tuple[SystemAnswer, ...]:
        at = self.utc(seconds_ago)
        none = tuple(
            SystemAnswer(system=system, answer=Answer.NONE, at=at) for system in SYSTEMS if system != "skin"
        )
        answer = Answer.NEW_OR_WORSE if signs else Answer.NONE
        return (SystemAnswer(system="skin", answer=answer, at=at, signs=signs), *none)

    def start_step_1(self) -> None:
        self.set_up()
        self.hang(1, Rate.of("2"))
        self.do(ReportPumpRunning(rate_ml_h=Rate.of("2")))

    def up(self) -> None:
        """The step's minutes, a clear check, and the next step confirmed at the pump."""
        assert self.state.step is not None
        self.wait(minutes=15)
        self.check()
        self.do(Escalate())
        following = self.plan.step(self.state.step.number + 1)
        if self.plan.begins_bag(following.number):
            self.do(ReportPumpStopped())
            self.hang(following.bag, following.rate)
        self.do(ReportPumpRunning(rate_ml_h=following.rate))

    def to_step(self, number: int) -> None:
        if self.session is None:
            self.start_step_1()
        assert self.session is not None
        assert self.session.step is not None
        for _ in range(self.session.step.number, number):
            self.up()

    def finish(self) -> None:
        """From the last step to the end: completed."""
        self.wait(minutes=160.875)
        self.do(ReportBagEmpty())
        self.wait(minutes=13.5)
        self.do(ReportFlushed(volume_ml=Volume.of("18")))
        self.do(ReportPumpStopped())
        self.wait(minutes=58)
        self.check()
        self.wait(minutes=2)
        self.do(EndSession(ending=Ending.COMPLETED))


PATIENT = Patient(
    family_name="Okafor",
    given_name="Adaeze",
    born="1968-03-12",
    sex=Sex.FEMALE,
    identifier="00482913",
    weight_kg=Weight.of("64"),
)
