"""How many heads of each post the selected shift needs on days of each class."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Places, ShiftType
from dutydesk.errors import DutyDeskError
from dutydesk.services import duties
from dutydesk.services.duties import Pattern
from ui.editing import reading
from ui.editing.draft_table import DraftTable
from ui.editing.drafts import Drafts, Field, refusal_of
from ui.i18n import tr
from ui.session import Session
from ui.widgets.table_model import RIGHT, ROW_ROLE
from ui.window.page_actions import action
from ui.words.planning import class_text

MOST_HEADS = 20


@dataclass(frozen=True)
class Heads:
    """One post of the matrix: heads on working days, rest days and holidays."""

    post: str
    name: str
    counts: tuple[int, ...]


class HeadsMatrix(QWidget):
    """Posts down, classes of days across; + and - change the current cell by one."""

    def __init__(self, session: Session, pattern: Callable[[], Pattern]) -> None:
        super().__init__()
        self._session = session
        self._pattern = pattern
        self._shift = ""
        self._title = QLabel()
        bold = QFont(self._title.font())
        bold.setBold(True)
        self._title.setFont(bold)
        more = action(self, "add", tr("One more"), "+", partial(self._step, 1), deed="save_shifts")
        fewer = action(self, "remove", tr("One fewer"), "-", partial(self._step, -1), deed="save_shifts")
        drafts: Drafts[Heads] = Drafts(self._fields(), lambda each: each.post, self._keep)
        self.list = DraftTable(tr("Heads by post and class of day"), drafts, actions=(more, fewer))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        session.recovered.connect(drafts.try_again)

    def show_shift(self, shift_id: str) -> None:
        """Show the heads of a shift; of none for an id that is gone."""
        if shift_id != self._shift:
            self.list.drafts.drop_all()
        self._shift = shift_id
        shift = self._present()
        self._title.setText(tr("Heads of {shift}", shift=shift.name) if shift else "")
        posts = self._pattern().posts if shift else ()
        rows = [Heads(post.id, post.name, _counts(shift, post.id)) for post in posts if shift]
        self.list.drafts.set_values(rows)

    def title(self) -> str:
        """Whose heads are shown."""
        return self._title.text()

    def _present(self) -> ShiftType | None:
        return next((each for each in self._pattern().shifts if each.id == self._shift), None)

    def _keep(self, changed: Sequence[Heads]) -> DutyDeskError | None:
        shift = self._present()
        if shift is None:
            return None
        posts = {each.post for each in changed}
        places = [each for each in shift.places if each.post not in posts]
        for row in changed:
            counted = zip(RotationClass, row.counts, strict=True)
            places += [Places(row.post, rotation, count) for rotation, count in counted if count]
        saved = [replace(shift, places=self._in_order(places))]
        by = self._session.author()
        return refusal_of(self._session, lambda: self._session.perform(duties.save_shifts, saved, by=by))

    def _in_order(self, places: Sequence[Places]) -> tuple[Places, ...]:
        """Places in the order of the posts, which is that of the roster's columns."""
        order = [each.id for each in self._pattern().posts]
        classes = list(RotationClass)
        return tuple(sorted(places, key=lambda each: (order.index(each.post), classes.index(each.rotation))))

    def _step(self, step: int) -> None:
        columns = [each.id for each in self.list.drafts.fields]
        cells = [each for each in self.list.table.view.selectedIndexes() if each.column() > 0]
        self.list.drafts.put(
            (each.data(ROW_ROLE).value, columns[each.column()], _stepped(each, step)) for each in cells
        )

    def _fields(self) -> list[Field[Heads]]:
        counts = [
            Field(
                rotation.value,
                class_text(rotation),
                partial(_count, at=at),
                partial(_take, at=at),
                sort_key=partial(_sort_key, at=at),
                align=RIGHT,
                width=10,
            )
            for at, rotation in enumerate(RotationClass)
        ]
        return [Field("post", tr("Post"), lambda each: each.name, width=14), *counts]


def _counts(shift: ShiftType | None, post: str) -> tuple[int, ...]:
    return tuple(shift.heads(each).get(post, 0) if shift else 0 for each in RotationClass)


def _count(row: Heads, at: int) -> str:
    return str(row.counts[at]) if row.counts[at] else ""


def _sort_key(row: Heads, at: int) -> int:
    return row.counts[at]


def _take(row: Heads, text: str, at: int) -> Heads:
    count = reading.number(text, 0, MOST_HEADS)
    return replace(row, counts=(*row.counts[:at], count, *row.counts[at + 1 :]))


def _stepped(cell: QModelIndex, step: int) -> str:
    text = str(cell.data())
    return str(max(0, int(text or 0) + step)) if text.isdecimal() or not text else text
