"""Looking whether a PIN or a badge is somebody's: what is written down around it, and what is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desens_gui.domain.proof import Means
from desens_gui.domain.quantities import Duration
from desens_gui.domain.recorded import Actor, Role
from desens_gui.session.audit import Audit, AuditEntry, What, signed_in
from desens_gui.session.people import Answer, Member, NotKnown, SignedIn, Waiting, WrongPin
from desens_gui.session.ports import Clock
from desens_gui.session.staff import Begun, Delays, Hasher, Making, Person, StaffStore

NOBODY = Actor("unidentified", Role.UNIDENTIFIED)
BADGES = "badge"
"""Badges that nobody has count as wrong tries of one: a code cannot be guessed quickly either."""

_CODES: dict[type, str] = {WrongPin: "wrong_pin", Waiting: "waiting", NotKnown: "not_known"}


class SigningIn:
    """Used by one thread at a time, and not the one that paints: a look takes a tenth of a second or more."""

    def __init__(
        self,
        store: StaffStore,
        hasher: Hasher,
        delays: Delays,
        *,
        clock: Clock,
        audit: Audit,
        session_id: Callable[[], str] = str,
    ) -> None:
        self._store = store
        self._hasher = hasher
        self._delays = delays
        self._clock = clock
        self._audit = audit
        self._session_id = session_id
        self._nobodys: str | None = None

    def members(self) -> tuple[Member, ...]:
        return active(self._store.people())

    def pin(self, person_id: str, pin: str) -> Answer:
        """The try counts as wrong on disk before the PIN is looked at, so that a kill gives no free try."""
        begun = self._store.begin_try(person_id, self._clock.now(), self._delays)
        if isinstance(begun, Duration):
            return self._failed(Waiting(begun), Means.PIN, person_id)
        if begun is None:
            self._hasher.fits(self._nobodys_hash(), pin)  # the same work for a stranger
            return self._failed(NotKnown(), Means.PIN)
        if not self._hasher.fits(begun.hash, pin):
            return self._tapped(person_id, pin) or self._failed(WrongPin(begun.wait), Means.PIN, person_id)
        person = self._person(person_id)
        self._store.was_right(person_id)
        self._renewed(begun, person, pin)
        return self._right(person, Means.PIN)

    def badge(self, code: str) -> Answer:
        now = self._clock.now()
        person = self._store.of_badge(code)
        if person is not None:
            return self._right(person, Means.BADGE)
        begun = self._store.begin_try(BADGES, now, self._delays)
        return self._failed(Waiting(begun) if isinstance(begun, Duration) else NotKnown(), Means.BADGE)

    def _tapped(self, person_id: str, typed: str) -> SignedIn | None:
        """A badge that was tapped while the keyboard was on the PIN is no wrong PIN."""
        owner = self._store.of_badge(typed)
        if owner is None:
            return None
        self._store.was_right(person_id)
        return self._right(owner, Means.BADGE)

    def _person(self, person_id: str) -> Person:
        return next(person for person in self._store.people() if person.id == person_id)

    def _renewed(self, begun: Begun, person: Person, pin: str) -> None:
        if self._hasher.outdated(begun.hash):
            making = Making(person.member.actor, self._clock.now())
            self._store.set_pin(person.id, self._hasher.hash(pin), making)

    def _right(self, person: Person, how: Means) -> SignedIn:
        member = person.member
        self._audit.note(signed_in(member.actor, how, self._clock.now(), self._session_id()))
        return SignedIn(member, how)

    def _failed(self, answer: Answer, how: Means, person_id: str = "") -> Answer:
        self._audit.note(
            AuditEntry(
                what=What.SIGN_IN_FAILED,
                actor=NOBODY,
                stamp=self._clock.now(),
                session=self._session_id(),
                codes=(str(how), _CODES[type(answer)]),
                person=person_id,
            )
        )
        return answer

    def _nobodys_hash(self) -> str:
        if self._nobodys is None:
            self._nobodys = self._hasher.hash("nobody has this PIN")
        return self._nobodys


def active(people: Iterable[Person]) -> tuple[Member, ...]:
    """Those who may sign in, by name."""
    members = [person.member for person in people if person.active]
    return tuple(sorted(members, key=lambda member: (member.name.casefold(), member.id)))
