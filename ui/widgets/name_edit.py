"""A line edit that finds one of many names by its beginning, its middle or its pinyin initials."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.widgets.suggest_edit import SuggestEdit, Suggestion


@dataclass(frozen=True, slots=True)
class Name:
    """One name to choose: `key` is what is chosen, `matches` are further words it is found by (zjg)."""

    key: str
    label: str
    matches: tuple[str, ...] = ()
    detail: str = ""


def found(names: Iterable[Name], text: str) -> list[Name]:
    """The names that fit what was typed, best first: whole name, beginning, initials, any part."""
    typed = text.strip().casefold()
    ranked = [(rank, at, name) for at, name in enumerate(names) if (rank := _rank(name, typed)) is not None]
    return [name for _, _, name in sorted(ranked, key=lambda each: each[:2])]


def _rank(name: Name, typed: str) -> int | None:
    label = name.label.casefold()
    if typed == label:
        return 0
    if label.startswith(typed):
        return 1
    words = [word.casefold() for word in name.matches]
    if typed in words:
        return 2
    if any(word.startswith(typed) for word in words):
        return 3
    return 4 if typed in label else None


class NameEdit(SuggestEdit):
    """Chooses a name; `key()` is empty as long as the text names nobody, or two."""

    def __init__(self, names: Sequence[Name] = (), parent: QWidget | None = None) -> None:
        super().__init__(self._suggestions, parent)
        self._names = tuple(names)
        self._picked = ""
        self.picked.connect(self._on_picked)
        self.textEdited.connect(self._on_edited)

    def set_names(self, names: Sequence[Name]) -> None:
        """Choose among these from now on."""
        self._names = tuple(names)

    def set_key(self, key: str) -> None:
        """Show the name of a key; nothing for a key that is not among the names."""
        self._picked = key
        self.setText(next((name.label for name in self._names if name.key == key), ""))

    def key(self) -> str:
        """The chosen name's key: as picked, else of the only name that is written so or found so."""
        if self._picked:
            return self._picked
        typed = self.text().strip()
        same = [name for name in self._names if name.label == typed]
        fitting = same or (found(self._names, typed) if typed else [])
        return fitting[0].key if len(fitting) == 1 else ""

    def _suggestions(self, text: str) -> list[Suggestion]:
        return [Suggestion(name.label, name.key, name.detail) for name in found(self._names, text)]

    def _on_picked(self, key: str) -> None:
        self._picked = key

    def _on_edited(self) -> None:
        self._picked = ""
