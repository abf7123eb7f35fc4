"""What the window knows of a site that is being set up.

Intents: "site:open", "site:leave", "site:save" (the primary of the open page), "site:print",
"site:page:<page>". Field codes: "site:name", "site:person", "site:id", "site:file", "site:doctor",
"site:pdf", "site:back", "site:folder", "site:admin"; choices "site:role", "site:protocol", "site:encrypt",
"site:heard". Secrets, of which nothing is in any draft: "site:pin", "site:again", "site:badge",
"site:admin_pin", "site:doctor_pin".
"""

from __future__ import annotations

from msgspec import Struct

from desens_gui.domain.policy import Policy
from desens_gui.domain.recorded import Role
from desens_gui.domain.site import Page, SiteRecord

OPEN, LEAVE, SAVE, PRINT = "site:open", "site:leave", "site:save", "site:print"
PAGE = "site:page:"


class StaffMember(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    role: Role
    active: bool = True


class SiteState(Struct, frozen=True, kw_only=True):
    """page None: nothing is missing. by: the administrator who signed in here, "" for nobody yet.

    key: the recovery key as it goes on paper, for an administrator only.
    """

    record: SiteRecord
    page: Page | None
    by: str = ""
    people: tuple[StaffMember, ...] = ()
    policy: Policy
    protocols: tuple[tuple[str, str], ...] = ()
    key: str = ""
    said: str = ""

    @property
    def asks_administrator(self) -> bool:
        """Whether somebody has to sign in before the open page is answered."""
        return bool(self.people) and not self.by and self.page not in (None, Page.POLICY, Page.PROTOCOL)
