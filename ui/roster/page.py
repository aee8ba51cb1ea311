"""The page of the roster: the grid, and beside it what is wrong, what is fair, a plan, and publishing."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding
from dutydesk.services import roster
from dutydesk.services.calendar import calendar
from dutydesk.services.changes import Changes, Topic
from dutydesk.services.veils import veiled_roster
from ui.i18n import tr
from ui.page import Page
from ui.roster.appraisal import Appraisal, Appraiser
from ui.roster.cell_deeds import CellDeeds
from ui.roster.find_bar import FindBar
from ui.roster.foot import Foot
from ui.roster.grid_view import GridView
from ui.roster.model import RosterModel
from ui.roster.nobody_yet import nobody_yet
from ui.roster.paper import ask_export, print_sheet
from ui.roster.period_bar import PeriodBar
from ui.roster.planning import Planning
from ui.roster.publish_panel import short_state
from ui.roster.seeker import Seeker
from ui.roster.side import Side
from ui.roster.spans import View
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.window.notices import standing_notices
from ui.window.page_actions import action


class RosterPage(Page):
    """Reads one period at a time; every deed comes back through `reload`, which repaints what changed."""

    SHOWS: ClassVar[Topic] = (
        Topic.ROSTER | Topic.PEOPLE | Topic.CALENDAR | Topic.SHIFTS | Topic.LEAVE | Topic.OFFICE
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.planning = Planning(session)
        action(self, "plan", tr("Plan"), "F9", self._on_plan, deed="adopt_plan")
        self.bar = PeriodBar(self, session.today, session.read(calendar))
        self._grid = self._read_grid()
        self.appraisal = Appraisal()
        self._appraiser = Appraiser(self, session)
        self.destroyed.connect(self._appraiser.drop)
        self._shown_period = self._grid.period
        self.model = RosterModel(self._grid, session.today)
        self.view = GridView(self.model)
        self.cells = CellDeeds(session, self.view, self.model)
        self.find_bar = FindBar()
        self.seeker = Seeker(self.find_bar, self.view, self.model)
        self.side = Side(self.planning)
        self.notices = BannerArea()
        self.foot = Foot()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.side.plan.set_period(self.bar.period)
        self._show_today()

    @override
    def reload(self) -> None:
        self.bar.set_calendar(self._session.read(calendar))
        self._grid = self._read_grid()
        if self._grid.period != self._shown_period:
            self.appraisal, self._shown_period = Appraisal(), self._grid.period
        self._show()
        self._appraiser.look(self._session.read(roster.situation_of, self.bar.period))

    def _read_grid(self) -> roster.RosterGrid:
        session = self._session
        return session.read(veiled_roster, session.person, session.read(roster.grid, self.bar.period))

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "find": self.seeker.start,
            "history": self.cells.show_history,
            "plan": self._on_plan,
            "check": lambda: self._show_side(self.side.findings),
            "publish": self._on_publish,
            "print": lambda: print_sheet(self, self._session, self._grid),
            "export": lambda: ask_export(self, self._session, self._grid, self._on_written),
        }

    @override
    def place(self) -> str:
        """The view, the period and the current cell: `month 2026-11-01 2026-11-30 2026-11-16 2`."""
        period, at = self.bar.period, self.view.currentIndex()
        day = self.model.lines()[at.row()].day if at.isValid() else period.first
        return f"{self.bar.view} {period.first} {period.last} {day} {max(at.column(), 0)}"

    @override
    def go_to(self, place: str) -> None:
        """Show a day such as 2026-11-16, or what `place` named."""
        words = place.split()
        if len(words) == 1:
            self.show_day(date.fromisoformat(place))
            return
        view, first, last, day, column = words
        self.bar.show_period(View(view), Period(date.fromisoformat(first), date.fromisoformat(last)))
        self._select(date.fromisoformat(day), int(column))

    def show_day(self, day: date) -> None:
        """Show a day of the roster and make its first place the current one."""
        self.bar.show_day(day)
        self._select(day, 0)

    def show_place(self, place: PlaceKey) -> None:
        """Show a place of the roster and make it the current one."""
        self.bar.show_day(place.day)
        index = self.model.index_of(place)
        if index.isValid():
            self.view.go_to(index.row(), index.column())
            self.view.setFocus()

    @override
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & self.SHOWS:
            self.planning.drop()  # it was made for another situation
        super()._on_changed(changes)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(nobody_yet(self, self._session))
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (self.notices, self.find_bar):
            inner.addWidget(part)
        inner.addWidget(self._stack, 1)
        inner.addWidget(self.foot)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.side)
        splitter.setSizes([3 * self.side.minimumWidth(), self.side.minimumWidth()])
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)  # noqa: FBT003 -- Qt's own
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.bar.moved.connect(self._on_moved)
        self.view.moved.connect(self._describe)
        self.cells.refused.connect(partial(self._notice, "cells", "error"))
        self.side.chosen.connect(self._on_chosen)
        self.side.publish.wanted.connect(self._on_publish_wanted)
        self.planning.changed.connect(self._on_planning)
        self._appraiser.seen.connect(self._on_seen)

    def _show(self) -> None:
        """Bring everything in line with the grid, or with a proposal laid over it."""
        proposal = self.planning.proposal
        grid, anew = proposal.on(self._grid) if proposal else (self._grid, frozenset())
        self.model.read_only = proposal is not None or self._session.read_only
        self.model.set_grid(grid, anew)
        self.model.set_findings(() if proposal else self.appraisal.findings)
        self.view.refresh_names()
        self.side.show_roster(self._grid, self.appraisal)
        self.side.plan.show_grid(self._grid)
        self.bar.show_state(*short_state(self._grid))
        self._stack.setCurrentIndex(0 if self._grid.people else 1)
        self._show_notices()
        self.foot.show_count(self._grid)
        self.seeker.count()
        self._describe()

    def _on_seen(self, appraisal: Appraisal) -> None:
        self.appraisal = appraisal
        self.model.set_findings(() if self.planning.proposal else appraisal.findings)
        self.side.show_roster(self._grid, appraisal)
        self._describe()

    def _on_written(self, path: Path) -> None:
        words = tr("Written: {path}", path=path)
        self.notices.show_notice("written", Notice("good", words, dismissable=True))

    def _show_notices(self) -> None:
        there = self.planning.proposal is not None
        proposed = tr("This is a proposal. Nothing is saved until it is adopted.") if there else ""
        self._notice("proposal", "good", proposed, tr("Adopt the plan"), self.planning.adopt)
        planned = any(duty.actual for duty in self._grid.duties.values())
        empty = (
            tr("Nothing is planned here yet.") if self._grid.needed and not planned and not proposed else ""
        )
        self._notice("empty", "note", empty, tr("Plan {days}", days=self.bar.title.text()), self._plan_now)
        told = standing_notices(self._session, None)
        years = self._grid.calendar.unnoticed_years(self._grid.period)
        untold = [str(year) for year in years if f"year_{year}" not in told]
        sentence = tr(
            "{year}: no official holiday notice yet, only weekends are known.", year=", ".join(untold)
        )
        self._notice("year", "warning", sentence if untold else "")

    def _notice(
        self, key: str, kind: str, text: str, way_on: str = "", go: Callable[[], None] | None = None
    ) -> None:
        """Say something above the grid, or no longer."""
        if text:
            self.notices.show_notice(key, Notice(kind, text, way_on, go))
        else:
            self.notices.clear(key)

    def _describe(self) -> None:
        index = self.view.currentIndex()
        self.foot.show_cell(str(index.data(Qt.ItemDataRole.ToolTipRole)) if index.isValid() else "")

    def _select(self, day: date, column: int) -> None:
        if day in self._grid.period:
            self.view.go_to((day - self._grid.period.first).days, column)
            self.view.setFocus()

    def _on_moved(self) -> None:
        self.notices.clear("written")
        self._notice("cells", "error", "")
        self.side.plan.set_period(self.bar.period)
        self.reload()
        self._show_today()

    def _show_today(self) -> None:
        """Bring today into sight, or else the first day."""
        today = self._session.today()
        row = (today - self._grid.period.first).days if today in self._grid.period else 0
        self.view.go_to(row)
        self.view.scrollTo(self.model.index(row, 0), GridView.ScrollHint.PositionAtCenter)

    def _on_planning(self) -> None:
        proposal = self.planning.proposal
        if proposal is not None and not proposal.situation.period.meets(self._grid.period):
            self.bar.show_period(View.FREE, proposal.situation.period)
        else:
            self._show()

    def _on_plan(self) -> None:
        self._show_side(self.side.plan)
        self.side.plan.go.setFocus()

    def _plan_now(self) -> None:
        self._on_plan()
        self.side.plan.plan()

    def _on_publish(self) -> None:
        self._show_side(self.side.publish)
        self.side.publish.go.setFocus()

    def _on_publish_wanted(self) -> None:
        self._session.perform(roster.publish, self._grid.period, by=self._session.author())

    def _show_side(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(panel)

    def _on_chosen(self, target: object) -> None:
        if isinstance(target, PlaceKey):
            self.show_place(target)
        elif isinstance(target, Finding):
            if target.place is not None:
                self.show_place(target.place)
            else:
                self._select(target.day, 0)
