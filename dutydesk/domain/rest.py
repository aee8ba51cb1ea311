"""Compensatory rest: what served shifts and overtime earn, and what is left of it (domain.md §10).

Everything is counted in half days; no money is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import relativedelta

from dutydesk.domain.calendar import LegalClass
from dutydesk.domain.rulebook import Family

WORKDAY, RESTDAY, STATUTORY = "workday", "restday", "statutory"
NIGHT, ANY = "night", "any"
_WORTH: Final = {
    LegalClass.WORKDAY: WORKDAY,
    LegalClass.ADJUSTED_WORKDAY: WORKDAY,
    LegalClass.WEEKEND: RESTDAY,
    LegalClass.HOLIDAY_WEEKEND: RESTDAY,
    LegalClass.ADJUSTED_REST: RESTDAY,
    LegalClass.STATUTORY_HOLIDAY: STATUTORY,
}
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class RestRules:
    """What earns rest on one day, and how long it lasts (defaults: domain.md §1).

    `duty` are rows of what the day is worth, "night" or "any" shift, and half days; the first that fits
    counts. A shift counts when at least `least_percent` of it was served; posts in `without` earn none.
    `overtime` are rows of what the day is worth and the minutes that earn a half day. Rest lasts
    `valid_months` (0: for ever) and is warned of `warn_days` before it expires. With `money` the statement
    has a column for an allowance, where the state sets one; no sum is ever reckoned here.
    """

    duty: tuple[tuple[str, str, int], ...] = ((WORKDAY, NIGHT, 1), (RESTDAY, ANY, 2), (STATUTORY, ANY, 4))
    overtime: tuple[tuple[str, int], ...] = ((WORKDAY, 240), (RESTDAY, 240), (STATUTORY, 120))
    least_percent: int = 50
    without: tuple[str, ...] = ()
    valid_months: int = 6
    warn_days: int = 30
    money: bool = False

    def of_duty(self, legal: LegalClass, *, night: bool, served: int, whole: int) -> int:
        """The half days that a shift earns of which so many of its minutes were served."""
        if served * _WHOLE < whole * self.least_percent:
            return 0
        fits = (
            halves
            for day, kind, halves in self.duty
            if day == _WORTH[legal] and (kind == ANY or (kind == NIGHT and night))
        )
        return next(fits, 0)

    def of_overtime(self, legal: LegalClass, minutes: int) -> int:
        """The whole half days that overtime earns."""
        each = dict(self.overtime).get(_WORTH[legal], 0)
        return minutes // each if each else 0

    def expires(self, earned: date) -> date | None:
        """The last day on which rest earned on a day may be taken."""
        return _months_after(earned, self.valid_months) if self.valid_months else None


@lru_cache(maxsize=8192)  # ten years of shifts fall on some thousand days
def _months_after(day: date, months: int) -> date:
    return day + relativedelta(months=months)


REST: Final = Family("rest", RestRules())


@dataclass(frozen=True, slots=True)
class Earned:
    """Rest that somebody earned on a day by a record (table and row id); `expires` None lasts for ever.

    `hours` are those worked for it, as `legal` day; 0 and None for what was entered by hand.
    """

    person: str
    day: date
    half_days: int
    expires: date | None
    record: tuple[str, str]
    minutes: int = 0
    legal: LegalClass | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """Half days that somebody took (or asked for) on a day, by a leave."""

    day: date
    half_days: int
    leave: str


@dataclass(frozen=True, slots=True)
class Lot:
    """What is left of one earning on a day; what expired is gone."""

    earned: Earned
    left: int
    expired: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Somebody's rest as of a day: every earning in the order of expiry, and half days taken beyond them."""

    person: str
    as_of: date
    lots: tuple[Lot, ...]
    used: int
    short: int

    @property
    def left(self) -> int:
        """What may still be taken; below 0 where more was taken than earned."""
        return sum(each.left for each in self.lots) - self.short

    @property
    def earned(self) -> int:
        """Everything that was ever earned."""
        return sum(each.earned.half_days for each in self.lots)

    @property
    def expired(self) -> int:
        """What was not taken in time."""
        return sum(each.expired for each in self.lots)

    def expiring(self, days: int) -> tuple[Lot, ...]:
        """What expires within so many days from the day on."""
        until = self.as_of + timedelta(days=days)
        return tuple(
            each for each in self.lots if each.left and each.earned.expires and each.earned.expires <= until
        )


def ledger(person: str, earned: Iterable[Earned], used: Iterable[Used], as_of: date) -> Ledger:
    """Take what was used from what was earned, the oldest first and nothing that had expired by then."""
    known = sorted((each for each in earned if each.day <= as_of), key=_by_age)
    left = [each.half_days for each in known]
    taken = short = 0
    for use in sorted(used, key=lambda each: each.day):
        rest = use.half_days
        for at, lot in enumerate(known):
            if lot.day <= use.day and not _is_over(lot, use.day):
                part = min(rest, left[at])
                left[at] -= part
                rest -= part
        taken, short = taken + use.half_days, short + rest
    return Ledger(person, as_of, tuple(_lots(known, left, as_of)), taken, short)


def _lots(known: Sequence[Earned], left: Sequence[int], as_of: date) -> Iterable[Lot]:
    for lot, halves in zip(known, left, strict=True):
        over = _is_over(lot, as_of)
        yield Lot(lot, 0 if over else halves, halves if over else 0)


def _by_age(earned: Earned) -> tuple[date, date, str]:
    return earned.expires or date.max, earned.day, earned.record[1]


def _is_over(earned: Earned, day: date) -> bool:
    return earned.expires is not None and earned.expires < day
