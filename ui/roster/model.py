"""The roster as a table: one immutable grid, looked up and never read from the file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding
from dutydesk.services.roster import RosterGrid
from ui.roster.cells import Cell, DayLine, Mark, cells_of, day_lines, levels_of, spoken_day
from ui.roster.describe import column_text, place_text
from ui.widgets.table_model import BlockModel

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 20
DAY_ROLE = Qt.ItemDataRole.UserRole + 21
PLACE_MIME = "application/x-dutydesk-place"

_ROOT = QModelIndex()
_LOOKED_AT = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_STOOD = (
    _LOOKED_AT | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
)


class RosterModel(BlockModel):
    """Rows are days, columns places.

    Texts go to `edited`, a cell dropped on another to `swapped`; what came of it returns through `set_grid`,
    which announces only the cells that changed, so that scroll, selection and editor survive.
    """

    edited = Signal(object)
    swapped = Signal(object, object)

    def __init__(self, grid: RosterGrid, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._findings: Mapping[PlaceKey, tuple[Finding, ...]] = {}
        self._proposed: frozenset[PlaceKey] = frozenset()
        self._grid = grid
        self._lines = day_lines(grid, today())
        self.cells: list[list[Cell]] = cells_of(grid, self._lines, {}, self._proposed)
        self.read_only = False

    @property
    def grid(self) -> RosterGrid:
        """What is shown."""
        return self._grid

    def lines(self) -> Sequence[DayLine]:
        """The headings of the rows."""
        return self._lines

    def set_grid(self, grid: RosterGrid, proposed: frozenset[PlaceKey] = frozenset()) -> None:
        """Show another state of the roster, or another period; `proposed` are cells of an unadopted plan."""
        lines = day_lines(grid, self._today())
        if (grid.period, grid.columns) != (self._grid.period, self._grid.columns):
            self.beginResetModel()
            self._grid, self._lines, self._proposed, self._findings = grid, lines, proposed, {}
            self.cells = cells_of(grid, lines, {}, proposed)
            self.endResetModel()
            return
        heads = lines != self._lines
        self._grid, self._lines, self._proposed = grid, lines, proposed
        self._refresh()
        if heads:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(lines) - 1)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the cells that findings are about."""
        about: dict[PlaceKey, list[Finding]] = {}
        for each in findings:
            if each.place is not None:
                about.setdefault(each.place, []).append(each)
        self._findings = {place: tuple(some) for place, some in about.items()}
        self._refresh()

    def place(self, index: Index) -> PlaceKey:
        """The place of a cell, whether it must be stood or not."""
        return self._grid.place(self._lines[index.row()].day, self._grid.columns[index.column()])

    def index_of(self, place: PlaceKey) -> QModelIndex:
        """The cell of a place; invalid where it is not shown."""
        if place.day not in self._grid.period:
            return QModelIndex()
        for number, column in enumerate(self._grid.columns):
            if self._grid.place(place.day, column) == place:
                return self.index((place.day - self._grid.period.first).days, number)
        return QModelIndex()

    def places_of(self, person: str) -> list[QModelIndex]:
        """All cells that a person stands, by day."""
        return [
            self.index(row, column)
            for row, cells in enumerate(self.cells)
            for column, cell in enumerate(cells)
            if cell.person == person
        ]

    @override
    def edit_cells(self, cells: Sequence[tuple[QModelIndex, str]]) -> None:
        self.edited.emit([(self.place(index), text) for index, text in cells])

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cells)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._grid.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        marks = self.cells[index.row()][index.column()].marks
        return _STOOD if marks & Mark.NEEDED and not self.read_only else _LOOKED_AT

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                place = self.place(index)
                return place_text(self._grid, place, self._findings.get(place, ()))
            case _:
                return cell if role == CELL_ROLE else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._day_data(section, role)
        if not 0 <= section < len(self._grid.columns):
            return None
        column = self._grid.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole:
                return column_text(column)
            case _:
                return None

    def _day_data(self, section: int, role: int) -> Any:
        if not 0 <= section < len(self._lines):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return spoken_day(self._lines[section])
        return self._lines[section] if role == DAY_ROLE else None

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [PLACE_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if len(indexes) == 1:
            carried.setData(PLACE_MIME, f"{indexes[0].row()},{indexes[0].column()}".encode())
        return carried

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return data.hasFormat(PLACE_MIME) and bool(self.flags(parent) & Qt.ItemFlag.ItemIsDropEnabled)

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Swap; always False, for after a True the view would empty the cell that was dragged."""
        if self.canDropMimeData(data, action, row, column, parent):
            taken, _, at = bytes(data.data(PLACE_MIME).data()).decode().partition(",")
            source = self.index(int(taken), int(at))
            if source != parent:
                self.swapped.emit(self.place(source), self.place(parent))
        return False

    def _refresh(self) -> None:
        """Take the cells anew and announce those that differ, a run of neighbours at a time."""
        old = self.cells
        levels = levels_of(each for some in self._findings.values() for each in some)
        self.cells = cells_of(self._grid, self._lines, levels, self._proposed)
        for row, (before, after) in enumerate(zip(old, self.cells, strict=True)):
            if before == after:
                continue
            changed = [at for at in range(len(after)) if before[at] != after[at]]
            self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))
