"""What somebody may still take of annual leave and compensatory rest, in half days (domain.md §5.2, §10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.calendar import Calendar
from dutydesk.domain.leave.days import taken_days
from dutydesk.domain.leave.kinds import Counted, LeaveType
from dutydesk.domain.leave.request import Leave


@dataclass(frozen=True, slots=True)
class Credit:
    """Half days entered by hand: annual leave carried into a year, or rest earned in it; or taken away."""

    id: str
    person: str
    account: Counted
    year: int
    half_days: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """An account in half days: what is due, what was carried or earned, what is used or asked for.

    `due` is None where it cannot be known: nobody entered since when the person works.
    """

    account: Counted
    due: int | None
    carried: int
    used: int

    @property
    def left(self) -> int | None:
        """What may still be taken."""
        return None if self.due is None else self.due + self.carried - self.used


@dataclass(frozen=True, slots=True)
class Books:
    """What balances are reckoned from."""

    leaves: tuple[Leave, ...]
    credits: tuple[Credit, ...]
    kinds: Mapping[str, LeaveType]
    calendar: Calendar
    scale: tuple[tuple[int, int], ...]

    def balance(
        self, person: str, since: date | None, account: Counted, day: date, *, but: str = ""
    ) -> Balance:
        """The account as of a day, without one leave (`but`): annual leave by the year, rest of all time."""
        year = day.year if account is Counted.ANNUAL else None
        due = annual_due(self.scale, since, day) if account is Counted.ANNUAL else 0
        own = (each for each in self.leaves if each.person == person and each.id != but and each.is_asked)
        carried = sum(
            each.half_days
            for each in self.credits
            if (each.person, each.account) == (person, account) and year in {None, each.year}
        )
        return Balance(account, due, carried, sum(self.halves(each, account, year) for each in own))

    def halves(self, leave: Leave, account: Counted, year: int | None) -> int:
        """The half days that a leave takes from an account in one year, or in all."""
        kind = self.kinds.get(leave.type)
        if kind is None or kind.account is not account:
            return 0
        days = taken_days(leave, kind, self.calendar)
        return sum(halves for day, halves in days if year in {None, day.year})


def annual_due(scale: Iterable[tuple[int, int]], since: date | None, day: date) -> int | None:
    """The half days of annual leave by years of service on a day; None where the service is not known."""
    if since is None:
        return None
    years = day.year - since.year - ((day.month, day.day) < (since.month, since.day))
    return 2 * max((days for least, days in scale if least <= years), default=0)
