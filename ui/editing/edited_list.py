"""A list of records that are added, typed into, moved and removed, each by a deed."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemDelegate, QVBoxLayout, QWidget

from dutydesk.domain.history import Search
from dutydesk.errors import DutyDeskError
from dutydesk.services.changes import Changes
from ui.editing.draft_table import DraftTable
from ui.editing.drafts import Drafts, Field, refusal_of
from ui.history.dialog import add_history, of_rows
from ui.i18n import tr
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.window.page_actions import action


class Record(Protocol):
    """A value that is kept under an id."""

    @property
    def id(self) -> str:
        """The id."""


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Wording:
    """What a list is called, what adding to it is called, and what stands there while it is empty."""

    name: str
    add: str
    picture: str
    empty: str
    sentence: str


@dataclass(frozen=True)
class Deeds:
    """How rows are kept and removed: deeds that take many at once and `by`; `table` tells their history."""

    save: Callable[..., Changes]
    remove: Callable[..., Changes]
    table: str = ""


class EditedList(QWidget, Generic[R]):
    """A `DraftTable` with its deeds; `actions` stand before the usual ones, also while it is empty.

    A list that is `movable` has an order of its own, in which its rows are moved up and down.
    """

    def __init__(
        self,
        session: Session,
        wording: Wording,
        fields: Sequence[Field[R]],
        deeds: Deeds,
        *,
        also: Callable[[R], str] | None = None,
        actions: Sequence[QAction] = (),
        movable: bool = False,
    ) -> None:
        super().__init__()
        self._session = session
        self._deeds = deeds
        self._add = action(self, "add", wording.add, "Ctrl+Shift+N", self._on_add, deed=_deed(deeds.save))
        self._remove = action(
            self, "remove", tr("Remove"), "Ctrl+Del", self._on_remove, deed=_deed(deeds.remove)
        )
        self._moves = self._move_actions(_deed(deeds.save)) if movable else ()
        self.drafts: Drafts[R] = Drafts(fields, _id, self.keep)
        self.list: DraftTable[R] = DraftTable(
            wording.name,
            self.drafts,
            also=also,
            actions=(*actions, self._add, self._remove, *self._moves),
            empty=EmptyState(wording.picture, wording.empty, wording.sentence, (*actions, self._add)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.chosen_changed.connect(self._enable)
        if deeds.table:
            add_history(self.list.table.view, session, self.history)
        session.recovered.connect(self.drafts.try_again)
        self._enable()

    @abstractmethod
    def new_row(self) -> R:
        """A row to be filled in, with an id of its own."""

    def history(self) -> Search:
        """The search for what became of the selected records."""
        return of_rows(self._deeds.table, (each.id for each in self.list.chosen()))

    def arrange(self, order: list[R]) -> None:
        """Keep the rows in another order."""

    def order(self) -> list[R]:
        """All rows in their own order, those that a filter hides too."""
        return [line.value for line in self.drafts.model.rows() if not line.fresh]

    def keep(self, changed: Sequence[R]) -> DutyDeskError | None:
        """Keep rows by the deed; says why it was refused."""
        by = self._session.author()
        return refusal_of(self._session, lambda: self._session.perform(self._deeds.save, changed, by=by))

    def edit_with(self, column: str, delegate: QAbstractItemDelegate) -> None:
        """Edit a column's cells in another way than plain text."""
        at = next(at for at, each in enumerate(self.drafts.fields) if each.id == column)
        self.list.table.view.setItemDelegateForColumn(at, delegate)

    def _move_actions(self, deed: str) -> tuple[QAction, ...]:
        return (
            action(self, "", tr("Move up"), "Alt+Up", lambda: self._move(-1), deed=deed),
            action(self, "", tr("Move down"), "Alt+Down", lambda: self._move(1), deed=deed),
        )

    def _on_add(self) -> None:
        row = self.new_row()
        first = next(each.id for each in self.drafts.fields if each.needed)
        self.list.begin(row, row.id, first)

    def _on_remove(self) -> None:
        if not self.list.drop_fresh():
            ids = [each.id for each in self.list.chosen()]
            self._session.perform(self._deeds.remove, ids, by=self._session.author())

    def _move(self, step: int) -> None:
        """Move the selected rows one place; at an end they stay."""
        chosen = {each.id for each in self.list.chosen()}
        order = self.order()
        moving = [at for at, each in enumerate(order) if each.id in chosen]
        if not moving or moving[0] + step < 0 or moving[-1] + step >= len(order):
            return
        for at in moving if step < 0 else reversed(moving):
            order[at], order[at + step] = order[at + step], order[at]
        self.arrange(order)

    def _enable(self) -> None:
        some = bool(self.list.table.chosen())
        for each in (self._remove, *self._moves):
            each.setEnabled(some)


def _id(row: Record) -> str:
    return row.id


def _deed(function: Callable[..., Changes]) -> str:
    """The name of a deed is that of its function."""
    return function.__name__
