"""The pages of the window, in the order of the rail: the one list to add a page to.

Each is loaded when it is made: the window need not wait for those that nobody looks at yet.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.i18n import tr, tr_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page's line in the rail: `icon` names a file of resources/icons; the page is made at the first visit.

    `ground` are the pages on which the daily work rests (people, calendar, shifts); they stand apart below.
    `offers` are commands of `ui.window.actions` that the page does for all: asking for one leads here.
    """

    id: str
    word: str
    icon: str
    make: "Callable[[Session], Page]"
    ground: bool = False
    offers: frozenset[str] = frozenset()


def all_pages() -> tuple[PageEntry, ...]:
    """The pages with their words in the language in force."""
    return (
        PageEntry("today", tr_in("page", "Today"), "today", _today),
        PageEntry("log", tr("Duty log"), "log", _log, offers=frozenset({"log_entry"})),
        PageEntry("incidents", tr("Urgent information"), "incident", _incidents),
        PageEntry("followups", tr("Follow-ups"), "followup", _followups),
        PageEntry(
            "roster",
            tr("Roster"),
            "roster",
            _roster,
            offers=frozenset({"plan", "check", "publish", "print", "export"}),
        ),
        PageEntry("leave", tr("Leave"), "leave", _leave, offers=frozenset({"import_leave"})),
        PageEntry("swaps", tr("Exchanges"), "swap", _swaps),
        PageEntry("discipline", tr("Discipline"), "discipline", _discipline),
        PageEntry("statistics", tr("Statistics"), "statistics", _statistics),
        PageEntry(
            "people",
            tr("People"),
            "people",
            _people,
            ground=True,
            offers=frozenset({"import_people", "import_tally"}),
        ),
        PageEntry(
            "calendar",
            tr("Calendar"),
            "calendar",
            _calendar,
            ground=True,
            offers=frozenset({"import_calendar"}),
        ),
        PageEntry("shifts", tr("Shifts"), "shifts", _shifts, ground=True),
        PageEntry("audit", tr("Journal"), "history", _audit, ground=True),
        PageEntry("accounts", tr("Accounts"), "lock", _accounts, ground=True),
    )


def _accounts(session: "Session") -> "Page":
    from ui.accounts.page import AccountsPage

    return AccountsPage(session)


def _audit(session: "Session") -> "Page":
    from ui.audit.page import AuditPage

    return AuditPage(session)


def _calendar(session: "Session") -> "Page":
    from ui.calendar.page import CalendarPage

    return CalendarPage(session)


def _discipline(session: "Session") -> "Page":
    from ui.discipline.page import DisciplinePage

    return DisciplinePage(session)


def _followups(session: "Session") -> "Page":
    from ui.followups.page import FollowUpsPage

    return FollowUpsPage(session)


def _incidents(session: "Session") -> "Page":
    from ui.incidents.page import IncidentsPage

    return IncidentsPage(session)


def _leave(session: "Session") -> "Page":
    from ui.leave.page import LeavePage

    return LeavePage(session)


def _log(session: "Session") -> "Page":
    from ui.log.page import LogPage

    return LogPage(session)


def _people(session: "Session") -> "Page":
    from ui.people.page import PeoplePage

    return PeoplePage(session)


def _roster(session: "Session") -> "Page":
    from ui.roster.page import RosterPage

    return RosterPage(session)


def _shifts(session: "Session") -> "Page":
    from ui.shifts.page import ShiftsPage

    return ShiftsPage(session)


def _statistics(session: "Session") -> "Page":
    from ui.statistics.page import StatisticsPage

    return StatisticsPage(session)


def _swaps(session: "Session") -> "Page":
    from ui.swaps.page import SwapsPage

    return SwapsPage(session)


def _today(session: "Session") -> "Page":
    from ui.today.page import TodayPage

    return TodayPage(session)
