"""PDF on the command line: it needs Qt's type but no screen, and only whoever asks for it waits for Qt."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from dutydesk.exports.letter import Letter
from dutydesk.exports.sheet import Sheet


def sheet_pdf(sheet: Sheet) -> bytes:
    """A sheet as the window prints it."""
    with _type_without_a_screen():
        from ui.paper.printing import pdf  # noqa: PLC0415 - Qt takes its time: only PDF needs it

        return pdf(sheet)


def letter_pdf(letter: Letter) -> bytes:
    """A letter as the window prints it."""
    with _type_without_a_screen():
        from ui.paper.letter_printing import pdf  # noqa: PLC0415 - Qt takes its time: only PDF needs it

        return pdf(letter)


@contextmanager
def _type_without_a_screen() -> Iterator[None]:
    """Qt's application while a page is set: the one there is, or one without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - Qt takes its time: only PDF needs it

    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        yield
    finally:
        del application
