"""Garbage is collected on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. Where a page that is tied to itself is
collected on the thread of a job, Qt destroys widgets there, and the program is gone without a word.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two looks; a look that finds little to do costs nothing."""


class Sweeper(QObject):
    """Takes the collector into its own hands for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(sweep)
        timer.start(_EVERY)


def sweep() -> None:
    """Collect the oldest generation that is due, by the thresholds that Python itself goes by."""
    due = [
        age
        for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(max(due))
