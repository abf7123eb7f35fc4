"""A workstation with encryption, for tests."""

from __future__ import annotations

from desens_gui.system.encryption import keep
from desens_gui.system.paths import Folders
from desens_gui.system.site_key import fingerprint, write_site_key

SECRET = b"one site, twenty let"


def encrypted_site(place: Folders, secret: bytes = SECRET) -> Folders:
    place.make()
    write_site_key(place.site_key, secret)
    keep(place, on=True, site=fingerprint(secret))
    return place
