"""What speaks against this patient with this protocol: always, or until a physician accepts it (S14)."""

from __future__ import annotations

from collections.abc import Iterator

from desens_gui.domain.protocol.about import ReactionType
from desens_gui.domain.qualifying import (
    Asthma,
    HistoryStrength,
    Known,
    MedicalHistory,
    Pregnancy,
    Risk,
)
from desens_gui.domain.refusals.qualify import HardStop, ReactionNotForProtocol, SevereDelayed
from desens_gui.domain.session import Session

NeverStart = HardStop | SevereDelayed | ReactionNotForProtocol

_TEST_FIRST = (ReactionType.BENIGN_DELAYED_RASH, ReactionType.SIDE_EFFECT, ReactionType.UNKNOWN)


def hard_stops(session: Session) -> tuple[NeverStart, ...]:
    """Why this patient may not get this drug by this protocol, as far as it was answered."""
    return tuple(_hard_stops(session))


def _hard_stops(session: Session) -> Iterator[NeverStart]:
    if had := tuple(answer.what for answer in session.severe if answer.had is Known.YES):
        yield HardStop(had=had)
    if session.qualification is None:
        return
    reaction = session.qualification.reaction
    if reaction is ReactionType.SEVERE_DELAYED:
        yield SevereDelayed()
    elif session.plan is not None and reaction is not ReactionType.UNKNOWN:
        protocol = session.plan.inputs.protocol
        fits = protocol.about.reactions
        if fits and reaction not in fits:
            yield ReactionNotForProtocol(reaction=reaction, protocol=protocol.title, fits=fits)


def risks_standing(session: Session) -> tuple[Risk, ...]:
    """In the order of the list; "not known" counts as yes until a physician says otherwise."""
    found = set(_risks(session))
    return tuple(risk for risk in Risk if risk in found)


def risks_open(session: Session) -> tuple[Risk, ...]:
    """Those that nobody accepted."""
    return tuple(risk for risk in risks_standing(session) if risk not in session.accepted)


def _risks(session: Session) -> Iterator[Risk]:
    if any(answer.had is Known.NOT_KNOWN for answer in session.severe):
        yield Risk.SEVERE_NOT_KNOWN
    if session.qualification is not None and session.qualification.reaction is ReactionType.UNKNOWN:
        yield Risk.REACTION_UNKNOWN
    if session.history is not None:
        yield from _of_history(session, session.history)


def _of_history(session: Session, history: MedicalHistory) -> Iterator[Risk]:
    """BWH guidelines for outside desensitizations (FEV1, beta-blocker, severe first reaction, heart);

    beta-blocker and ACE inhibitor also UpToDate tables and HemOnc.org; pregnancy is recalled.
    """
    asked = (
        (Risk.BETA_BLOCKER, history.beta_blocker),
        (Risk.ACE_INHIBITOR, history.ace_inhibitor),
        (Risk.HEART, history.heart_unstable),
        (Risk.LIFE_THREATENING, history.life_threatening),
    )
    yield from (risk for risk, answer in asked if answer is not Known.NO)
    if history.asthma in (Asthma.UNCONTROLLED, Asthma.NOT_KNOWN):
        yield Risk.ASTHMA
    if history.pregnancy in (Pregnancy.YES, Pregnancy.NOT_KNOWN):
        yield Risk.PREGNANCY
    fev1, policy = history.fev1_percent, session.policy
    if fev1 is not None and policy is not None and fev1 < policy.fev1_risk_below:
        yield Risk.FEV1


def test_first(session: Session) -> bool:
    """Whether testing or a graded challenge is proposed first: a proposal in words, never a decision."""
    said = session.qualification
    if said is None:
        return False
    return said.strength is not HistoryStrength.CONVINCING or said.reaction in _TEST_FIRST
