"""The figures of a year, each read by itself: whoever looks at one does not wait for the others."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from dutydesk.domain import statistics
from dutydesk.domain.accounts import Sight
from dutydesk.domain.dates import Period
from dutydesk.domain.leave.kinds import Counted
from dutydesk.domain.spot_checks import Method
from dutydesk.domain.statistics import Account, Answer, Cases, Lateness, Load, Reported
from dutydesk.domain.violations import Verdict
from dutydesk.errors import NoShiftsError, NoStaffError
from dutydesk.services.fairness import fairness
from dutydesk.services.incidents import incident_files
from dutydesk.services.leave.book import leave_book
from dutydesk.services.rest import ledgers, warn_days
from dutydesk.services.rights import sees
from dutydesk.services.spot_checks import checks
from dutydesk.services.violations import of_year
from dutydesk.services.watch import local, zone
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text
from dutydesk.storage.violations import JUDGEMENTS


def loads(store: Store, year: int, today: date) -> tuple[Load, ...]:
    """Everybody's duties of a year by class against due, up to today.

    The account begins with the first duty that is on file: of the days before nobody owes anything.
    """
    known = next(store.ask("select min(day) from duty where day between ? and ?", _ends(year)))[0]
    last = min(today, date(year, 12, 31))
    if not known or date.fromisoformat(known) > last:
        return ()
    try:
        return statistics.loads(fairness(store, Period(date.fromisoformat(known), last)))
    except (NoShiftsError, NoStaffError):  # nothing is planned by any pattern that still exists
        return ()


def by_month(store: Store, year: int) -> Mapping[str, tuple[int, ...]]:
    """How many duties everybody stands in each month of a year, planned ones too, by person id."""
    return statistics.by_month(store.all(DUTIES, "day between ? and ?", _ends(year)), year)


def busy_days(store: Store, year: int) -> Mapping[date, int]:
    """How many entries the log has of each day of a year, on the office's clock."""
    at = store.ask("select at from log_entry where at >= ? and at < ?", _instants(store, year))
    return Counter(local(store, datetime.fromisoformat(each)).date() for (each,) in at)


def answers(store: Store, year: int) -> tuple[Answer, ...]:
    """The calls of a year that checked a shift, the oldest first."""
    return tuple(
        Answer(each.at, each.shift, each.inspector, each.seconds)
        for each in checks(store, *_span(store, year))
        if each.method is Method.PHONE
    )


def reported(store: Store, year: int) -> tuple[Reported, ...]:
    """How long each report of the incidents of a year took, by its clock."""
    return tuple(
        Reported(
            incident=each.incident.number,
            name=each.incident.name,
            at=each.incident.learned_at,
            channel=clock.channel,
            allowed=_minutes(clock.begins, clock.due),
            took=None if clock.met_at is None else _minutes(clock.begins, clock.met_at),
        )
        for each in incident_files(store)
        if local(store, each.incident.learned_at).year == year
        for clock in each.clocks
    )


def late_reliefs(store: Store, year: int, viewer: str) -> tuple[Lateness, ...]:
    """Who came late to the desk, as far as `viewer` (id, empty for nobody) may see it.

    What somebody put aside with a reason is not counted.
    """
    aside = {each.id for each in store.all(JUDGEMENTS, "verdict = ?", (Verdict.DISMISSED.value,))}
    noted = store.all(CANDIDATES, "at >= ? and at < ?", _instants(store, year))
    seen = (
        each for each in noted if each.id not in aside and any(t == "attendance" for t, _ in each.records)
    )
    return tuple(each for each in statistics.lateness(seen) if _sees(store, viewer, each.person))


def cases(store: Store, year: int, viewer: str) -> tuple[Cases, ...]:
    """The violations of a year by kind and section, as far as `viewer` may read them."""
    sections = {each.id: each.section for each in store.all(PEOPLE)}
    readable = (each for each in of_year(store, year) if _sees(store, viewer, each.person))
    return statistics.cases(readable, sections)


def accounts(store: Store, day: date) -> tuple[Account, ...]:
    """What everybody who serves on a day has left of annual leave and rest, in the order of the list."""
    book, rest = leave_book(store, day), {each.person: each for each in ledgers(store, day)}
    warned, found = warn_days(store, day), []
    for each in book.people:
        if each.serves(day):
            annual, own = book.account(each.id, Counted.ANNUAL, day), rest.get(each.id)
            soon = sum(lot.left for lot in own.expiring(warned)) if own else 0
            left = (own.earned, own.left) if own else (0, 0)
            found.append(Account(each.id, annual.due, annual.left, *left, soon))
    return tuple(found)


def _sees(store: Store, viewer: str, person: str) -> bool:
    return sees(store, viewer, Sight.POINTS, of=person)


def _minutes(earlier: datetime, later: datetime) -> int:
    """Whole minutes, the begun one counted, so that one second too late is late."""
    return -int((earlier - later).total_seconds() // 60)


def _ends(year: int) -> tuple[str, str]:
    return f"{year}-01-01", f"{year}-12-31"


def _span(store: Store, year: int) -> tuple[datetime, datetime]:
    """The instants at which a year of the office's clock begins and ends."""
    first, last = (
        datetime.combine(date(each, 1, 1), time.min, zone(store)).astimezone(UTC) for each in (year, year + 1)
    )
    return first, last


def _instants(store: Store, year: int) -> tuple[str, str]:
    first, last = _span(store, year)
    return instant_text(first), instant_text(last)
