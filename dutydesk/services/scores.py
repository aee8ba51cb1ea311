"""The year's sheets as of any day, points given, and the closing of a year."""

from datetime import UTC, date, datetime, time, timedelta

from dutydesk.domain.accounts import Author, refuse_own
from dutydesk.domain.points import DISCIPLINE
from dutydesk.domain.scores import Account, Addition, ScoreSheet, YearClosing, closed
from dutydesk.domain.violations import State, Violation, standing_at
from dutydesk.errors import (
    MissingFieldError,
)
from dutydesk.errors.discipline import (
    OpenMattersError,
    YearNotOverError,
)
from dutydesk.services.changes import Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.services.rulebook import in_force
from dutydesk.services.violations import last_day_of_appeal, of_year, refuse_closed
from dutydesk.services.watch import local, zone
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.scores import ADDITIONS, YEAR_CLOSINGS
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text
from dutydesk.storage.violations import STEPS


def account(store: Store, year: int, as_of: date) -> Account:
    """What the sheets of a year are made from, as it was known at the end of a day."""
    until = end_of(store, as_of)
    steps = store.all(STEPS, "at < ?", (instant_text(until),))
    given = store.all(ADDITIONS, "day between ? and ? and at < ?", (*_ends(year), instant_text(until)))
    rules = in_force(store, DISCIPLINE, min(as_of, date(year, 12, 31)))
    return Account(year, as_of, of_year(store, year), standing_at(steps, until), given, rules)


def sheets(store: Store, year: int, as_of: date) -> tuple[ScoreSheet, ...]:
    """Everybody's sheet who belonged to the office in the year, in the order of the address list."""
    known = account(store, year, as_of)
    first, last = date(year, 1, 1), date(year, 12, 31)
    return tuple(
        known.sheet(each.id)
        for each in store.all(PEOPLE)
        if (each.joined or first) <= last and (each.left or last) >= first
    )


def sheet(store: Store, person: str, year: int, as_of: date) -> ScoreSheet:
    """One person's sheet."""
    return account(store, year, as_of).sheet(person)


def end_of(store: Store, day: date) -> datetime:
    """The instant (UTC) at which a day of the office is over."""
    return datetime.combine(day + timedelta(days=1), time.min, zone(store)).astimezone(UTC)


def add_points(store: Store, person: str, day: date, points: int, reason: str, *, by: Author) -> Changes:
    """Give points for something well done (hundredths; fewer than 0 correct what was given); needs a reason.

    Nobody gives points to themselves.
    """
    if not reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, "add_points") as act:
        refuse_closed(store, day.year)
        refuse_own(by, person)
        number = len(store.all(ADDITIONS)) + 1
        facts = (store.get(PEOPLE, person).id, day, points, reason.strip(), by.at)
        word = by.on_behalf_of or by.actor
        act.writing.put(ADDITIONS, Addition(new_id(by.at), number, *facts, word))
    return act.changes


def close_year(store: Store, year: int, *, by: Author) -> Changes:
    """Make the sheets of a year final.

    Refuses before it is over, and while a violation of the year is not decided or may still be appealed.
    """
    with deed(store, by, "close_year") as act:
        refuse_closed(store, year)
        today = local(store, by.at).date()
        if today.year <= year:
            raise YearNotOverError(year)
        pending = [each for each in of_year(store, year) if _is_pending(store, each, today)]
        if pending:
            raise OpenMattersError(year, len(pending))
        final = tuple(closed(each) for each in sheets(store, year, today))
        word = by.on_behalf_of or by.actor
        act.writing.put(YEAR_CLOSINGS, YearClosing(year, by.at, word, final))
    return act.changes


def _is_pending(store: Store, violation: Violation, today: date) -> bool:
    last = last_day_of_appeal(store, violation)
    may_appeal = violation.state is State.CONFIRMED and last is not None and today <= last
    return violation.is_open or may_appeal


def closing(store: Store, year: int) -> YearClosing | None:
    """The sheets of a closed year; None for an open one."""
    return store.find(YEAR_CLOSINGS, str(year))


def _ends(year: int) -> tuple[str, str]:
    return f"{year}-01-01", f"{year}-12-31"
