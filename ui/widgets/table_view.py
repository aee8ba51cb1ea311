"""A table that answers to the keys of Excel."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QAbstractProxyModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QStyle, QTableView, QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.icons import icon
from ui.widgets.cell_delegate import PADDING, CellDelegate
from ui.widgets.table_model import BlockModel
from ui.widgets.tsv import from_tsv, to_tsv

Hint = QAbstractItemDelegate.EndEditHint
_STEPS = {Hint.SubmitModelCache: (1, 0), Hint.EditNextItem: (0, 1), Hint.EditPreviousItem: (0, -1)}
_ROW_HEIGHT = 1.75  # of a line of text
_MEASURED = 1000  # rows whose texts are measured for the width of a column


class TableView(QTableView):
    """Type to replace, F2, Enter down, Tab right, Delete, Ctrl+C/X/V as TSV, Ctrl+D fills down.

    Reads and edits its model through any proxies; a block reaches the `BlockModel` below as one edit. With
    `whole_rows` a click selects the row, as in lists that are looked at rather than typed into. Ctrl+F
    asks for the filter by `find_wanted`. The widget's own actions stand in its context menu. Ctrl+Tab leaves
    the table from anywhere, Tab from its last cell.
    """

    find_wanted = Signal()

    def __init__(self, name: str, *, whole_rows: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if whole_rows:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(not whole_rows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)  # the delegate draws it
        self.setAlternatingRowColors(whole_rows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * _ROW_HEIGHT))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def width_of_texts(self, column: int) -> int:
        """The pixels that the texts of a column need; the style, asked cell by cell, would take long."""
        model, metrics = self.model(), self.fontMetrics()
        texts = {
            str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), _MEASURED))
        }
        widest = max((metrics.horizontalAdvance(each) for each in texts), default=0)
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
        return widest + 2 * (margin + PADDING) + 1

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as the smallest block that holds them."""
        block = self._block()
        if block:
            texts = [[cell.data() if self._is_selected(cell) else "" for cell in line] for line in block]
            QGuiApplication.clipboard().setText(
                to_tsv([[str(text or "") for text in line] for line in texts])
            )

    def cut(self) -> None:
        """Copy, then empty what may be edited."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empty the selected cells."""
        self._edit((cell, "") for cell in self.selectedIndexes())

    def paste(self) -> None:
        """Put the clipboard's block from the selection's first cell on; a single text fills the selection."""
        lines = from_tsv(QGuiApplication.clipboard().text())
        selected = self.selectedIndexes()
        if len(lines) == 1 and len(lines[0]) == 1 and len(selected) > 1:
            self._edit((cell, lines[0][0]) for cell in selected)
            return
        block = self._block()
        if block and lines:
            self._edit(self._laid(block[0][0], lines))

    def fill_down(self) -> None:
        """Repeat the first selected line below it; a single line repeats the one above."""
        block = self._block()
        if not block:
            return
        first = block[0]
        if len(block) == 1:
            pairs = [(cell.siblingAtRow(cell.row() - 1), cell) for cell in first]
        else:
            pairs = [(first[at], line[at]) for line in block[1:] for at in range(len(first))]
        chosen = [(above, cell) for above, cell in pairs if above.isValid() and self._is_selected(cell)]
        self._edit((cell, str(above.data(Qt.ItemDataRole.EditRole))) for above, cell in chosen)

    def go_to(self, row: int, column: int = 0) -> None:
        """Make a cell the only current and selected one, whatever key is held, and bring it into sight."""
        index = self.model().index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
            flags |= QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState  # the editor passes Enter on to us
        deed = None if editing else self._deed_of(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        if self.tabKeyNavigation() and self._is_edge(forward=forward):
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, Hint.NoHint)
        if hint in _STEPS:
            self._step(*_STEPS[hint])

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.addSeparator()
        menu.addAction(icon("copy"), tr("&Copy"), self.copy)
        if any(cell.flags() & Qt.ItemFlag.ItemIsEditable for cell in self.selectedIndexes()):
            menu.addAction(icon("cut"), tr("Cu&t"), self.cut)
            menu.addAction(icon("paste"), tr("&Paste"), self.paste)
            menu.addAction(tr("Fill &down"), self.fill_down)
            menu.addAction(icon("delete"), tr("Clea&r"), self.clear)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        here = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        menu.popup(here if by_key else event.globalPos())

    def _deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here; None leaves it to Qt."""
        standard = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.Paste: self.paste,
            QKeySequence.StandardKey.Find: self.find_wanted.emit,
        }
        for sequence, deed in standard.items():
            if event.matches(sequence):
                return deed
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        editable = bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)
        match event.key():
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                return partial(self._leave, forward=event.key() == Qt.Key.Key_Tab)
            case Qt.Key.Key_D if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                return self.fill_down
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if plain and editable:
                return self.clear
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain and editable:
                return lambda: self._step(1, 0)
            case _:
                return None

    def _step(self, down: int, right: int) -> None:
        here = self.currentIndex()
        there = here.sibling(here.row() + down, here.column() + right)
        if there.isValid():
            self.setCurrentIndex(there)

    def _leave(self, *, forward: bool) -> None:
        QWidget.focusNextPrevChild(self, forward)

    def _is_edge(self, *, forward: bool) -> bool:
        """Whether the current cell is the last one in sight, or the first for who goes backward."""
        key = (
            QAbstractItemView.CursorAction.MoveNext
            if forward
            else QAbstractItemView.CursorAction.MovePrevious
        )
        here = self.currentIndex()
        there = self.moveCursor(key, Qt.KeyboardModifier.NoModifier)
        return (
            not here.isValid() or ((there.row(), there.column()) > (here.row(), here.column())) is not forward
        )

    def _is_selected(self, cell: QModelIndex) -> bool:
        return self.selectionModel().isSelected(cell)

    def _block(self) -> list[list[QModelIndex]]:
        """The smallest block of shown cells around the selection, line by line."""
        selected = [cell for cell in self.selectedIndexes() if not self.isColumnHidden(cell.column())]
        if not selected:
            return []
        header, model = self.horizontalHeader(), self.model()
        places = [header.visualIndex(cell.column()) for cell in selected]
        columns = [header.logicalIndex(at) for at in range(min(places), max(places) + 1)]
        shown = [column for column in columns if not self.isColumnHidden(column)]
        rows = range(min(cell.row() for cell in selected), max(cell.row() for cell in selected) + 1)
        return [[model.index(row, column) for column in shown] for row in rows]

    def _laid(self, corner: QModelIndex, lines: list[list[str]]) -> Iterable[tuple[QModelIndex, str]]:
        """The cells on which a block falls that is laid down at the corner; what sticks out is left off."""
        header, model = self.horizontalHeader(), self.model()
        order = [header.logicalIndex(at) for at in range(header.visualIndex(corner.column()), header.count())]
        shown = [column for column in order if not self.isColumnHidden(column)]
        for down, line in enumerate(lines[: model.rowCount() - corner.row()]):
            for column, text in zip(shown, line, strict=False):
                yield model.index(corner.row() + down, column), text

    def _edit(self, cells: Iterable[tuple[QModelIndex, str]]) -> None:
        """Hand a block of texts to the model below all proxies, leaving out what is locked or the same."""
        model, edits = self.model(), []
        for cell, text in cells:
            if (
                cell.flags() & Qt.ItemFlag.ItemIsEditable
                and cell.data(Qt.ItemDataRole.EditRole) != text.strip()
            ):
                edits.append((cell, text.strip()))
        while isinstance(model, QAbstractProxyModel):
            proxy = model
            edits = [(proxy.mapToSource(cell), text) for cell, text in edits]
            model = proxy.sourceModel()
        if isinstance(model, BlockModel) and edits:
            model.edit_cells(edits)
