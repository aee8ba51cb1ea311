"""The pages of the window, in the order of the rail: the one list to add a page to."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.accounts.page import AccountsPage
from ui.audit.page import AuditPage
from ui.calendar.page import CalendarPage
from ui.discipline.page import DisciplinePage
from ui.followups.page import FollowUpsPage
from ui.i18n import tr, tr_in
from ui.incidents.page import IncidentsPage
from ui.leave.page import LeavePage
from ui.log.page import LogPage
from ui.page import Page
from ui.people.page import PeoplePage
from ui.roster.page import RosterPage
from ui.session import Session
from ui.shifts.page import ShiftsPage
from ui.statistics.page import StatisticsPage
from ui.swaps.page import SwapsPage
from ui.today.page import TodayPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page's line in the rail: `icon` names a file of resources/icons; the page is made at the first visit.

    `ground` are the pages on which the daily work rests (people, calendar, shifts); they stand apart below.
    `offers` are commands of `ui.window.actions` that the page does for all: asking for one leads here.
    """

    id: str
    word: str
    icon: str
    make: Callable[[Session], Page]
    ground: bool = False
    offers: frozenset[str] = frozenset()


def all_pages() -> tuple[PageEntry, ...]:
    """The pages with their words in the language in force."""
    return (
        PageEntry("today", tr_in("page", "Today"), "today", TodayPage),
        PageEntry("log", tr("Duty log"), "log", LogPage, offers=frozenset({"log_entry"})),
        PageEntry("incidents", tr("Urgent information"), "incident", IncidentsPage),
        PageEntry("followups", tr("Follow-ups"), "followup", FollowUpsPage),
        PageEntry(
            "roster",
            tr("Roster"),
            "roster",
            RosterPage,
            offers=frozenset({"plan", "check", "publish", "print", "export"}),
        ),
        PageEntry("leave", tr("Leave"), "leave", LeavePage, offers=frozenset({"import_leave"})),
        PageEntry("swaps", tr("Exchanges"), "swap", SwapsPage),
        PageEntry("discipline", tr("Discipline"), "discipline", DisciplinePage),
        PageEntry("statistics", tr("Statistics"), "statistics", StatisticsPage),
        PageEntry(
            "people",
            tr("People"),
            "people",
            PeoplePage,
            ground=True,
            offers=frozenset({"import_people", "import_tally"}),
        ),
        PageEntry(
            "calendar",
            tr("Calendar"),
            "calendar",
            CalendarPage,
            ground=True,
            offers=frozenset({"import_calendar"}),
        ),
        PageEntry("shifts", tr("Shifts"), "shifts", ShiftsPage, ground=True),
        PageEntry("audit", tr("Journal"), "history", AuditPage, ground=True),
        PageEntry("accounts", tr("Accounts"), "lock", AccountsPage, ground=True),
    )
