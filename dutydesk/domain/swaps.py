"""Duties exchanged, covered and taken over: who asked, who agreed, who approved (domain.md §4.7, F12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import Period, month_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.situation import Situation


class SwapKind(StrEnum):
    """Two duties change places, one changes hands, or one changes hands while it is stood."""

    EXCHANGE = "exchange"
    COVER = "cover"
    TAKEOVER = "takeover"


class SwapState(StrEnum):
    """Where a request stands; approved ones are applied at once, or pending while a month is not planned."""

    REQUESTED = "requested"
    AGREED = "agreed"
    PENDING = "pending"
    APPLIED = "applied"
    REFUSED = "refused"
    CANCELLED = "cancelled"


OPEN = frozenset({SwapState.REQUESTED, SwapState.AGREED, SwapState.PENDING})


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's yes (a person id) and when; `paper` names the paper that it was given on, if any."""

    person: str
    at: datetime
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """`applicant` gives `place` to `counterpart`, who in an exchange gives `returned` for it.

    Instead of `returned`, `month` names the first day of a month not planned yet: the first duty there that
    can be returned will be. `urgency` says why the notice for holidays was not kept, `closing` why it was
    refused or cancelled. `leave` is the id of the leave for whose sake the duty was settled: its approval
    stands for the three words, and its reason, which is not for everybody's eyes, for this one.
    """

    id: str
    kind: SwapKind
    place: PlaceKey
    applicant: str
    counterpart: str
    returned: PlaceKey | None = None
    month: date | None = None
    reason: str = ""
    urgency: str = ""
    state: SwapState = SwapState.REQUESTED
    asked: Word | None = None
    agreed: Word | None = None
    approved: Word | None = None
    filing: str = ""
    closing: str = ""
    leave: str = ""
    applied_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether anybody still has to do something about it."""
        return self.state in OPEN

    @property
    def places(self) -> tuple[PlaceKey, ...]:
        """The duties that change hands, as far as they are known."""
        return (self.place, self.returned) if self.returned else (self.place,)

    def cells(self) -> tuple[tuple[PlaceKey, str], ...]:
        """Who stands what once it is applied."""
        given = (self.place, self.counterpart)
        return (given, (self.returned, self.applicant)) if self.returned else (given,)


def has_begun(situation: Situation, place: PlaceKey, now: datetime) -> bool:
    """Whether the shift has started; `now` is the office's local time (naive)."""
    shift = situation.shift.get(place.shift)
    return place.day < now.date() if shift is None else shift.span(place.day)[0] <= now


def is_on(situation: Situation, place: PlaceKey, now: datetime) -> bool:
    """Whether the shift is of today or still stood: the time in which it can be taken over."""
    shift = situation.shift.get(place.shift)
    return shift is not None and place.day <= now.date() and now < shift.span(place.day)[1]


def short_of_notice(situation: Situation, place: PlaceKey, today: date) -> bool:
    """Whether a holiday duty is to change hands with less notice than the rule wants (domain.md §4.7, S20).

    Days are counted from the request to the day on which the shift starts.
    """
    wanted = situation.rules.swap_notice_days
    holiday = situation.rotation(place.day) is RotationClass.HOLIDAY
    return holiday and (place.day - today).days < wanted


def returnable(situation: Situation, swap: Swap, now: datetime) -> PlaceKey | None:
    """The first duty of the counterpart in the month that was named which breaks no rule when returned."""
    from dutydesk.domain.moves import broken_by  # noqa: PLC0415 - the planner: only this asks it

    if swap.month is None:
        return swap.returned
    month = month_of(swap.month)
    return next(
        (
            duty.place
            for duty in sorted(situation.duties, key=lambda each: each.place)
            if duty.actual == swap.counterpart
            and duty.place.day in month
            and duty.place.post == swap.place.post
            and not has_begun(situation, duty.place, now)
            and not broken_by(situation, ((swap.place, swap.counterpart), (duty.place, swap.applicant)))
        ),
        None,
    )


def reach(swap: Swap) -> Period:
    """The days that must be known to judge a swap."""
    days = [place.day for place in swap.places]
    if swap.month:
        days += [swap.month, month_of(swap.month).last]
    return Period(min(days), max(days))


def next_filing(swaps: Iterable[Swap], year: int) -> str:
    """The next filing number of a year, as 2026-007."""
    numbers = [
        int(number)
        for each in swaps
        for begins, _, number in [each.filing.partition("-")]
        if begins == str(year) and number.isdigit()
    ]
    return f"{year}-{max(numbers, default=0) + 1:03}"
