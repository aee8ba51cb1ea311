"""A pair of hands at the keyboard of the whole window, a clock that is put on, and a camera."""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.conftest import drain
from tests.services.nights import by
from ui.today.page import TodayPage
from ui.window.alarm import Alarm

PHOTOS = os.environ.get("DUTYDESK_PHOTOS", "")
"""A folder for the photographs; none are taken in a plain run."""
LOOK = os.environ.get("DUTYDESK_LOOK", "en light").split()
"""The language and the colours of the window, such as "zh_CN dark"."""
_FAR = 90  # more steps of the Tab key than any dialog or page has


class Keyboard:
    """Everything goes through the keys; a Chinese word comes as an input method commits it."""

    def __init__(self, window, clock):
        self._window, self._clock = window, clock
        self._number = 0

    def at(self, hours, words=""):
        """It is so many hours after Friday's 8:00; the timers beat as they would."""
        self._clock.now = by(hours).at
        self._window.findChild(Alarm).beat()
        for page in self._window.findChildren(TodayPage):
            page.beat()
        settle()
        if words:
            self.photograph(words)

    def press(self, *keys):
        """Key combinations by their names, one after the other, into whatever has the keyboard."""
        for each in keys:
            QTest.keySequence(self.there(), each)
            settle()

    def write(self, *words):
        """Words into one field after the other, with Tab between them."""
        for number, each in enumerate(words):
            if number:
                self.press("Tab")
            event = QInputMethodEvent()
            event.setCommitString(each)
            QApplication.sendEvent(self.there(), event)
            settle()

    def tab_to(self, name):
        """Tab until what is called so has the keyboard; it must be reached that way."""
        passed = []
        for _ in range(_FAR):
            if name in called(self.there()):
                return
            passed.append(called(self.there()))
            QTest.keyClick(self.there(), Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab: {passed}")

    def there(self):
        """What has the keyboard."""
        active = QApplication.activeWindow()
        if active is None:
            self._window.activateWindow()
            settle()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()

    def photograph(self, words):
        """What is on the screen now, with the dialog before it, where a folder for it is named."""
        if not PHOTOS:
            return
        QTest.qWait(60)  # the layout comes to rest
        self._number += 1
        picture = self._window.grab()
        active = QApplication.activeWindow()
        stem = f"{'-'.join(LOOK)}-{self._number:02}-{words.replace(' ', '_')}"
        if active is not None and active is not self._window:
            active.grab().save(str(Path(PHOTOS) / f"{stem}-dialog.png"))
        picture.save(str(Path(PHOTOS) / f"{stem}.png"))

    @property
    def title(self):
        return self._window.windowTitle()


def called(widget):
    """By what names a widget goes: those that are read out, and what stands on it."""
    words = [widget.accessibleName()]
    if isinstance(widget, QAbstractButton | QLabel):
        words.append(widget.text())
    return [each.replace("&", "") for each in words if each]


def settle():
    """Deliver what waits for the event loop."""
    QApplication.processEvents()
    drain()
