"""Sentences that lead somewhere: a list whose lines wrap and are followed by a click or Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView
from typing_extensions import override

from ui.icons import icon
from ui.theme import colours

Index = QModelIndex | QPersistentModelIndex
_TARGET_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Link:
    """One line: `picture` is an icon in an `ink` of `ui.theme.Colours`, `target` what the line is about."""

    text: str
    picture: str
    ink: str
    target: object


class LinkList(QListView):
    """Shows links; `chosen` carries the target of the one that is followed."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.links = _Links(self)
        self.setModel(self.links)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_followed)
        self.activated.connect(self._on_followed)

    def set_links(self, links: Sequence[Link]) -> None:
        """Show these; the line that was current stays so while its target is there."""
        current = self.currentIndex().data(_TARGET_ROLE)
        self.links.set_links(links)
        at = next((at for at, each in enumerate(links) if current is not None and each.target == current), -1)
        self.setCurrentIndex(self.links.index(at))

    def texts(self) -> list[str]:
        """What is shown."""
        return [str(self.links.index(row).data()) for row in range(self.links.rowCount())]

    def _on_followed(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_TARGET_ROLE))


class _Links(QAbstractListModel):
    def __init__(self, view: LinkList) -> None:
        super().__init__(view)
        self._view = view
        self._links: list[Link] = []

    def set_links(self, links: Sequence[Link]) -> None:
        self.beginResetModel()
        self._links = list(links)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._links)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        link = self._links[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return link.text
            case Qt.ItemDataRole.DecorationRole:
                return icon(link.picture, getattr(colours(self._view.palette()), link.ink))
            case _:
                return link.target if role == _TARGET_ROLE else None
