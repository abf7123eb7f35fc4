"""What is recorded of a site: each page of its set-up with who answered it and when; the newest stands."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Page(StrEnum):
    """In the order they are asked. Stored: a name is never given another meaning."""

    NAME = "name"
    STAFF = "staff"
    POLICY = "policy"
    PROTOCOL = "protocol"
    ENCRYPTION = "encryption"
    SOUND = "sound"
    BACKUP = "backup"


PAGES = tuple(Page)


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """by: the id of who answered. about: the answer; revision and digest: of the file that it names."""

    page: Page
    by: str
    utc_us: int
    about: str
    revision: int = 0
    digest: str = ""


class SiteRecord(msgspec.Struct, frozen=True):
    """Empty where no site was ever set up. In the order of answering; nothing is taken out."""

    answers: tuple[Answered, ...] = ()

    def last(self, page: Page) -> Answered | None:
        return next((each for each in reversed(self.answers) if each.page is page), None)

    @property
    def name(self) -> str:
        named = self.last(Page.NAME)
        return named.about if named is not None else ""

    @property
    def missing(self) -> tuple[Page, ...]:
        """The pages nobody answered yet; a site is set up when there is none."""
        return tuple(page for page in PAGES if self.last(page) is None)

    def approved(self, protocol: str, digest: str) -> bool:
        """Whether this very file was approved here."""
        return any(
            each.page is Page.PROTOCOL and (each.about, each.digest) == (protocol, digest)
            for each in self.answers
        )
