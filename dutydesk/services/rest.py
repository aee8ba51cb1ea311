"""Compensatory rest by itself: served shifts and verified overtime earn it, leave of that kind takes it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dutydesk.domain.calendar import LegalClass
from dutydesk.domain.dates import Period
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.days import taken_days
from dutydesk.domain.leave.kinds import Counted
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.domain.rest import REST, Earned, Ledger, RestRules, Used, ledger
from dutydesk.domain.watch import Standing
from dutydesk.services.calendar import calendar
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import zone
from dutydesk.storage.duties import SHIFTS
from dutydesk.storage.leave import LEAVE_CREDITS, LEAVE_TYPES, LEAVES
from dutydesk.storage.office import RULES
from dutydesk.storage.overtime import OVERTIME
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_value

EARNED_FROM = (
    "attendance", "overtime", "shift_type", "rule", "office", "calendar_day", "calendar_year",
)  # fmt: skip
"""The tables by which it is decided what rest was earned."""
_ALL_TIME = Period(date.min, date.max)
_SERVED = (
    "select person, day, shift, post, seat, came_at, left_at from attendance"
    " where left_at <> '' and standing <> ?"
)


def ledgers(store: Store, as_of: date) -> tuple[Ledger, ...]:
    """Everybody's rest as of a day, in the order of the address list; nobody who never had any."""
    earned, used = _by_person(store)
    return tuple(
        ledger(each.id, earned[each.id], used[each.id], as_of)
        for each in store.all(PEOPLE)
        if earned[each.id] or used[each.id]
    )


def ledger_of(store: Store, person: str, as_of: date) -> Ledger:
    """One person's rest as of a day."""
    earned, used = _by_person(store)
    return ledger(person, earned[person], used[person], as_of)


def warn_days(store: Store, day: date) -> int:
    """How many days before it expires rest is warned of."""
    return in_force(store, REST, day).warn_days


def has_money(store: Store, day: date) -> bool:
    """Whether the statement has a column for an allowance."""
    return in_force(store, REST, day).money


def _by_person(store: Store) -> tuple[defaultdict[str, list[Earned]], defaultdict[str, list[Used]]]:
    """What everybody earned and used; what was entered by hand to somebody's debit counts as used."""
    earned, used = defaultdict[str, list[Earned]](list), defaultdict[str, list[Used]](list)
    for lot in earned_in(store, _ALL_TIME):
        earned[lot.person].append(lot)
    for credit in store.all(LEAVE_CREDITS, "account = ?", (Counted.REST.value,)):
        first = date(credit.year, 1, 1)
        if credit.half_days > 0:
            lot = Earned(credit.person, first, credit.half_days, None, ("leave_credit", credit.id))
            earned[credit.person].append(lot)
        else:
            used[credit.person].append(Used(first, -credit.half_days, credit.id))
    kinds = {each.id: each for each in store.all(LEAVE_TYPES) if each.account is Counted.REST}
    known = calendar(store)
    for leave in store.all(LEAVES):
        if leave.type in kinds and leave.is_asked:
            days = taken_days(leave, kinds[leave.type], known)
            used[leave.person] += [Used(day, halves, leave.id) for day, halves in days if halves]
    return earned, used


def earned_in(store: Store, period: Period) -> tuple[Earned, ...]:
    """The rest that was earned in a period by shifts and overtime, by day."""
    found = store.derived("rest earned", lambda: [*_of_duties(store), *_of_overtime(store)], EARNED_FROM)
    return tuple(sorted((each for each in found if each.day in period), key=lambda each: each.day))


@dataclass(frozen=True, slots=True)
class _Shift:
    """A shift of one day: its hours (UTC), and what serving it earns until when; `earns` is for all of it."""

    starts: datetime
    ends: datetime
    legal: LegalClass
    rules: RestRules
    night: bool
    day: date
    whole: int
    earns: int
    expires: date | None

    def served(self, came: datetime, left: datetime) -> int:
        """The minutes of the shift for which somebody was there."""
        if came <= self.starts and left >= self.ends:  # nearly always
            return self.whole
        return _minutes(max(came, self.starts), min(left, self.ends))

    def halves(self, served: int) -> int:
        """The half days that so many minutes earn."""
        if served == self.whole:
            return self.earns
        return self.rules.of_duty(self.legal, night=self.night, served=served, whole=self.whole)


