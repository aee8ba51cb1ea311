"""Which backups are kept: every day of the last two weeks, then every week, then every month."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

DAILY, WEEKLY, MONTHLY = 14, 8, 24


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of the file as it was at an instant, on the office's clock.

    `is_before` marks one made before a migration or a restore; it is kept for good.
    """

    at: datetime
    name: str
    is_before: bool = False


def superseded(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those that may go, oldest first: neither the newest of a kept day, week or month, nor kept for good.

    The periods counted are those that have a backup, so that nothing goes while the office is closed.
    """
    found = sorted(backups, reverse=True)
    kept = {each for each in found if each.is_before}
    for period, number in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept.update(_newest_of_each(found, period)[:number])
    return tuple(each for each in reversed(found) if each not in kept)


def is_due(backups: Iterable[Backup], today: date) -> bool:
    """Whether the day has no backup yet."""
    return all(each.at.date() != today for each in backups)


def _newest_of_each(found: Iterable[Backup], period: Callable[[date], Hashable]) -> list[Backup]:
    """The newest of each period, the newest period first; `found` begins with the newest."""
    newest: dict[Hashable, Backup] = {}
    for each in found:
        newest.setdefault(period(each.at.date()), each)
    return list(newest.values())


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
