"""A prescriber's order as the nurse takes it: who, for what, how, read back."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.fact import Fact


class OrderFor(StrEnum):
    """What the order allows; each is used for that and nothing else."""

    DESENSITIZE = "desensitize"
    ACCEPT_RISKS = "accept_risks"
    ACCEPT_PLAN = "accept_plan"
    """A plan with red findings."""
    ACCEPT_BASELINE = "accept_baseline"
    GO_UP_EARLY = "go_up_early"
    RESUME_AFTER_LONG_PAUSE = "resume_after_long_pause"
    GO_ON_AFTER_AWAY = "go_on_after_away"


class OrderTaken(StrEnum):
    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    OWN = "own"
    """By the prescriber, signed in here as themself: nobody took it."""


class Prescription(Fact, frozen=True):
    """An order: the prescriber's name, how it was given, and that it was read back."""

    purpose: OrderFor
    by: str
    taken: OrderTaken
    read_back: bool