def _of_duties(store: Store) -> Iterable[Earned]:
    """A shift counts as served by whoever signed in and out by right; parts of it are added up.

    Ten years of shifts are gone through each time, so rows are read as they are.
    """
    shift_of = _shifts(store)
    minutes = defaultdict[tuple[str, ...], int](int)
    known: dict[tuple[str, str], _Shift | None] = {}
    for *place, came, left in store.ask(_SERVED, (Standing.UNAUTHORISED.value,)):
        on = (place[1], place[2])
        if on not in known:
            known[on] = shift_of(date.fromisoformat(on[0]), on[1])
        shift = known[on]
        if shift is not None:
            minutes[tuple(map(str, place))] += shift.served(instant_value(came), instant_value(left))
    for (person, *where), served in minutes.items():
        shift = known[where[0], where[1]]
        halves = shift.halves(served) if shift and where[2] not in shift.rules.without else 0
        if shift and halves:
            record = ("attendance", "/".join(where))
            yield Earned(person, shift.day, halves, shift.expires, record, served, shift.legal)


def _shifts(store: Store) -> Callable[[date, str], _Shift | None]:
    """Any shift of a day; None for a shift type that is gone."""
    types = {each.id: each for each in store.all(SHIFTS)}
    days, clock, rules_on = calendar(store), zone(store), _rules(store)
    worth: dict[tuple[LegalClass, bool, int, RestRules], int] = {}

    def shift_of(day: date, name: str) -> _Shift | None:
        found = types.get(name)
        if found is None:
            return None
        local_span = found.span(day)
        starts, ends = (each.replace(tzinfo=clock).astimezone(UTC) for each in local_span)
        legal, rules, whole = days.day(day).legal, rules_on(day), _minutes(starts, ends)
        like = (legal, found.night, whole, rules)
        if like not in worth:
            worth[like] = rules.of_duty(legal, night=found.night, served=whole, whole=whole)
        on = local_span[1].date()
        return _Shift(starts, ends, legal, rules, found.night, on, whole, worth[like], rules.expires(on))

    return shift_of


def _rules(store: Store) -> Callable[[date], RestRules]:
    """The rules of any day; made once for each span in which they are the same."""
    rows = [each for each in store.all(RULES) if each.name.startswith(f"{REST.name}.")]
    changes = sorted({each.valid_from for each in rows})
    spans = [REST.on(rows, day) for day in (date.min, *changes)]
    return lambda day: spans[bisect_right(changes, day)]


def _of_overtime(store: Store) -> Iterable[Earned]:
    known, clock, rules_on = calendar(store), zone(store), _rules(store)
    for each in store.all(OVERTIME, "state = ?", (OvertimeState.VERIFIED.value,)):
        day = each.starts.astimezone(clock).date()
        rules, legal = rules_on(day), known.day(day).legal
        halves = rules.of_overtime(legal, each.minutes)
        if halves:
            record = ("overtime", each.id)
            yield Earned(each.person, day, halves, rules.expires(day), record, each.minutes, legal)


def _minutes(earlier: datetime, later: datetime) -> int:
    return max(0, int((later - earlier).total_seconds()) // 60)


def credits_by_themselves(store: Store, as_of: date) -> tuple[Credit, ...]:
    """What stands in the accounts of leave beside what was entered by hand: earnings, and what expired."""
    return tuple(
        Credit(f"{person}/rest", person, Counted.REST, as_of.year, halves)
        for person, halves in _sums(store, as_of)
        if halves
    )


def _sums(store: Store, as_of: date) -> Iterable[tuple[str, int]]:
    for each in ledgers(store, as_of):
        by_hand = sum(lot.earned.half_days for lot in each.lots if lot.earned.record[0] == "leave_credit")
        yield each.person, each.earned - by_hand - each.expired


def statement(store: Store, month: Period) -> tuple[tuple[Earned, Overtime | None], ...]:
    """What a month's statement lists: everything that earned rest in it, with its overtime if it was some."""
    known = {each.id: each for each in store.all(OVERTIME)}
    return tuple((each, known.get(each.record[1])) for each in earned_in(store, month))
