"""The one moment that every view of a session is worked out from, live or in review."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from desens_gui.course.steps import counted_until
from desens_gui.domain.decide.asking import Asking
from desens_gui.domain.events.alarm import AlarmCode
from desens_gui.domain.instants import US, Instant
from desens_gui.domain.ledger import given
from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.plan.plan import Plan
from desens_gui.domain.policy import Policy
from desens_gui.domain.quantities import Amount, Duration, Rate
from desens_gui.domain.recorded import PROGRAM, Actor, Role
from desens_gui.domain.schedule import observation_over_ns
from desens_gui.domain.session import Session, StepRun
from desens_gui.domain.stage import ChangingBag, Ended, Observing, Stopping
from desens_gui.wording import moments, numbers
from desens_gui.wording.words import Words

Sound: TypeAlias = Literal["on", "off", ""]


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the record: the last durable moment, since when something waits, and what hinders.

    backup: what is wrong with the copies of finished sessions. code: the compare code, once all is durable.
    not_encrypted: says so, where the record can be read by whoever can read the disk.
    """

    saved_us: int | None = None
    waiting_since_us: int | None = None
    lost: bool = False
    problem: str = ""
    backup: str = ""
    code: str = ""
    not_encrypted: str = ""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """State, moment and words. `mode` review: nothing here can be changed."""

    session: Session
    stamp: Instant
    words: Words
    recording: Recording = Recording()
    mode: Literal["live", "review"] = "live"
    actor: str = ""
    chair: str = ""
    staffed: bool | None = None
    """Staff are set up here: who acts is shown by badge or PIN. False: single-user mode; None: not asked."""
    veiled: bool = False
    """Patient and course are hidden."""
    who: Actor | None = None
    """Who is signed in; None: nobody, or no staff are set up."""
    relieves: str = ""
    """Who acted here before whoever is signed in now; "": nobody else."""
    wrong: dict[AlarmCode, str] = {}
    """What is wrong with the machine, each with its sentence."""
    held: HeldAgainst = HeldAgainst()
    """The pump of this site and the largest dose rates on labels, for a plan that is being made."""
    sound: Sound = ""
    """Whether alarms sound here; off: on purpose, in a simulation; "": nothing is said of it."""

    @property
    def prescriber(self) -> str:
        """The allergist who acts here and gives orders as their own; "" for anybody else."""
        acting = self.who if self.staffed else next(reversed(self.session.staff), None)
        return self.actor if acting is not None and acting.role is Role.ALLERGIST else ""

    @property
    def technical(self) -> frozenset[AlarmCode]:
        """Every condition of machine and record, as the session is told of it."""
        found = set(self.wrong)
        if self.recording.lost and self.recording.waiting_since_us is not None:
            found.add(AlarmCode.NOT_RECORDED)
        if self.recording.backup:
            found.add(AlarmCode.BACKUP_MISSED)
        return frozenset(found)

    @property
    def now_ns(self) -> int:
        return self.session.timeline.place(self.stamp)

    @property
    def asking(self) -> Asking:
        """For the rules that say what stands in the way at this moment."""
        return Asking(self.session, PROGRAM, None, self.stamp, self.now_ns)

    @property
    def plan(self) -> Plan:
        """Only past set-up."""
        assert self.session.plan is not None
        return self.session.plan

    @property
    def policy(self) -> Policy:
        """Only past set-up."""
        assert self.session.policy is not None
        return self.session.policy

    @property
    def dose_unit(self) -> str:
        """ "mg"; empty before there is a plan."""
        plan = self.session.plan
        return "" if plan is None else numbers.unit_name(plan.unit, self.words)

    def utc_us(self, at_ns: int) -> int:
        """Wall time of a moment of the session, as the clock shows now."""
        return self.stamp.utc_us - (self.now_ns - at_ns) // US

    def hh_mm(self, at_ns: int) -> str:
        return moments.hour_minute(self.utc_us(at_ns), self.session.zone_offset_min)

    def hh_mm_ss(self, at_ns: int) -> str:
        return moments.hour_minute_second(self.utc_us(at_ns), self.session.zone_offset_min)

    def since(self, at_ns: int) -> Duration:
        return Duration.ns(max(0, self.now_ns - at_ns))

    def until(self, at_ns: int) -> Duration:
        """Negative once the moment has passed."""
        return Duration.ns(at_ns - self.now_ns)

    def step_left(self, run: StepRun) -> Duration:
        """Of the step's planned minutes; negative once they are over."""
        return self.plan.step(run.number).duration - Duration.ns(run.elapsed_ns(self.now_ns))

    @property
    def drug_is_over(self) -> bool:
        """No drug is to come, even if the pump was not stopped yet: from here on nothing is planned."""
        return isinstance(self.session.stage, Stopping | Observing | Ended)

    @property
    def blind_bag(self) -> int | None:
        """The bag that is being read a second time: until both agree its strength and rate are nowhere.

        SAFETY S10. The bag's number and the patient are on the screen as before: they say what is to be done.
        """
        match self.session.stage:
            case ChangingBag(to_bag=bag, label_ns=int(), double_checked=False):
                return bag
            case _:
                return None

    @property
    def covered(self) -> str:
        """What stands where a value is hidden from the second reading."""
        return self.words("Covered until the second reading agrees")

    @property
    def pump_rate(self) -> Rate | None:
        """As last reported; None while the pump does not run."""
        pump = self.session.pump
        return pump.rate if pump is not None and pump.running else None

    @property
    def observation_over_ns(self) -> int | None:
        """Only past set-up of the policy."""
        return observation_over_ns(self.session, self.policy)

    @property
    def counted_ns(self) -> int:
        """Up to when a dose counts here: after the session was closed nothing does."""
        return counted_until(self.session, self.now_ns)

    @property
    def given(self) -> Amount:
        return given(self.session.ledger, self.plan, self.counted_ns)
