"""The one guide of the program: opened by F1 where the user is, and by the question marks of the pages."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.guide.places import place_of
from ui.i18n import language

if TYPE_CHECKING:
    from ui.guide.window import GuideWindow

SCHEME: Final = "guide"
"""Links such as guide:fairness#due open the guide there."""
_KEY = "guide_key"


class Guide(QObject):
    """Opens the guide's window, one for all; gives every dialog its F1."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: GuideWindow | None = None
        self._spoken = ""
        QDesktopServices.setUrlHandler(SCHEME, self, "open_url")  # type: ignore[arg-type]  # its stub is wrong
        self._closed = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._give_key)

    def open_here(self) -> None:
        """Open the page that belongs to what has the keyboard."""
        there = QApplication.focusWidget() or QApplication.activeWindow()
        seen = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        self.open_at(place_of(there or next(seen, None)))

    def open_at(self, place: str) -> None:
        """Open "page#place"."""
        if self._window is not None and self._spoken != language():
            self._window.close()
        if self._window is None:
            # Whoever never asks does not wait for what reading needs.
            from ui.guide.window import GuideWindow  # noqa: PLC0415 - see above

            self._window, self._spoken = GuideWindow(), language()
            self._window.closed.connect(self._forget)
        self._window.show_place(place)

    def close(self) -> None:
        """Close the window, if it is open, and be asked no more."""
        self._closed = True
        if self._window is not None:
            self._window.close()

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        """Follow a link of the scheme."""
        self.open_at("#".join(filter(None, (url.path(), url.fragment()))))

    def _forget(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None

    def _give_key(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let F1 work in a dialog too, which the window's own key does not reach."""
        window = now.window() if now is not None and not self._closed else None
        if isinstance(window, QDialog) and window.findChild(QShortcut, _KEY) is None:
            key = QShortcut(QKeySequence("F1"), window)
            key.setObjectName(_KEY)
            key.activated.connect(self.open_here)
