"""Which days to plan first."""

from dataclasses import dataclass
from datetime import date, timedelta

from dutydesk.domain.dates import Period, month_of, week_of
from ui.i18n import long_day, long_month, tr

_LATE = 20
"""From this day of the month on, the next month is proposed first."""
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A period with the word for it."""

    word: str
    period: Period


def choices(today: date) -> tuple[Choice, ...]:
    """The usual first periods, the proposed one first; none begins before today."""
    this = Period(today, month_of(today).last)
    following = month_of(this.last + timedelta(days=1))
    last = following
    for _ in range(_QUARTER - 1):
        last = month_of(last.last + timedelta(days=1))
    rest = Choice(tr("The rest of this month"), this)
    whole = Choice(tr("Next month"), following)
    quarter = Choice(tr("The next three months"), Period(following.first, last.last))
    return (whole, rest, quarter) if today.day >= _LATE else (rest, whole, quarter)


def first_week(period: Period) -> Period:
    """The first whole week of a period, or the week it begins in where it has none."""
    monday = period.first + timedelta(days=-period.first.weekday() % 7)
    return week_of(monday) if monday + timedelta(days=6) <= period.last else week_of(period.first)


def period_text(period: Period) -> str:
    """A month by its name when nothing of it is left out, else both ends."""
    if period == month_of(period.first):
        return long_month(period.first)
    return tr("{first} – {last}", first=long_day(period.first), last=long_day(period.last))
