"""Who reads a second time: another person, an allergist by telephone, or the same one, blind (SAFETY S10)."""

from __future__ import annotations

from enum import StrEnum

from desens_gui.domain.commands.setup import DeclareNoSecondPerson
from desens_gui.domain.proof import TelephoneWord
from desens_gui.views.entry.forms import FormReader
from desens_gui.views.parts.draft import FormDraft
from desens_gui.views.parts.field import ChoiceView, FieldView
from desens_gui.views.pump_entry import Problems, choice, field
from desens_gui.views.scene import Scene
from desens_gui.wording.words import Words

WAY, BY, REASON = "second:way", "second:by", "second:reason"


class Way(StrEnum):
    PERSON = "person"
    TELEPHONE = "telephone"
    ALONE = "alone"


def ways(scene: Scene) -> tuple[Way, ...]:
    """Another person shows badge or PIN: only where staff are set up."""
    return tuple(Way) if scene.staffed else (Way.ALONE, Way.TELEPHONE)


def way_of(scene: Scene, draft: FormDraft) -> Way:
    """As chosen; before that a second person is looked for first, unless it was said that there is none."""
    chosen = draft.choice(WAY)
    if chosen in ways(scene):
        return Way(chosen)
    alone = not scene.staffed or scene.session.second_person_reason is not None
    return Way.ALONE if alone else Way.PERSON


def way_choice(scene: Scene, draft: FormDraft) -> ChoiceView:
    words = scene.words
    names = {
        Way.PERSON: words("Second person"),
        Way.TELEPHONE: words("By telephone"),
        Way.ALONE: words("Same person"),
    }
    options = [(way.value, names[way]) for way in ways(scene)]
    return choice(WAY, words("Who reads a second time"), options, way_of(scene, draft))


def way_fields(scene: Scene, draft: FormDraft, problems: Problems) -> tuple[FieldView, ...]:
    """Who confirms by telephone, and why nobody else is there where that was not said yet."""
    words, way = scene.words, way_of(scene, draft)
    fields = []
    if way is Way.TELEPHONE:
        name = words("Allergist on the telephone")
        fields.append(field(draft, problems, BY, name, hint=words("name"), kind="text"))
    if way is not Way.PERSON and scene.session.second_person_reason is None:
        fields.append(field(draft, problems, REASON, words("Why nobody else is there"), kind="text"))
    return tuple(fields)


def way_action(words: Words, way: Way) -> str:
    """What pressing it says."""
    match way:
        case Way.PERSON:
            return words("Compare, then badge or PIN")
        case Way.TELEPHONE:
            return words("Read back by telephone: compare")
        case _:
            return words("Compare")


def way_save(words: Words, way: Way) -> str:
    """The same for the plan."""
    match way:
        case Way.PERSON:
            return words("Save, then badge or PIN")
        case Way.TELEPHONE:
            return words("Save, read back by telephone")
        case _:
            return words("Save second reading")


def read_word(reader: FormReader) -> TelephoneWord | None:
    """The label of the button says that it was read back; the time is now."""
    if way_of(reader.scene, reader.draft) is not Way.TELEPHONE:
        return None
    return TelephoneWord(by=reader.text(BY, reader.scene.words("Allergist on the telephone")), read_back=True)


def read_reason(reader: FormReader) -> DeclareNoSecondPerson | None:
    """Why nobody else is there, where it has to be said now."""
    way = way_of(reader.scene, reader.draft)
    if way is Way.PERSON or reader.scene.session.second_person_reason is not None:
        return None
    return DeclareNoSecondPerson(reason=reader.text(REASON, reader.scene.words("Why nobody else is there")))
