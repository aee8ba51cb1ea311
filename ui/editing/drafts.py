"""What was typed into a list and is not kept yet: it stays in its cells until it is corrected or dropped."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from dutydesk.errors import DomainError, DutyDeskError
from dutydesk.services.changes import Changes
from ui.i18n import tr
from ui.session import Session
from ui.widgets.table_model import LEFT, Column, Edit, TableModel
from ui.words.refusals import refusal_text

T = TypeVar("T")


@dataclass(frozen=True)
class Field(Generic[T]):
    """One column of a list that is typed into.

    `take` puts a text into a row or refuses it with a `DomainError`; a field without it is only shown. A new
    row waits until every `needed` field is filled. `words` are the answers that the space bar goes round;
    `width` is the least that the column has, in digits.
    """

    id: str
    title: str
    show: Callable[[T], str]
    take: Callable[[T, str], T] | None = None
    choices: Callable[[], Sequence[str]] | None = None
    words: tuple[str, ...] = ()
    needed: bool = False
    sort_key: Callable[[T], Any] | None = None
    align: Qt.AlignmentFlag = LEFT
    tip: Callable[[T], str] | None = None
    ink: Callable[[T], str] | None = None
    width: int = 0


@dataclass(frozen=True)
class Typed:
    """A text in a cell and why it was refused; `why` is empty while it only waits for another cell."""

    column: str
    text: str
    why: str = ""


@dataclass(frozen=True)
class Line(Generic[T]):
    """A row as it is kept, and what was typed over it; a `fresh` row is not kept at all yet."""

    value: T
    typed: tuple[Typed, ...] = ()
    fresh: bool = False

    def at(self, column: str) -> Typed | None:
        """What was typed into a column, if it is not kept yet."""
        return next((each for each in self.typed if each.column == column), None)


class Drafts(QObject, Generic[T]):
    """A `TableModel` of lines whose edits are kept all at once, or stay as drafts with the reason.

    `keep` performs the deed and says why it was refused. A block that was pasted is kept or refused as a
    whole; rows that were edited apart do not wait for each other.
    """

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[Field[T]],
        key: Callable[[T], Hashable],
        keep: Callable[[Sequence[T]], DutyDeskError | None],
    ) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.key = key
        self._keep = keep
        self._values: list[T] = []
        self._fresh: list[T] = []
        self._typed: dict[Hashable, dict[str, Typed]] = {}
        self._blocks: list[set[Hashable]] = []
        self.model: TableModel[Line[T]] = TableModel(
            [_column(each) for each in self.fields], lambda line: key(line.value), self._on_edited
        )

    def set_values(self, values: Sequence[T]) -> None:
        """Show these rows as they are kept, under whatever is still typed over them."""
        self._values = list(values)
        known = {self.key(each) for each in values}
        self._fresh = [each for each in self._fresh if self.key(each) not in known]
        self._forget_kept()
        self._show()

    def try_again(self) -> None:
        """Try to keep what was typed once more, because what was in the way is gone."""
        for block in tuple(self._blocks):
            self._settle(self._block_of(block))

    def begin(self, value: T) -> None:
        """Offer a new row; it is kept as soon as its needed fields are filled."""
        self._fresh.append(value)
        self._show()

    def put(self, cells: Iterable[tuple[T, str, str]]) -> None:
        """Put texts into columns of rows as if they had been typed, all at once."""
        self._on_edited([Edit(Line(row), column, text) for row, column, text in cells])

    def drop(self, keys: Iterable[Hashable], column: str = "") -> None:
        """Forget what was typed into rows, or into one column of them, and keep the rest of their block."""
        dropped = set(keys)
        for each in dropped:
            if column:
                self._typed.get(each, {}).pop(column, None)
            else:
                self._typed.pop(each, None)
        if not column:
            self._fresh = [each for each in self._fresh if self.key(each) not in dropped]
        self._settle(self._block_of(dropped))

    def drop_all(self) -> None:
        """Forget everything that is not kept yet."""
        self._typed.clear()
        self._blocks.clear()
        self._fresh.clear()
        self._show()

    def lines(self) -> tuple[Line[T], ...]:
        """The rows with something that is not kept yet."""
        return tuple(line for line in self.model.rows() if line.typed or line.fresh)

    def missing(self, line: Line[T]) -> tuple[str, ...]:
        """The titles of the needed fields that are still empty."""
        return tuple(each.title for each in self.fields if each.needed and not _shown(each, line).strip())

    def _on_edited(self, edits: Sequence[Edit[Line[T]]]) -> None:
        touched: set[Hashable] = set()
        for edit in edits:
            key = self.key(edit.row.value)
            touched.add(key)
            self._typed.setdefault(key, {})[edit.column] = Typed(edit.column, edit.text)
        self._settle(self._block_of(touched))

    def _block_of(self, touched: set[Hashable]) -> set[Hashable]:
        """The rows and all that wait together with them; they are one block from now on."""
        together = [each for each in self._blocks if each & touched]
        self._blocks = [each for each in self._blocks if each not in together]
        return touched.union(*together)

    def _settle(self, block: set[Hashable]) -> None:
        """Keep a block if all of it can be read and nothing is missing; else mark the cells at fault."""
        rows = [each for each in (*self._values, *self._fresh) if self.key(each) in block]
        read = [self._read(row) for row in rows]
        taken = [row for row, before in zip(read, rows, strict=True) if row is not None and row != before]
        complete = all(row is not None and not self._lacks(row) for row in read)
        refusal = self._keep(taken) if complete and taken else None
        if complete and refusal is None:
            self._forget(block)
        else:
            self._blocks.append(block)
            if refusal is not None:
                self._blame(block, refusal)
        self._show()

    def _read(self, row: T) -> T | None:
        """The row with what was typed, or None; each refused cell has its reason afterwards."""
        value, good = row, True
        typed = self._typed.get(self.key(row), {})
        for field in self.fields:
            if field.id in typed and field.take is not None:
                text = typed[field.id].text
                try:
                    value, why = field.take(value, text), ""
                except DomainError as error:
                    why, good = refusal_text(error), False
                typed[field.id] = Typed(field.id, text, why)
        return value if good else None

    def _lacks(self, row: T) -> bool:
        return any(each.needed and not each.show(row).strip() for each in self.fields)

    def _forget(self, block: set[Hashable]) -> None:
        for key in block:
            self._typed.pop(key, None)
        self._fresh = [each for each in self._fresh if self.key(each) not in block]

    def _forget_kept(self) -> None:
        """Forget what was typed if it is kept by now, because a failed deed turned out to be done."""
        for row in self._values:
            if self._typed.get(self.key(row)) and self._read(row) == row:
                self._typed.pop(self.key(row))

    def _blame(self, block: set[Hashable], refusal: DutyDeskError) -> None:
        why = refusal_text(refusal)
        for key in block:
            cells = self._typed.get(key, {})
            self._typed[key] = {name: Typed(name, each.text, why) for name, each in cells.items()}

    def _show(self) -> None:
        fresh = {self.key(each) for each in self._fresh}
        self.model.set_rows(
            [
                Line(each, tuple(self._typed.get(self.key(each), {}).values()), self.key(each) in fresh)
                for each in (*self._values, *self._fresh)
            ]
        )
        self.changed.emit()


def attribute(
    name: str,
    title: str,
    *,
    read: Callable[[str], Any] = str,
    show: Callable[[Any], str] = str,
    **more: Any,
) -> Field[Any]:
    """The field of one attribute of a dataclass; `read` makes a value of a text, `show` a text of a value."""
    return Field(
        name,
        title,
        lambda row: show(getattr(row, name)),
        lambda row, text: replace(row, **{name: read(text)}),
        **more,
    )


def refusal_of(session: Session, perform: Callable[[], Changes | None]) -> DutyDeskError | None:
    """Perform a deed by the session and say why it was refused, if it was."""
    refusals: list[DutyDeskError] = []

    def note(refusal: DutyDeskError) -> None:
        refusals.append(refusal)

    session.refused.connect(note)
    try:
        perform()
    finally:
        session.refused.disconnect(note)
    return refusals[0] if refusals else None


def _shown(field: Field[T], line: Line[T]) -> str:
    typed = line.at(field.id)
    return typed.text if typed else field.show(line.value)


def _column(field: Field[T]) -> Column[Line[T]]:
    """The field as a column of lines: what is typed covers what is kept."""
    show_tip, show_ink, sort_key = field.tip, field.ink, field.sort_key or field.show

    def tip(line: Line[T]) -> str:
        typed = line.at(field.id)
        if typed:
            return typed.why or tr("Not kept yet: another cell is missing or refused.")
        return show_tip(line.value) if show_tip else ""

    def ink(line: Line[T]) -> str:
        typed = line.at(field.id)
        if typed:
            return "error" if typed.why else "changed"
        return show_ink(line.value) if show_ink else ""

    return Column(
        field.id,
        field.title,
        lambda line: _shown(field, line),
        sort_key=lambda line: sort_key(line.value),
        editable=field.take is not None,
        choices=field.choices,
        align=field.align,
        tip=tip,
        ink=ink,
    )
