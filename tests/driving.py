"""A session at the fake clock, driven by commands: what every test below the window stands on.

CARBOplatin 400 mg by the 3-bag 12-step protocol, patient of 64 kg, one nurse, nobody else.
"""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import msgspec

from desens_gui.domain.answers import Accepted, Decision, Refused
from desens_gui.domain.commands.every import Command
from desens_gui.domain.commands.setup import OpenSession
from desens_gui.domain.commands.step import Tick
from desens_gui.domain.decide.deciding import decide
from desens_gui.domain.digests import shown_digest
from desens_gui.domain.events.every import Event
from desens_gui.domain.evolve.evolving import evolve
from desens_gui.domain.instants import Instant, Utc
from desens_gui.domain.ledger import given, given_at_most
from desens_gui.domain.patient import Patient, Sex, Weight
from desens_gui.domain.plan.inputs import PlanInputs
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Policy
from desens_gui.domain.prescribing import OrderFor, OrderTaken, Prescription
from desens_gui.domain.proof import Means, Proof
from desens_gui.domain.quantities import Amount, Duration
from desens_gui.domain.recorded import PROGRAM, Actor, Recorded, Role
from desens_gui.domain.refusals.every import AnyRefusal
from desens_gui.domain.session import Session
from desens_gui.system.policies import load_policy
from desens_gui.system.protocols import load_protocol
from tests import readings
from tests.fake_clock import FakeClock

NURSE = Actor("ml", Role.NURSE)
ALLERGIST = Actor("dr", Role.ALLERGIST)
COLLEAGUE = Actor("ta", Role.NURSE)
STRANGER = Actor("somebody", Role.UNIDENTIFIED)
MINUTE = 60
IDENTIFIER = "00482913"


@cache
def default_policy() -> Policy:
    return load_policy()


def policy_with(**changes: Any) -> Policy:
    """The shipped policy with other values."""
    return msgspec.structs.replace(default_policy(), **changes)


@cache
def inputs(protocol: str = "rdd-3bag-12step", dose: str = "400 mg") -> PlanInputs:
    return PlanInputs(protocol=load_protocol(protocol), drug="CARBOplatin", target=Amount.of(dose))


def patient(**changes: Any) -> Patient:
    known: dict[str, Any] = {
        "family_name": "Okafor",
        "given_name": "Amara",
        "born": "1968-03-12",
        "sex": Sex.FEMALE,
        "identifier": IDENTIFIER,
        "weight_kg": Weight.of("64"),
    }
    return Patient(**{**known, **changes})


def order(purpose: OrderFor, by: str = "Dr Haas", *, read_back: bool = True) -> Prescription:
    return Prescription(purpose=purpose, by=by, taken=OrderTaken.TELEPHONE, read_back=read_back)


class Chair:
    """One session: its clock, facts and folded state. Every decision is taken twice and must be the same."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.records: list[Recorded[Event]] = []
        self.state: Session | None = None
        self.last_tick: Instant | None = None

    def copy(self) -> Chair:
        """The same session again, to be driven another way."""
        other = Chair(copy.copy(self.clock))
        other.records, other.state, other.last_tick = list(self.records), self.state, self.last_tick
        return other

    @property
    def session(self) -> Session:
        assert self.state is not None
        return self.state

    @property
    def plan(self) -> Plan:
        assert self.session.plan is not None
        return self.session.plan

    @property
    def policy(self) -> Policy:
        assert self.session.policy is not None
        return self.session.policy

    @property
    def now(self) -> Utc:
        return Utc(self.clock.now().utc_us)

    def ago(self, seconds: float) -> Utc:
        return Utc(self.now.us - round(seconds * 1_000_000))

    @property
    def now_ns(self) -> int:
        return self.session.timeline.place(self.clock.now())

    @property
    def given(self) -> Amount:
        return given(self.session.ledger, self.plan, self.now_ns)

    @property
    def given_at_most(self) -> Amount:
        return given_at_most(self.session.ledger, self.plan, self.now_ns)

    @property
    def step_elapsed(self) -> Duration:
        assert self.session.step is not None
        return Duration.ns(self.session.step.elapsed_ns(self.now_ns))

    @property
    def step_number(self) -> int:
        assert self.session.step is not None
        return self.session.step.number

    def decide(self, command: Command, actor: Actor | None = None, proof: Proof | None = None) -> Decision:
        """What would follow, without recording it."""
        who = actor if actor is not None else PROGRAM if isinstance(command, Tick | OpenSession) else NURSE
        decision = decide(self.state, command, who, proof, self.clock.now())
        assert decide(self.state, command, who, proof, self.clock.now()) == decision
        return decision

    def submit(self, command: Command, actor: Actor | None = None, proof: Proof | None = None) -> Decision:
        decision = self.decide(command, actor, proof)
        if isinstance(decision, Accepted):
            for event in decision.events:
                self.record(event, actor, decision.second_person)
        return decision

    def record(self, event: Event, actor: Actor | None = None, second_person: str | None = None) -> None:
        """Append one fact as it stands."""
        seq = len(self.records) + 1
        recorded: Recorded[Event] = Recorded(
            seq=seq,
            uuid=f"uuid-{seq}",
            stamp=self.clock.now(),
            zone_offset_min=60,
            actor=actor or NURSE,
            second_person=second_person,
            workstation="chair-4",
            event=event,
        )
        self.keep(recorded)

    def keep(self, recorded: Recorded[Event]) -> None:
        """Append an entry as somebody else recorded it."""
        self.records.append(recorded)
        self.state = evolve(self.state, recorded)

    def do(
        self, command: Command, actor: Actor | None = None, proof: Proof | None = None
    ) -> tuple[Event, ...]:
        """Submit what must be accepted."""
        decision = self.submit(command, actor, proof)
        assert isinstance(decision, Accepted), decision
        return decision.events

    def refused(
        self, command: Command, actor: Actor | None = None, proof: Proof | None = None
    ) -> tuple[AnyRefusal, ...]:
        """Submit what must be refused; nothing was recorded."""
        before = len(self.records), self.state
        decision = self.submit(command, actor, proof)
        assert isinstance(decision, Refused), decision
        assert (len(self.records), self.state) == before
        assert decision.reasons
        return decision.reasons

    def proof(self, command: Command, person: Actor, how: Means = Means.PIN) -> Proof:
        """The person shows who they are now, for what stands there now."""
        digest = shown_digest(self.session, command)
        assert digest is not None
        return Proof(person=person.id, role=person.role, how=how, digest=digest, at=self.now)

    def wait(self, seconds: float) -> None:
        """Time passes and nobody asks the program."""
        self.clock.advance(seconds)

    def tick(self) -> tuple[Event, ...]:
        """The program's own clock asks, once."""
        previous, self.last_tick = self.last_tick, self.clock.now()
        return self.do(Tick(previous=previous), PROGRAM)

    def run(self, seconds: int) -> list[Event]:
        """Time passes with a tick a second; what the ticks recorded."""
        raised: list[Event] = []
        for _ in range(seconds):
            self.wait(1)
            raised.extend(self.tick())
        return raised

    def check(self, **found: Any) -> tuple[Event, ...]:
        """A whole check, now; found as `readings.check` takes it."""
        return self.do(readings.check(self.now, **found))
