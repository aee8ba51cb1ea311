"""The kinds of leave and the rules of each (domain.md §5.4), all of them rows that an office changes."""

from dataclasses import dataclass
from enum import StrEnum


class Counted(StrEnum):
    """Which account the days of a kind of leave are taken from."""

    NOTHING = "nothing"
    ANNUAL = "annual"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class LeaveType:
    """One kind of leave; `repaid` says whether turns skipped meanwhile are made up (补值, domain.md §1).

    They are after an absence of at most `repaid_days` calendar days; a certificate is due from
    `certificate_days` on; a request may have `longest` days at most: each is off at 0. With `calendar_days`
    rest days and holidays count too.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    repaid: bool = True
    sort: int = 0
    repaid_days: int = 0
    calendar_days: bool = False
    certificate_days: int = 0
    longest: int = 0
    account: Counted = Counted.NOTHING

    def repays(self, days: int) -> bool:
        """Whether the turns skipped in an absence of so many calendar days are made up."""
        return self.repaid and not 0 < self.repaid_days < days
