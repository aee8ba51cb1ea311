"""Runs a program with a window until that is painted and waits for the user; prints that instant and ends.

python benchmarks/first_paint.py bare
python benchmarks/first_paint.py dutydesk FILE

The instant is one of the system's steady clock in nanoseconds, which other programs read as well.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

if not getattr(sys, "frozen", False):
    sys.path[0] = str(Path(__file__).parents[1])

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override


class Watch(QObject):
    """Waits for the first painting of the main window, and then until nothing is left to do."""

    seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.seen and isinstance(watched, QMainWindow):
            self.seen = True
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """Print the instant, and end without ceremony."""
    print(time.monotonic_ns(), flush=True)
    os._exit(0)


def watched_exec() -> int:
    """Run the event loop with the watch on."""
    app = QApplication.instance()
    assert app is not None  # noqa: S101 -- the program made it before it runs it
    watch = Watch()
    app.installEventFilter(watch)
    return int(loop())


loop = QApplication.exec


def bare() -> None:
    """The least that can be called a window."""
    QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    QApplication.exec()


def main() -> None:
    """Run what the first word says."""
    QApplication.exec = staticmethod(watched_exec)  # type: ignore[method-assign,assignment]
    which, *rest = sys.argv[1:]
    if which == "bare":
        bare()
    else:
        from ui.cli import main as dutydesk  # noqa: PLC0415 -- the bare window must not pay for it

        sys.argv = ["dutydesk", *rest]
        dutydesk()


if __name__ == "__main__":
    main()
