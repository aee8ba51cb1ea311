"""A list that is typed into: filter line, table, and below it what is not kept yet and why."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.editing.drafts import Drafts, Line
from ui.i18n import tr, tr_n
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import ROW_ROLE

T = TypeVar("T")
_SORT_MARK = 1.6  # lines of text wide, with the air around a heading
_WIDEST = 44  # digits that a column takes by itself


class DraftTable(QWidget, Generic[T]):
    """Shows `Drafts`; Esc drops what was typed into the current cell, the space bar goes round its words.

    `chosen_changed` says that other rows are selected or that the selected rows were read again.
    """

    chosen_changed = Signal()

    def __init__(
        self,
        name: str,
        drafts: Drafts[T],
        *,
        also: Callable[[T], str] | None = None,
        actions: Sequence[QAction] = (),
        empty: EmptyState | None = None,
    ) -> None:
        super().__init__()
        self.drafts = drafts
        if empty is not None:  # its sentence must not keep a full table from becoming narrow
            empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.table = FilteredTable(
            name,
            drafts.model,
            also=(lambda line: also(line.value)) if also else None,
            actions=actions,
            empty=empty,
        )
        self._notices = BannerArea()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._notices)
        self._drop = self._key_action(tr("Drop what was typed"), "Esc", self._drop_current)
        self._drop.setEnabled(False)
        self._key_action(tr("Next word"), "Space", self._go_round)
        self._fitted = False
        drafts.changed.connect(self._on_changed)
        self.table.chosen_changed.connect(self.chosen_changed)
        self.table.view.selectionModel().currentChanged.connect(self._explain)

    def chosen(self) -> list[T]:
        """The rows that are selected, new ones that are not kept yet left out."""
        return [line.value for line in self.table.chosen() if not line.fresh]

    def begin(self, value: T, key: object, column: str) -> None:
        """Add a new row and start typing into one of its columns."""
        self.table.filter.clear()
        self.drafts.begin(value)
        if self.table.choose(key):
            at = next(at for at, each in enumerate(self.drafts.fields) if each.id == column)
            index = self.table.view.currentIndex().siblingAtColumn(at)
            self.table.view.setCurrentIndex(index)
            self.table.view.setFocus()
            self.table.view.edit(index)

    def drop_fresh(self) -> bool:
        """Drop the selected new rows; False when none is selected."""
        keys = [self.drafts.key(line.value) for line in self.table.chosen() if line.fresh]
        if keys:
            self.drafts.drop(keys)
        return bool(keys)

    def notice(self) -> str:
        """What is said below the table."""
        return "\n".join(self._notices.texts())

    def _key_action(self, text: str, keys: str, triggered: Callable[[], None]) -> QAction:
        action = QAction(text, self.table.view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(triggered)
        self.table.view.addAction(action)
        return action

    def _current(self) -> tuple[QModelIndex, Line[T]] | None:
        index = self.table.view.currentIndex()
        return (index, index.data(ROW_ROLE)) if index.isValid() else None

    def _drop_current(self) -> None:
        current = self._current()
        if current is None:
            return
        index, line = current
        field = self.drafts.fields[index.column()]
        if line.at(field.id):
            self.drafts.drop([self.drafts.key(line.value)], field.id)
        elif line.typed or line.fresh:
            self.drafts.drop([self.drafts.key(line.value)])

    def _go_round(self) -> None:
        current = self._current()
        if current is None:
            return
        words = self.drafts.fields[current[0].column()].words
        if words:
            text = current[0].data()
            at = words.index(text) + 1 if text in words else 0
            self.table.view.model().setData(current[0], words[at % len(words)])

    def _fit(self) -> None:
        """Give each column what its heading and its texts need, once there are texts."""
        if self._fitted or not self.drafts.model.rowCount():
            return
        self._fitted = True
        view, metrics = self.table.view, self.fontMetrics()
        for at, field in enumerate(self.drafts.fields):
            heading = metrics.horizontalAdvance(field.title) + round(_SORT_MARK * metrics.height())
            texts = min(view.width_of_texts(at), _WIDEST * metrics.horizontalAdvance("0"))
            view.setColumnWidth(at, max(heading, texts, field.width * metrics.horizontalAdvance("0")))

    def _on_changed(self) -> None:
        self._fit()
        self._explain()
        self.chosen_changed.emit()

    def _explain(self) -> None:
        waiting = self.drafts.lines()
        self._drop.setEnabled(bool(waiting))
        if not waiting:
            self._notices.clear("draft")
            return
        kind, text = self._reason(waiting)
        self._notices.show_notice(
            "draft", Notice(kind, text, tr("Drop all that is not kept"), self.drafts.drop_all)
        )

    def _reason(self, waiting: Sequence[Line[T]]) -> tuple[str, str]:
        """Why the current cell is not kept, else the first reason of all."""
        current = self._current()
        here = [current[1]] if current and current[1] in waiting else []
        if current and here:
            typed = here[0].at(self.drafts.fields[current[0].column()].id)
            if typed and typed.why:
                return "error", typed.why
        for line in (*here, *waiting):
            why = next((each.why for each in line.typed if each.why), "")
            if why:
                return "error", why
        missing = next(filter(None, (self.drafts.missing(line) for line in (*here, *waiting))), ())
        words = tr_n("{n} row is not kept yet.", "{n} rows are not kept yet.", len(waiting))
        needed = tr("Still needed: {fields}.", fields=tr(", ").join(missing)) if missing else ""
        return "note", " ".join(filter(None, (words, needed)))
