"""Which files are lists, and the one that is dragged onto a page."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".txt")


def dropped_list(event: QDropEvent) -> Path | None:
    """The path of the one list that is dragged; None for several files and for others."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None
