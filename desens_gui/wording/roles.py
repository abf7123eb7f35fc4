"""Roles of people as they are read."""

from __future__ import annotations

from desens_gui.domain.recorded import Role
from desens_gui.wording.words import Words


def role_name(words: Words, role: Role) -> str:
    names = {
        Role.NURSE: words.within("role", "Nurse"),
        Role.ALLERGIST: words.within("role", "Allergist"),
        Role.PHARMACIST: words.within("role", "Pharmacist"),
        Role.ADMINISTRATOR: words.within("role", "Administrator"),
        Role.UNIDENTIFIED: words.within("role", "Not identified"),
        Role.PROGRAM: words.within("role", "Program"),
    }
    return names[role]
