"""The one model of lists: rows are values, columns are declared, edits are handed on and never made here."""

from abc import abstractmethod
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 3
INK_ROLE = Qt.ItemDataRole.UserRole + 4
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its heading, what it shows of a row, and by what it sorts (the text where not given).

    `choices` are offered while editing, without forbidding other words; `ink` is a colour of
    `ui.theme.Colours` by name, empty for the usual one; `width` counts characters, 0 fits the contents.
    """

    id: str
    title: str
    text: Callable[[T], str]
    sort_key: Callable[[T], Any] | None = None
    editable: bool = False
    choices: Callable[[], Sequence[str]] | None = None
    align: Qt.AlignmentFlag = LEFT
    tip: Callable[[T], str] | None = None
    ink: Callable[[T], str] | None = None
    width: int = 0


@dataclass(frozen=True)
class Edit(Generic[T]):
    """A text somebody put into a cell; `column` is the column's id."""

    row: T
    column: str
    text: str


class BlockModel(QAbstractTableModel):
    """A table that takes many cells in one go, so that a pasted block is one deed and one undo."""

    @abstractmethod
    def edit_cells(self, cells: Sequence[tuple[QModelIndex, str]]) -> None:
        """Put texts into editable cells of this model."""

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == index.data(role):
            return False
        self.edit_cells([(self.index(index.row(), index.column()), str(value))])
        return True


class TableModel(BlockModel, Generic[T]):
    """Rows of one kind; `key` tells which row is the same one after it was read again.

    Edits go to `edited`, which performs a deed or is refused; new texts come back through `set_rows`.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        edited: Callable[[Sequence[Edit[T]]], None] | None = None,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._key = key
        self._edited = edited
        self._rows: list[T] = []

    @property
    def columns(self) -> tuple[Column[T], ...]:
        """The declared columns, in their order."""
        return self._columns

    def rows(self) -> tuple[T, ...]:
        """The values shown."""
        return tuple(self._rows)

    def row_of(self, key: Hashable) -> int:
        """The row number of a key, or -1."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows; what stays keeps selection, scroll and editor, what changed is repainted."""
        new = list(rows)
        keys = [self._key(row) for row in new]
        kept = set(keys)
        survivors = [self._key(row) for row in self._rows if self._key(row) in kept]
        old = set(survivors)
        if survivors != [key for key in keys if key in old]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._remove_all_but(kept)
        self._insert_missing(new, keys)
        self._replace_changed(new)

    def _remove_all_but(self, kept: set[Hashable]) -> None:
        for at in reversed(range(len(self._rows))):
            if self._key(self._rows[at]) not in kept:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()

    def _insert_missing(self, new: list[T], keys: list[Hashable]) -> None:
        if not self._rows and new:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._rows = new
            self.endInsertRows()
            return
        for at, key in enumerate(keys):
            if at >= len(self._rows) or self._key(self._rows[at]) != key:
                self.beginInsertRows(QModelIndex(), at, at)
                self._rows.insert(at, new[at])
                self.endInsertRows()

    def _replace_changed(self, new: list[T]) -> None:
        for at, (before, after) in enumerate(zip(self._rows, new, strict=True)):
            if before != after:
                self._rows[at] = after
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    @override
    def edit_cells(self, cells: Sequence[tuple[QModelIndex, str]]) -> None:
        if self._edited is not None and cells:
            self._edited(
                [Edit(self._rows[at.row()], self._columns[at.column()].id, text) for at, text in cells]
            )

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._edited is not None and self._columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            column = self._columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = _ANSWERS.get(role)
        return answer(self._columns[index.column()], self._rows[index.row()]) if answer else None


_ANSWERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.EditRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _: column.align | Qt.AlignmentFlag.AlignVCenter,
    Qt.ItemDataRole.ToolTipRole: lambda column, row: column.tip(row) if column.tip else None,
    SORT_ROLE: lambda column, row: (column.sort_key or column.text)(row),
    ROW_ROLE: lambda _, row: row,
    CHOICES_ROLE: lambda column, _: column.choices() if column.choices else None,
    INK_ROLE: lambda column, row: column.ink(row) if column.ink else "",
}
