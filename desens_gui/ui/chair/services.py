"""What the chair asks of the program around it."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.domain.plan.finding import HeldAgainst
from desens_gui.domain.recorded import Actor
from desens_gui.session.audit import What
from desens_gui.session.people import SignIn
from desens_gui.ui.chair.alarms import Alarms, Silent
from desens_gui.ui.chair.cover import Idle, never
from desens_gui.ui.chair.forms import Forms
from desens_gui.ui.chair.moving import Carrier
from desens_gui.ui.chair.objections import Objections
from desens_gui.ui.chair.setting_up import SettingUp
from desens_gui.ui.chair.taking import Taker
from desens_gui.ui.chair.trend import TrendLater

Kept = Callable[[What, Actor, str], None]


def kept_nowhere(_what: What, _actor: Actor, _how: str) -> None:
    """In a simulation nobody is anybody."""


NOTHING_KNOWN = HeldAgainst()


class Services:
    """What the chair asks of the program around it."""

    def __init__(
        self,
        *,
        setting_up: Callable[[Forms, Objections], SettingUp],
        trend: TrendLater,
        handover: Callable[[], str],
        problem_sentence: Callable[[Exception], str],
        standing: str = "",
        backup: Callable[[], str] = str,
        alarms: Alarms | None = None,
        carrier: Carrier | None = None,
        taker: Taker | None = None,
        sign_in: SignIn | None = None,
        noted: Callable[[], str] = str,
        idle: Idle = never,
        not_encrypted: str = "",
        kept: Kept = kept_nowhere,
        held: HeldAgainst = NOTHING_KNOWN,
    ) -> None:
        """standing: what was wrong when the program started; it stays in the status row.

        backup: what is wrong with it now; "" when nothing is. noted: the same of the audit. alarms: who
        sounds them. carrier, taker: take the session to and from another workstation. sign_in: None: people
        are not asked who they are, as in a simulation. idle: when the screen covers itself.
        kept: notes in the audit who covered, uncovered or left.
        not_encrypted: that whoever reads the disk reads the record; "" where it is not so.
        held: the site's pump and the labels that plans are held against.
        """
        self.setting_up = setting_up
        self.trend = trend
        self.handover = handover
        self.problem_sentence = problem_sentence
        self.standing = standing
        self.backup = backup
        self.alarms = alarms or Silent()
        self.carrier = carrier
        self.taker = taker
        self.sign_in = sign_in
        self.noted = noted
        self.idle = idle
        self.not_encrypted = not_encrypted
        self.kept = kept
        self.held = held
