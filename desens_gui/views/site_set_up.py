"""Setting the site up in the window: the open page, what is missing, what was answered and by whom."""

from __future__ import annotations

from msgspec.structs import replace

from desens_gui.domain.site import PAGES, Page
from desens_gui.views.parts.action import ActionBarView, ActionView
from desens_gui.views.parts.card import CardHead
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.facts import FactsView, LineView
from desens_gui.views.parts.frame import FrameView
from desens_gui.views.parts.setup import FormCardView, SetupView
from desens_gui.views.parts.site import LEAVE, OPEN, PAGE, SAVE, SiteState
from desens_gui.views.parts.stepper import StepMarkView, StepperView
from desens_gui.views.pump_entry import Problems
from desens_gui.views.scene import Scene
from desens_gui.views.site_pages import SitePages
from desens_gui.wording import moments, numbers
from desens_gui.wording.site_words import page_title
from desens_gui.wording.words import Words


def site_set_up(scene: Scene, state: SiteState, draft: FormDraft, problems: Problems) -> SetupView:
    words, page = scene.words, state.page
    title = words("This site") if page is None else page_title(words, page)
    number = numbers.number(PAGES.index(page) + 1) if page is not None else ""
    return SetupView(
        card=f"site:{page}",
        form=FormCardView(
            head=CardHead(number=number, title=title, note=state.said),
            blocks=SitePages(words, state, draft, problems).blocks(),
            problem=problems.get(SAVE, ""),
        ),
        missing=_missing(words, state),
        answered=_answered(scene, state),
    )


def _missing(words: Words, state: SiteState) -> FactsView:
    missing = state.record.missing
    if not missing:
        return FactsView(head=CardHead(title=words("Nothing is missing"), icon="tick"))
    return FactsView(
        head=CardHead(title=words("Still missing"), note=numbers.number(len(missing))),
        lines=tuple(LineView(strong=page_title(words, page)) for page in missing),
        tone="acc",
    )


def _answered(scene: Scene, state: SiteState) -> FactsView:
    words, offset = scene.words, scene.session.zone_offset_min
    lines = []
    for page in PAGES:
        last = state.record.last(page)
        if last is not None:
            moment = f"{moments.day(last.utc_us, offset, words)} {moments.hour_minute(last.utc_us, offset)}"
            text = words("{answer}, by {by}, {moment}", answer=last.about, by=last.by, moment=moment)
            lines.append(LineView(strong=page_title(words, page), text=text))
    none = LineView(text=words("Nothing yet. Each page is kept as soon as it is answered."))
    return FactsView(head=CardHead(title=words("Answered")), lines=tuple(lines) or (none,))


def offering(frame: FrameView, words: Words) -> FrameView:
    """The set-up of a session, before any patient, also offers that of the site."""
    label, sub = words("Set up this site"), words("About five minutes")
    action = ActionView(intent=OPEN, label=label, sub=sub, icon="person")
    bar = frame.actions
    return replace(frame, actions=replace(bar, secondary=(action, *bar.secondary)))


def site_frame(frame: FrameView, scene: Scene, state: SiteState, draft: FormDraft) -> FrameView:
    """REACTION stays; an alarm keeps the strip to itself."""
    words = scene.words
    leave = ActionView(
        intent=LEAVE, label=words("Leave"), sub=words("What was answered is kept"), icon="cross", key="Esc"
    )
    bar = ActionBarView(
        reaction=frame.actions.reaction, secondary=(leave,), primary=_primary(words, state, draft)
    )
    alarm = frame.alarm
    if alarm.level == "none":
        alarm = replace(
            alarm,
            title=words("This site"),
            text=words("Each page is kept as soon as it is answered."),
            stepper=_stepper(words, state),
            icon="",
            note="",
        )
    return replace(frame, actions=bar, alarm=alarm)


def _primary(words: Words, state: SiteState, draft: FormDraft) -> ActionView:
    labels = {
        Page.NAME: words("Save site and administrator"),
        Page.STAFF: words("Add this person") if draft.text("site:person") else words("Everybody is here"),
        Page.POLICY: words("Accept this policy"),
        Page.PROTOCOL: words("Approve this protocol"),
        Page.ENCRYPTION: words("Save encryption"),
        Page.SOUND: words("Save alarm sound"),
        Page.BACKUP: words("Check and save the folder"),
    }
    label = words("Begin") if state.page is None else labels[state.page]
    if state.asks_administrator:
        label = words("Sign in as administrator")
    return ActionView(intent=SAVE, label=label, icon="tick", key="F2", kind="primary")


def _stepper(words: Words, state: SiteState) -> StepperView:
    names = {
        Page.NAME: words("Site"),
        Page.STAFF: words("Staff"),
        Page.POLICY: words("Policy"),
        Page.PROTOCOL: words("Protocol"),
        Page.ENCRYPTION: words("Encryption"),
        Page.SOUND: words("Sound"),
        Page.BACKUP: words("Backup"),
    }
    missing = state.record.missing
    return StepperView(
        name=words("Pages of the site's set-up"),
        steps=tuple(
            StepMarkView(
                intent=f"{PAGE}{page}",
                number=str(number),
                label=names[page],
                mark="open" if page is state.page else "to_come" if page in missing else "done",
                done=page not in missing,
            )
            for number, page in enumerate(PAGES, start=1)
        ),
    )
