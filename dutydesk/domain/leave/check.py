"""What stands against a request, each with what to do about it (domain.md §5.2-5.3, §16.2)."""

from collections.abc import Iterator, Sequence

from dutydesk.domain.dates import Period
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import Level
from dutydesk.domain.leave.days import days_text
from dutydesk.domain.leave.request import Half, Leave
from dutydesk.errors import (
    DomainError,
    HeadsAwayError,
    MissingFieldError,
    NoDaysError,
    NotEnoughLeaveError,
    NotServingError,
    OverlappingLeaveError,
    PairAwayError,
    ReversedHalvesError,
    SamePersonTwiceError,
    StandInAwayError,
    StandsInError,
    TooLongLeaveError,
)


def objections(book: LeaveBook, leave: Leave) -> tuple[DomainError, ...]:
    """Everything for which a request is refused, the plainest first; none when it can be handed in."""
    if not leave.person:
        return (MissingFieldError("person"),)
    if not leave.type:
        return (MissingFieldError("type"),)
    if wrong := tuple(_wrong_days(book, leave)):
        return wrong
    meeting = _meeting(book, leave)
    return (
        *_missing(book, leave),
        *_away_already(book, leave, meeting),
        *_stand_ins(book, leave, meeting),
        *_others(book, leave, meeting),
        *_account(book, leave),
    )


def _wrong_days(book: LeaveBook, leave: Leave) -> Iterator[DomainError]:
    period, kind = leave.period, book.kind(leave.type)
    if len(period) == 1 and (leave.from_half, leave.to_half) == (Half.AFTERNOON, Half.MORNING):
        yield ReversedHalvesError(period.first.isoformat())
        return
    if len(period) > book.rules.longest_days:
        yield TooLongLeaveError(len(period), book.rules.longest_days)
        return
    halves = book.half_days(leave)
    if not halves:
        yield NoDaysError(*_days(period))
    if 0 < kind.longest * 2 < halves:
        yield TooLongLeaveError((halves + 1) // 2, kind.longest)
    person = book.person(leave.person)
    if not (person.serves(period.first) and person.serves(period.last)):
        yield NotServingError(book.names[person.id])


def _missing(book: LeaveBook, leave: Leave) -> Iterator[DomainError]:
    """The fields that must be filled: the work is always handed over to somebody (domain.md D13)."""
    leads = book.levels[leave.person] in {Level.DEPUTY, Level.CHIEF}
    fields = (
        (leave.reason, MissingFieldError("reason"), True),
        (leave.stand_in, MissingFieldError("stand_in"), True),
        (leave.handed_over, MissingFieldError("handed_over"), True),
        (leave.destination, MissingFieldError("destination"), leave.leaves_city),
        (leave.phone, MissingFieldError("phone"), leave.leaves_city),
        (leave.acting, MissingFieldError("acting"), leave.leaves_city and leads),
    )
    yield from (error for text, error, needed in fields if needed and not text.strip())


def _away_already(book: LeaveBook, leave: Leave, meeting: Sequence[Leave]) -> Iterator[DomainError]:
    for other in meeting:
        if other.person == leave.person:
            yield OverlappingLeaveError(book.names[leave.person], *_days(other.period))


def _stand_ins(book: LeaveBook, leave: Leave, meeting: Sequence[Leave]) -> Iterator[DomainError]:
    """Whoever minds the work or acts is somebody else, and there (domain.md §5.2)."""
    for substitute in dict.fromkeys(filter(None, (leave.stand_in, leave.acting))):
        name = book.names[book.person(substitute).id]
        if substitute == leave.person:
            yield SamePersonTwiceError(name)
        for other in meeting:
            if other.person == substitute != leave.person:
                yield StandInAwayError(name, *_days(other.period))
    for other in meeting:
        if leave.person in {other.stand_in, other.acting} and other.person != leave.person:
            names = book.names[leave.person], book.names[other.person]
            yield StandsInError(*names, *_days(other.period))


def _others(book: LeaveBook, leave: Leave, meeting: Sequence[Leave]) -> Iterator[DomainError]:
    """Those who may not be away together: an A/B pair; the chief and the first deputy."""
    heads = book.heads() if book.rules.heads_apart else ()
    for other in meeting:
        both = {leave.person, other.person}
        if len(both) == 1:
            continue
        facts = book.names[leave.person], book.names[other.person], *_days(other.period)
        if any({pair.a, pair.b} == both and pair.period.meets(_shared(leave, other)) for pair in book.pairs):
            yield PairAwayError(*facts)
        elif both == set(heads):
            yield HeadsAwayError(*facts)


def _account(book: LeaveBook, leave: Leave) -> Iterator[DomainError]:
    balance = book.balance(leave)
    if balance is not None and balance.left is not None and book.half_days(leave) > balance.left:
        kind = book.kind(leave.type).name
        yield NotEnoughLeaveError(kind, days_text(book.half_days(leave)), days_text(max(0, balance.left)))


def _meeting(book: LeaveBook, leave: Leave) -> list[Leave]:
    """Other leave, approved or asked for, of anybody in the same half days."""
    return [each for each in book.leaves if each.id != leave.id and each.is_asked and each.meets(leave)]


def _shared(one: Leave, other: Leave) -> Period:
    """The days that both have."""
    first = max(one.period.first, other.period.first)
    return Period(first, max(first, min(one.period.last, other.period.last)))


def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()
