"""Every printed form, with all its pages, through the action that prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from dutydesk.domain.dates import Period, week_of
from dutydesk.services import people, roster, violations
from ui.accounts.page import AccountsPage
from ui.discipline.circular_dialog import CircularDialog
from ui.discipline.page import TABS as DISCIPLINE
from ui.discipline.page import DisciplinePage
from ui.i18n import tr
from ui.incidents.page import IncidentsPage
from ui.leave.ground import ground
from ui.leave.page import LeavePage
from ui.log.page import LogPage
from ui.paper.printing import preview
from ui.people.contacts import print_contacts
from ui.people.page import PeoplePage
from ui.roster.page import RosterPage
from ui.roster.paper import print_sheet
from ui.sheets.parts import letterhead
from ui.sheets.personal import personal_sheet
from ui.statistics.page import TABS as FIGURES
from ui.statistics.page import StatisticsPage
from ui.swaps.page import SwapsPage
from ui.today.handover_dialog import HandoverDialog
from ui.today.page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pictures.scene import Scene

_GOLDEN_WEEK = Period(date(2026, 10, 1), date(2026, 10, 7))


@dataclass(frozen=True, slots=True)
class Form:
    """One form by the function of `ui.sheets` that makes it, and how a user comes to its preview."""

    name: str
    print: Callable[[Scene], object]
    shown: str = ""

    def take(self, scene: Scene) -> None:
        """Print it into the folder."""
        self.print(scene)
        scene.paper(f"form-{self.shown or self.name}")


def forms() -> tuple[Form, ...]:
    """Every form; the figures of the statistics with their charts."""
    return (
        Form("weekly_sheet", _week),
        Form("monthly_sheet", _month),
        Form("holiday_sheet", _holiday),
        Form("log_sheet", lambda s: s.page(LogPage, "log").printing.log.trigger()),
        Form("handover_sheet", _handover),
        Form("phone_sheet", _call),
        Form("visitor_sheet", lambda s: s.page(LogPage, "log").printing.visitors.trigger()),
        Form("document_sheet", lambda s: s.page(LogPage, "log").printing.documents.trigger()),
        Form("incident_sheet", lambda s: s.page(IncidentsPage, "incidents").print_report()),
        Form("spot_check_sheet", lambda s: _discipline(s, "checks").checks.print_register()),
        Form("circular_letter", _circular),
        Form("slip_sheet", _slip),
        Form("swap_sheet", lambda s: s.page(SwapsPage, "swaps").print_form()),
        Form("travel_sheet", _travel),
        Form("overtime_sheet", lambda s: _discipline(s, "rest").rest.print_statement()),
        Form("violations_sheet", lambda s: _discipline(s, "violations").violations.print_register()),
        Form("year_sheets", lambda s: _discipline(s, "sheets").sheets.print_sheets()),
        Form("own_sheet", _own),
        Form("contacts_sheet", _contacts),
        Form("personal_sheet", _personal),
        Form("code_sheet", lambda s: s.page(AccountsPage, "accounts").print_code()),
        *(Form("figure_sheet", partial(_figure, name=each), f"figure_sheet-{each}") for each in FIGURES),
    )


def _discipline(scene: Scene, tab: str) -> DisciplinePage:
    return scene.page(DisciplinePage, "discipline", DISCIPLINE.index(tab))


def _week(scene: Scene) -> None:
    _roster(scene, "week", week_of(scene.now.date()))


def _month(scene: Scene) -> None:
    scene.page(RosterPage, "roster").bar.show_day(scene.now.date())
    _roster(scene, "month", Period(date(2026, 11, 1), date(2026, 11, 30)))


def _holiday(scene: Scene) -> None:
    """The seven days of October, filled with whoever comes next."""
    session = scene.session
    grid = session.read(roster.grid, _GOLDEN_WEEK)
    standing = [each.id for each in session.read(people.staff).people]
    filled = [(place, standing[at % len(standing)]) for at, place in enumerate(sorted(grid.needed))]
    session.perform(roster.assign, filled, by=session.author())
    print_sheet(scene.window, session, session.read(roster.grid, _GOLDEN_WEEK))


def _roster(scene: Scene, view: str, period: Period) -> None:
    page = scene.page(RosterPage, "roster")
    page.go_to(f"{view} {period.first} {period.last} {period.first} 0")
    scene.window.do("print")


def _handover(scene: Scene) -> None:
    page = scene.page(TodayPage, "today")
    page.hand_over()
    page.findChildren(HandoverDialog)[-1].print_sheet()


def _call(scene: Scene) -> None:
    page = scene.page(LogPage, "log")
    call = next(line.entry for line in page.list.model.rows() if line.entry.kind == "meeting_notice")
    page.list.choose(call.id)
    page.printing.call.trigger()


def _circular(scene: Scene) -> None:
    tab = _discipline(scene, "violations").violations
    tab.ask_circular()
    tab.findChildren(CircularDialog)[-1].look()


def _own(scene: Scene) -> None:
    """Of somebody who answers for something."""
    tab = _discipline(scene, "sheets").sheets
    accused = max(scene.session.read(violations.readable, ""), key=lambda each: each.due).person
    tab.list.choose(accused)
    tab.print_own()


def _slip(scene: Scene) -> None:
    _leave(scene, away=False)
    scene.window.do("print")


def _travel(scene: Scene) -> None:
    page = _leave(scene, away=True)
    words = tr("Trip report…")
    next(each for each in page.findChildren(QAction) if each.text() == words).trigger()


def _leave(scene: Scene, *, away: bool) -> LeavePage:
    """The page with a leave chosen that is spent away from the city, or any."""
    page = scene.page(LeavePage, "leave")
    known = scene.session.read(ground, scene.now.date()).book.leaves
    page.go_to(next(each.id for each in known if each.leaves_city or not away))
    return page


def _contacts(scene: Scene) -> None:
    print_contacts(scene.page(PeoplePage, "people"), scene.session)


def _personal(scene: Scene) -> None:
    session, month = scene.session, Period(date(2026, 11, 1), date(2026, 11, 30))
    grid = session.read(roster.grid, month)
    duty = next(each for each in grid.duties.values() if each.actual)
    person = next(each for each in session.read(people.staff).people if each.id == duty.actual)
    preview(personal_sheet(grid, session.read(letterhead, scene.now), person), scene.window)


def _figure(scene: Scene, name: str) -> None:
    page = scene.page(StatisticsPage, "statistics")
    page.go_to(name)
    page.print_figure()
