"""The keys that lead to pages: Ctrl and a number to each, F6 from the page in sight to the rail and back."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.rail import Rail, Stop
from ui.window.pages import PageEntry

_CROSSING = ("F6", "Ctrl+F6")
"""The page in sight may have taken the first for itself."""


def stops(pages: Iterable[PageEntry]) -> tuple[Stop, ...]:
    """The pages' lines in the rail, with their keys as far as there are numbers."""
    keys = (f"Ctrl+{number}" for number in range(1, 10))
    return tuple(Stop(page.id, page.word, page.icon, next(keys, ""), page.ground) for page in pages)


def give_keys(window: QWidget, rail: Rail, go: Callable[[str], None], back: Callable[[], None]) -> None:
    """Let the keys work in the window; `back` puts the keyboard where the hands begin on the page."""
    for stop in rail.stops():
        QShortcut(QKeySequence(stop.keys), window, partial(go, stop.id))
    for keys in _CROSSING:
        QShortcut(QKeySequence(keys), window, lambda: back() if rail.has_keyboard() else rail.take_keyboard())
