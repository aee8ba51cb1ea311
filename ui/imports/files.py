"""Which files are lists, and the one that is dropped on a page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".txt")


class ListDrop(QObject):
    """Lets one list be dropped on a widget and hands over its path; several or others are not taken."""

    def __init__(self, onto: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(onto)
        self._take = take
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop} or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
        if path is not None and event.type() is QEvent.Type.Drop:
            self._take(path)
        return True


def _dropped(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None
