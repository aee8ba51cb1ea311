"""What this machine prefers; what belongs to the roster lies in the file and travels with it."""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QSettings

from ui import clock
from ui.theme import SYSTEM

RECENT_FILES = 8


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every preference and its default.

    An empty language is the system's, an empty `actor` the account's name; `text_size` is in percent;
    `geometry` is Qt's, in base 64; `recent` has the newest file first.
    """

    language: str = ""
    palette: str = SYSTEM
    text_size: int = 100
    actor: str = ""
    geometry: str = ""
    rail_folded: bool = False
    recent: tuple[str, ...] = ()


class Settings:
    """The preferences over QSettings, of which only those that differ from the default are stored."""

    def __init__(self, stored: QSettings) -> None:
        self._stored = stored
        self._now = Preferences(**{field.name: self._read(field.name) for field in fields(Preferences)})

    @property
    def now(self) -> Preferences:
        """The preferences in force."""
        return self._now

    def save(self, wanted: Preferences) -> None:
        """Let these be in force, and keep them."""
        default = asdict(Preferences())
        for name, value in asdict(wanted).items():
            if value == default[name]:
                self._stored.remove(name)
            else:
                self._stored.setValue(name, json.dumps(value))
        self._now = wanted

    def recent(self) -> tuple[str, ...]:
        """The files opened lately; none while the clock is set, since then they may not be opened."""
        return () if clock.is_set() else self._now.recent

    def remember_file(self, path: str) -> None:
        """Put a file at the head of the recent ones; on a set clock nothing is learned about files."""
        others = (each for each in self._now.recent if each != path)
        self._keep_recent((path, *others)[:RECENT_FILES])

    def forget_file(self, path: str) -> None:
        """Take a file that is gone from the recent ones."""
        self._keep_recent(tuple(each for each in self._now.recent if each != path))

    def _keep_recent(self, recent: tuple[str, ...]) -> None:
        if not clock.is_set():
            self.save(replace(self._now, recent=recent))

    def _read(self, name: str) -> Any:
        """A stored value of the default's type; what was spoilt by hand falls back to the default."""
        default = getattr(Preferences(), name)
        try:
            value = json.loads(str(self._stored.value(name, "")))
        except ValueError:
            return default
        if isinstance(default, tuple) and isinstance(value, list):
            return tuple(str(each) for each in value)
        return value if type(value) is type(default) else default
