"""Scroll a year of a large roster beside an empty table of its shape: milliseconds a frame, and the ratio.

QT_QPA_PLATFORM=offscreen python -m benchmarks.grid
"""

from __future__ import annotations

import os
from datetime import date, time
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView
from typing_extensions import override

from dutydesk.domain.calendar import Calendar
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey, Post, ShiftType
from dutydesk.domain.people import Person
from dutydesk.domain.roster import Duty
from dutydesk.services.roster import GridColumn, RosterGrid
from ui import theme
from ui.roster.grid_view import GridView
from ui.roster.model import RosterModel

if TYPE_CHECKING:
    from collections.abc import Sequence

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
WIDE, FRAMES, ROUNDS = 60, 60, 5
SIZE = (1920, 1080)
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈", ("明远", "静", "建国", "堃", "喆", "思源")


class Empty(QAbstractTableModel):
    """A table that knows nothing but its shape."""

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt's
        return len(YEAR)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return WIDE

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return None


def year() -> RosterGrid:
    """A year in which sixty people stand sixty places a day: more than any office has, with every mark."""
    dice = Random("grid")
    people = {
        f"p{at}": Person(f"p{at}", SURNAMES[at % 10] + GIVEN[at % 6], "s", phone=f"1380000{at:04}", sort=at)
        for at in range(60)
    }
    shift = ShiftType("day", "24", time(8), time(8), ())
    columns = tuple(GridColumn((shift,), Post("post", f"{seat + 1}"), seat) for seat in range(WIDE))
    places = [PlaceKey(day, "day", "post", seat) for day in YEAR for seat in range(WIDE)]
    duties = {place: _duty(dice, place, people) for place in places if not _one_in(dice, 30)}
    changed = frozenset(dice.sample(sorted(duties), len(duties) // 20))
    return RosterGrid(
        period=YEAR, calendar=Calendar(), sensitive={}, columns=columns, needed=frozenset(places),
        duties=duties, changed=changed, published=dict.fromkeys(changed), people=people,
        sections={"s": "综合科"}, version=1,
    )  # fmt: skip


def _duty(dice: Random, place: PlaceKey, people: dict[str, Person]) -> Duty:
    planned, actual = dice.choices(sorted(people), k=2) if _one_in(dice, 30) else [f"p{place.seat}"] * 2
    note = "换班" if _one_in(dice, 50) else ""
    return Duty("d", place, planned, actual, _one_in(dice, 20), note)


def _one_in(dice: Random, number: int) -> bool:
    return dice.randrange(number) == 0


def empty_view() -> QTableView:
    """Qt's own table on the empty model, scrolled in the same way."""
    view = QTableView()
    view.setModel(Empty(view))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view


def frames(view: QTableView) -> Sequence[float]:
    """Milliseconds of processor time for each of many jumps through the year, headers included."""
    bar, took = view.verticalScrollBar(), []
    for number in range(FRAMES):
        start = process_time()
        bar.setValue(number * 1237 % bar.maximum())
        QApplication.processEvents()
        took.append((process_time() - start) * 1000)
    return took


def main() -> None:
    """Measure both in turns, so that a busy machine disturbs both alike."""
    app = QApplication([])
    theme.dress(app, theme.LIGHT, 100)
    model = RosterModel(year(), lambda: date(2026, 11, 20))
    ours, empty = GridView(model), empty_view()
    for view in (ours, empty):
        view.resize(*SIZE)
        view.show()
    ours.setCurrentIndex(model.index(3, 3))
    for header in ("verticalHeader", "horizontalHeader"):
        size = getattr(ours, header)().defaultSectionSize()
        getattr(empty, header)().setDefaultSectionSize(size)
    for column in range(WIDE):
        empty.setColumnWidth(column, ours.columnWidth(column))
    app.processEvents()
    taken: dict[str, list[float]] = {"ours": [], "empty": []}
    for _ in range(ROUNDS):
        taken["empty"] += frames(empty)
        taken["ours"] += frames(ours)
    for name, times in taken.items():
        print(f"{name:6} {median(times):6.2f} ms a frame, slowest {max(times):6.2f} ms")
    print(f"ratio  {median(taken['ours']) / median(taken['empty']):6.2f}")


if __name__ == "__main__":
    main()
