"""What this workstation keeps of its site: staff, sign-in policy, audit. No Qt: the command line uses it."""

from __future__ import annotations

from collections.abc import Callable

from desens_gui.app.audit import audit_file, workstation_name
from desens_gui.session.audit import Audit
from desens_gui.session.signing_in import SigningIn
from desens_gui.session.staff import Hasher
from desens_gui.session.staffing import Staffing
from desens_gui.storage.audit_writer import AuditWriter
from desens_gui.storage.staff_file import StaffFile
from desens_gui.system.clock import SystemClock
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import Folders
from desens_gui.system.sign_in_policy import load_sign_in
from desens_gui.system.workstation_key import WorkstationKey


class Site:
    """`fault`: what is wrong with the site's own sign-in policy; the shipped one stands then."""

    def __init__(self, place: Folders) -> None:
        loaded = load_sign_in(place.data)
        self.policy, self.fault = loaded.policy, loaded.fault
        self.clock = SystemClock()
        key = WorkstationKey(place.key)
        self.staff = StaffFile(place.staff, key=key, ids=SystemIds(), workstation=workstation_name())
        self.audit = audit_file(place)

    def audit_writer(self) -> AuditWriter:
        """Started; close it."""
        return AuditWriter(self.audit, SystemIds())

    def signing_in(self, audit: Audit, session_id: Callable[[], str] = str) -> SigningIn:
        return SigningIn(
            self.staff,
            self._hasher(),
            self.policy.delays,
            clock=self.clock,
            audit=audit,
            session_id=session_id,
        )

    def staffing(self, audit: Audit) -> Staffing:
        return Staffing(self.staff, self._hasher(), self.policy.rules, clock=self.clock, audit=audit)

    def _hasher(self) -> Hasher:
        """Imported by whoever looks at PINs, off the thread that paints."""
        from desens_gui.system.pin_hashing import Argon, Cost

        return Argon(Cost(self.policy.memory_mib * 1024, self.policy.passes))
