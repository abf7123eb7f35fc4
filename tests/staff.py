"""The port SignIn in memory: people of a ward with their PINs and badges, answered when the test says so."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from desens_gui.domain.proof import Means
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Role
from desens_gui.session.people import (
    Answer,
    Done,
    Member,
    NotKnown,
    SignedIn,
    Waiting,
    WrongPin,
)
from tests.fake_clock import NS_PER_S, FakeClock

LINDQVIST = Member("n1", "M. Lindqvist, RN", Role.NURSE)
BAKKER = Member("n2", "J. Bakker, RN", Role.NURSE)
ACHTERBERG = Member("a1", "Dr R. Achterberg", Role.ALLERGIST)
SOTO = Member("p1", "E. Soto, PharmD", Role.PHARMACIST)
VERMEER = Member("x1", "K. Vermeer", Role.ADMINISTRATOR)
WARD = (LINDQVIST, BAKKER, ACHTERBERG, SOTO, VERMEER)

WRONG = "271828"


def pin_of(member: Member) -> str:
    """The first of the ward has 314150, the next 314151."""
    return f"31415{WARD.index(member)}"


def badge_of(member: Member) -> str:
    return f"BADGE-{member.id}"


class Staff:
    """Answers wait until `answer`, as they do in the program; a wrong PIN makes the next try wait.

    Delays are 1, 2, 4 ... s up to 5 min, as the program's own store has them.
    """

    def __init__(self, *members: Member, clock: FakeClock | None = None) -> None:
        self._members = members
        self._clock = clock or FakeClock()
        self._wrong: dict[str, int] = {}
        self._until_ns: dict[str, int] = {}
        self._asked: deque[tuple[Callable[[], Answer], Done]] = deque()

    def members(self) -> tuple[Member, ...]:
        return tuple(sorted(self._members, key=lambda member: member.name))

    def with_pin(self, person_id: str, pin: str, done: Done) -> None:
        self._asked.append((lambda: self._pin(person_id, pin), done))

    def with_badge(self, code: str, done: Done) -> None:
        self._asked.append((lambda: self._badge(code), done))

    @property
    def asked(self) -> int:
        """How many wait for their answer."""
        return len(self._asked)

    def answer(self) -> None:
        """Answer everything that was asked, in order."""
        while self._asked:
            look, done = self._asked.popleft()
            done(look())

    def _pin(self, person_id: str, pin: str) -> Answer:
        person = next((member for member in self._members if member.id == person_id), None)
        if person is None:
            return NotKnown()
        now = self._clock.now().boot_ns
        left_ns = self._until_ns.get(person_id, 0) - now
        if left_ns > 0:
            return Waiting(Duration.ns(left_ns))
        if pin == pin_of(person):
            self._wrong.pop(person_id, None)
            return SignedIn(person, Means.PIN)
        tapped = self._badge(pin)
        if isinstance(tapped, SignedIn):
            return tapped
        wrong = self._wrong[person_id] = self._wrong.get(person_id, 0) + 1
        wait_s = min(2 ** (wrong - 1), 300)
        self._until_ns[person_id] = now + wait_s * NS_PER_S
        return WrongPin(Duration(wait_s))

    def _badge(self, code: str) -> Answer:
        person = next((member for member in self._members if badge_of(member) == code), None)
        return NotKnown() if person is None else SignedIn(person, Means.BADGE)
