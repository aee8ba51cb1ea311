"""Loads what the pages need that nobody has looked at yet, while nothing else is to do."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from ui.window.pages import all_pages

_REST = 20
"""Milliseconds between two pages, for whoever types meanwhile."""


class Forerunner(QObject):
    """Loads one page after the other, so that the first visit to a page does not wait for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ahead = [f"ui.{page.id}.page" for page in all_pages()]  # a page lies in the folder of its name
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._load_next)

    def begin(self, after: int) -> None:
        """Begin after so many milliseconds."""
        QTimer.singleShot(after, self, lambda: self._timer.start(_REST))

    def _load_next(self) -> None:
        if self._ahead:
            import_module(self._ahead.pop(0))
        else:
            self._timer.stop()
