"""Opening tallies: how many duties everybody stood before this file began, by post and class of day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.history import Search
from dutydesk.domain.roster import Tally
from dutydesk.errors import DutyDeskError
from dutydesk.services import people
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.draft_table import DraftTable
from ui.editing.drafts import Drafts, Field, attribute, refusal_of
from ui.history.dialog import add_history, of_rows
from ui.i18n import tr
from ui.people.ground import Ground, found_by
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.table_model import RIGHT
from ui.words.planning import class_text

_MOST = 9999


@dataclass(frozen=True)
class TallyRow:
    """What one person stood of one post: a count for each class that was counted."""

    person: str
    post: str
    counts: tuple[tuple[RotationClass, int], ...] = ()
    since: date | None = None
    until: date | None = None

    def count(self, rotation: RotationClass) -> int | None:
        """The count of a class; None where none was entered."""
        return dict(self.counts).get(rotation)

    def counted(self, rotation: RotationClass, count: int | None) -> "TallyRow":
        """The row with another count; None takes it away."""
        counts = {**dict(self.counts), rotation: count}
        kept = [(each, counts[each]) for each in RotationClass if counts.get(each) is not None]
        return replace(self, counts=tuple((each, number) for each, number in kept if number is not None))


class TallyList(QWidget):
    """A row for every post that somebody may stand, and for what was counted besides."""

    def __init__(self, session: Session, ground: Callable[[], Ground], importing: QAction) -> None:
        super().__init__()
        self._session = session
        self._ground = ground
        self.drafts = Drafts(self._fields(), lambda each: (each.person, each.post), self._keep)
        empty = EmptyState(
            "statistics",
            tr("Nobody is entered yet"),
            tr("The counts of last year make the first plan fair; they may come with the staff list."),
        )
        self.list = DraftTable(
            tr("Opening tallies"),
            self.drafts,
            also=lambda each: found_by(ground().person(each.person)),
            actions=(importing,),
            empty=empty,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        session.recovered.connect(self.drafts.try_again)
        add_history(self.list.table.view, session, self.history)

    def history(self) -> Search:
        """The search for what became of the selected counts."""
        chosen = {(each.person, each.post) for each in self.list.chosen()}
        kept = self._ground().staff.tallies
        return of_rows("tally", (each.id for each in kept if (each.person, each.post) in chosen))

    def reload(self) -> None:
        """Show the tallies as they are kept now."""
        self.drafts.set_values(list(self._rows()))

    def _rows(self) -> Iterator[TallyRow]:
        ground = self._ground()
        kept: dict[tuple[str, str], list[Tally]] = {}
        for tally in ground.staff.tallies:
            kept.setdefault((tally.person, tally.post), []).append(tally)
        order = [each.id for each in ground.pattern.posts]
        for person in ground.staff.people:
            counted = {post for owner, post in kept if owner == person.id}
            for post in sorted(person.posts | counted, key=lambda each: _place(order, each)):
                yield _row(person.id, post, kept.get((person.id, post), ()))

    def _keep(self, changed: Sequence[TallyRow]) -> DutyDeskError | None:
        old = {(each.person, each.post, each.rotation): each.id for each in self._ground().staff.tallies}
        tallies = [
            Tally(
                old.get((row.person, row.post, rotation), "") or new_id(self._session.now()),
                row.person, row.post, rotation, count, row.since, row.until,
            )
            for row in changed
            for rotation, count in row.counts
        ]  # fmt: skip
        rows = {(row.person, row.post): row for row in changed}
        forgotten = [
            tally
            for (person, post, rotation), tally in old.items()
            if (person, post) in rows and rows[person, post].count(RotationClass(rotation)) is None
        ]
        by = self._session.author()
        return refusal_of(
            self._session,
            lambda: self._session.perform(people.save_tallies, tallies, forgotten=forgotten, by=by),
        )

    def _fields(self) -> list[Field[TallyRow]]:
        counts = [
            Field(
                rotation.value,
                class_text(rotation),
                partial(_count_text, rotation=rotation),
                partial(_take_count, rotation=rotation),
                sort_key=partial(_sort_key, rotation=rotation),
                align=RIGHT,
            )
            for rotation in RotationClass
        ]
        return [
            Field("person", tr("Name"), self._name, sort_key=self._person_sort),
            Field("section", tr("Section"), self._section, ink=_dim),
            Field("post", tr("Post"), self._post),
            *counts,
            attribute("since", tr("Counted from"), read=reading.past_day, show=reading.day_text),
            attribute("until", tr("Counted to"), read=_until, show=reading.day_text),
        ]

    def _name(self, row: TallyRow) -> str:
        return self._ground().staff.named(row.person)

    def _person_sort(self, row: TallyRow) -> int:
        return self._ground().place(row.person)

    def _section(self, row: TallyRow) -> str:
        person = self._ground().person(row.person)
        return self._ground().staff.section_name(person) if person else ""

    def _post(self, row: TallyRow) -> str:
        return self._ground().pattern.post_name(row.post) if row.post else tr("no post")


def _place(order: Sequence[str], post: str) -> int:
    return order.index(post) if post in order else len(order)


def _row(person: str, post: str, tallies: Sequence[Tally]) -> TallyRow:
    row = TallyRow(person, post)
    for tally in tallies:
        row = row.counted(RotationClass(tally.rotation), tally.count)
        row = replace(row, since=tally.since, until=tally.until)
    return row


def _count_text(row: TallyRow, rotation: RotationClass) -> str:
    count = row.count(rotation)
    return "" if count is None else str(count)


def _take_count(row: TallyRow, text: str, rotation: RotationClass) -> TallyRow:
    return row.counted(rotation, reading.number(text, 0, _MOST) if text else None)


def _sort_key(row: TallyRow, rotation: RotationClass) -> int:
    count = row.count(rotation)
    return -1 if count is None else count


def _until(text: str) -> date | None:
    return reading.past_day(text, end=True)


def _dim(_: TallyRow) -> str:
    return "dim"
