"""Who acts at this chair, shown by badge or PIN, while everything runs on (SAFETY S9, S10)."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.course.steps import StepCourse
from desens_gui.domain.stage import Ended, SettingUp
from desens_gui.views.due import due
from desens_gui.views.live_column import live_column
from desens_gui.views.parts.action import ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.parts.field import FieldView
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.setup import PickRow, PickView
from desens_gui.views.parts.sign_in import Colleague, SigningState, SignInView
from desens_gui.views.scene import Scene
from desens_gui.wording import moments
from desens_gui.wording.roles import role_name

WHO, PIN, PEOPLE = "sign_in:who", "sign_in:pin", "sign_in:people"
MOST_SHOWN = 5
"""Rows that fit into the smallest window; typing part of a name finds the others."""


def found(state: SigningState, typed: str) -> tuple[Colleague, ...]:
    """Those whose name or staff number holds what was typed."""
    part = typed.strip().casefold()
    return tuple(
        each for each in state.colleagues if part in each.name.casefold() or part in each.id.casefold()
    )


def meant(state: SigningState, typed: str) -> Colleague | None:
    """The chosen one, as long as they are among those found; else the only one found."""
    fitting = found(state, typed)
    chosen = next((each for each in fitting if each.id == state.chosen), None)
    return chosen or (fitting[0] if len(fitting) == 1 else None)


def sign_in(
    scene: Scene, courses: tuple[StepCourse, ...], draft: FormDraft, state: SigningState
) -> SignInView:
    words, typed = scene.words, draft.text(WHO)
    fitting, chosen = found(state, typed), meant(state, typed)
    more = len(fitting) - MOST_SHOWN
    return SignInView(
        live=None if isinstance(scene.session.stage, SettingUp | Ended) else live_column(scene, courses),
        head=CardHead(title=state.purpose or words("Sign in"), note=scene.chair),
        badge=words("Tap your badge"),
        badge_sub=words("It signs for this once; who acts here stays signed in")
        if state.purpose
        else words("Every entry carries your name and time"),
        between=words("or"),
        who=FieldView(code=WHO, name=words("Name or staff number"), text=typed, kind="text"),
        people=PickView(
            code=PEOPLE,
            name=words("People here"),
            rows=tuple(_row(scene, each, chosen) for each in fitting[:MOST_SHOWN]),
        ),
        more=_more(scene, len(fitting), more),
        pin=FieldView(code=PIN, name=words("PIN or passphrase"), text="", kind="text"),
        said=state.said,
        back=_back(scene),
        facts=(_now(scene, state), _promise(scene)),
    )


def _row(scene: Scene, person: Colleague, chosen: Colleague | None) -> PickRow:
    return PickRow(
        code=person.id,
        title=person.name,
        sub=role_name(scene.words, person.role),
        chosen=chosen is not None and person.id == chosen.id,
    )


def _more(scene: Scene, fitting: int, more: int) -> str:
    if not fitting:
        return scene.words("Nobody here has such a name or number.")
    return scene.words("{count} more: type part of the name.", count=more) if more > 0 else ""


def _back(scene: Scene) -> ActionView | None:
    """Before anything runs there is nothing to go back to."""
    if isinstance(scene.session.stage, SettingUp) and scene.who is None:
        return None
    return ActionView(intent="back", label=scene.words("Back"), key="Esc")


def sign_in_action(scene: Scene, draft: FormDraft, state: SigningState) -> ActionView:
    words = scene.words
    person = meant(state, draft.text(WHO))
    blocked = "" if person is not None else words("Not yet. Tap a badge, or choose a name and type the PIN.")
    label = _label(scene, person, state)
    return ActionView(
        intent="sign_in",
        label=words("One moment") if state.looking else label,
        sub=words("The PIN is looked at") if state.looking else words("Everything runs on meanwhile"),
        icon="person",
        key="F2",
        kind="primary",
        blocked_reason=blocked,
    )


def _label(scene: Scene, person: Colleague | None, state: SigningState) -> str:
    words = scene.words
    if state.purpose:
        return words("Sign") if person is None else words("Sign as {name}", name=person.name)
    return words("Sign in") if person is None else words("Sign in as {name}", name=person.name)


def sign_in_frame(whole: FrameView, scene: Scene, draft: FormDraft, state: SigningState) -> FrameView:
    """REACTION, stopping and what else stands in the bar stay; the primary action is the form's own.

    Where a pump must be reported as stopped, that stays the primary action.
    """
    bar = whole.actions
    urgent = bar.primary is not None and bar.primary.intent == "pump_stopped"
    primary = bar.primary if urgent else sign_in_action(scene, draft, state)
    return replace(whole, actions=replace(bar, primary=primary))


def _now(scene: Scene, state: SigningState) -> FactsView:
    words, offset = scene.words, scene.session.zone_offset_min
    signed = words("nobody")
    if scene.who is not None:
        signed = scene.actor
        if state.since_us is not None:
            since = moments.hour_minute(state.since_us, offset)
            signed = words("{name}, since {time}", name=scene.actor, time=since)
    lines = [LineView(strong=words("Signed in"), text=signed)]
    rows = () if isinstance(scene.session.stage, SettingUp | Ended) else due(scene).rows
    coming = [f"{row.text}, {row.time}" for row in rows if row.state != "done"]
    lines += [LineView(strong=words("Next"), text=text) for text in coming[:1]]
    if not isinstance(scene.session.stage, SettingUp):
        count = len(scene.session.unsigned)
        waits = words("{count} to co-sign", count=count) if count else words("none")
        lines.append(LineView(strong=words("Outstanding"), text=waits))
    return FactsView(head=CardHead(title=words("Now at this chair")), lines=tuple(lines))


def _promise(scene: Scene) -> FactsView:
    words = scene.words
    return FactsView(
        head=CardHead(title=words("Signing in keeps nothing from you")),
        lines=(
            LineView(
                text=words(
                    "REACTION, pausing, stopping and notes work without it and are named afterwards. "
                    "Step, timer and alarms go on."
                )
            ),
            LineView(text=words("A name can only be used by its own badge or PIN."), rule=True),
        ),
    )
