"""The workstation's audit as programs write to it. No Qt: the command line uses it too."""

from __future__ import annotations

import platform

from desens_gui.session.audit import AuditEntry, What
from desens_gui.session.signing_in import NOBODY
from desens_gui.storage.audit_file import AuditFile, ToNote
from desens_gui.storage.problem_words import workstation_sentence
from desens_gui.storage.problems import StorageProblem, problem_of_os
from desens_gui.storage.seal import Seal
from desens_gui.system.clock import SystemClock
from desens_gui.system.ids import SystemIds
from desens_gui.system.paths import Folders
from desens_gui.system.workstation_key import WorkstationKey
from desens_gui.wording.words import Words


def workstation_name() -> str:
    return platform.node() or "workstation"


def audit_file(place: Folders) -> AuditFile:
    return AuditFile(place.audit, seal=Seal(WorkstationKey(place.key)), workstation=workstation_name())


def note_command(place: Folders, what: What, session_id: str, form: str, words: Words) -> str:
    """What one command did, by whoever has the computer; "" once it is on disk, else one sentence.

    A file that cannot be written keeps nobody from the record.
    """
    stamp = SystemClock().now()
    codes = (form,) if form else ()
    entry = AuditEntry(what=what, actor=NOBODY, stamp=stamp, session=session_id, codes=codes)
    try:
        audit_file(place.make()).append([ToNote(SystemIds().uuid(), entry)])
    except StorageProblem as problem:
        return _not_noted(place, problem, words)
    except OSError as error:
        return _not_noted(place, problem_of_os(error), words)
    return ""


def _not_noted(place: Folders, problem: StorageProblem, words: Words) -> str:
    why = workstation_sentence(problem, words)
    return words("This could not be noted in {file}: {why}", file=place.audit.name, why=why)
