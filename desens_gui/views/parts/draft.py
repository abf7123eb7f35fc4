"""What a person has typed and chosen in a form and not yet handed in. Codes and raw text, never a value."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class FormDraft(Struct, frozen=True, kw_only=True):
    """`texts` by field code as typed, `chosen` the option code by choice code. Never changed in place."""

    texts: dict[str, str] = {}
    chosen: dict[str, str] = {}

    def text(self, code: str) -> str:
        return self.texts.get(code, "")

    def choice(self, code: str) -> str:
        return self.chosen.get(code, "")


def typed(draft: FormDraft, code: str, text: str) -> FormDraft:
    return replace(draft, texts={**draft.texts, code: text})


def picked(draft: FormDraft, code: str, option: str) -> FormDraft:
    """The option becomes the answer; chosen a second time it is taken back."""
    again = draft.chosen.get(code) == option
    return replace(draft, chosen={**draft.chosen, code: "" if again else option})
