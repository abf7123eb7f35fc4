"""Where files of this workstation live. No patient data in any name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from desens_gui.session.ports import Ids, Zone
from desens_gui.system import workstation_key

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SUFFIX = ".desens"


class Folders(msgspec.Struct, frozen=True):
    """The data folder and what lies in it."""

    data: Path

    @property
    def sessions(self) -> Path:
        return self.data / "sessions"

    @property
    def ballast(self) -> Path:
        return self.data / "ballast"

    @property
    def key(self) -> Path:
        """What seals the entries recorded at this workstation."""
        return self.data / workstation_key.NAME

    @property
    def site_key(self) -> Path:
        """What encrypts session files: of the whole site, where there is one."""
        return self.data / "site.key"

    @property
    def encryption(self) -> Path:
        """Whether new session files are encrypted."""
        return self.data / "encryption.toml"

    @property
    def settings(self) -> Path:
        return self.data / "settings.toml"

    @property
    def site(self) -> Path:
        """What was answered when the site was set up, by whom and when."""
        return self.data / "site.toml"

    @property
    def policy(self) -> Path:
        """The site's own policy, as it was accepted."""
        return self.data / "policy.toml"

    @property
    def equipment(self) -> Path:
        """Limits of the site's pump and syringe, where it wrote them down."""
        return self.data / "equipment.toml"

    @property
    def staff(self) -> Path:
        """Who may sign in here."""
        return self.data / "staff.db"

    @property
    def audit(self) -> Path:
        """What was refused, seen, exported, who signed in: ids only."""
        return self.data / "audit.db"

    def heartbeat(self, session: Path) -> Path:
        """Beside the other files of the workstation, not beside the session: it is no part of the record."""
        return self.data / f"{session.stem}.alive"

    def make(self) -> Folders:
        """Create what is missing, for the owner only; OSError where that is not possible."""
        for folder in (self.data, self.sessions):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self


def folders(data: Path | None = None) -> Folders:
    """The folder named by --data, else the platform's own. Nothing is created."""
    if data is None:
        import platformdirs  # not on the way to the first window

        data = platformdirs.user_data_path("desens", appauthor=False)
    return Folders(data.absolute())


def session_name(utc_us: int, zone: Zone, ids: Ids) -> str:
    """`2026-11-22-k7qm2x9d.desens`: the display zone's date and a random id."""
    local = _EPOCH + timedelta(microseconds=utc_us, minutes=zone.offset_min(utc_us))
    return f"{local.date().isoformat()}-{ids.short()}{SUFFIX}"


def sessions_in(folder: Path) -> tuple[Path, ...]:
    """Session files of a folder, newest name first; a file that never got its first entry is left out."""
    found = [path for path in folder.glob(f"*{SUFFIX}") if path.is_file() and path.stat().st_size]
    return tuple(sorted(found, reverse=True))
