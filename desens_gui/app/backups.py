"""The backup of finished sessions as the window program keeps it, and what it says of it."""

from __future__ import annotations

from desens_gui.storage.backup_keeper import BackupKeeper
from desens_gui.storage.problem_words import sentence
from desens_gui.system.paths import Folders, sessions_in
from desens_gui.system.settings import load_settings
from desens_gui.wording.file_words import fault_sentence
from desens_gui.wording.words import Words


class Backups:
    """Begun with the program and again when its session is over; nothing without a folder in the settings."""

    def __init__(self, place: Folders, words: Words) -> None:
        loaded = load_settings(place.settings)
        self._words = words
        self._fault = fault_sentence(loaded.fault, words) if loaded.fault is not None else ""
        folder = loaded.settings.backup_folder
        self.keeper = BackupKeeper(lambda: sessions_in(place.sessions), folder) if folder else None
        self._over = False
        self._ask()

    def beat(self, *, over: bool) -> None:
        """Told five times a second whether the session is over."""
        if over and not self._over:
            self._ask()
        self._over = over

    def said(self) -> str:
        """What is wrong with backup or settings; "" when nothing is."""
        missed = self.keeper.missed if self.keeper is not None else ()
        if self._fault or not missed:
            return self._fault
        first = missed[0]
        return self._words(
            "Sessions without backup: {count}. {file}: {said}",
            count=len(missed),
            file=first.session.name,
            said=sentence(first.problem, self._words),
        )

    def close(self) -> None:
        if self.keeper is not None:
            self.keeper.close()

    def _ask(self) -> None:
        if self.keeper is not None:
            self.keeper.ask()
