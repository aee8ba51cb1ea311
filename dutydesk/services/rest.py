"""Compensatory rest by itself: served shifts and verified overtime earn it, leave of that kind takes it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime

from dutydesk.domain.calendar import Calendar
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey, ShiftType
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.days import taken_days
from dutydesk.domain.leave.kinds import Counted
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.domain.rest import REST, Earned, Ledger, RestRules, Used, ledger
from dutydesk.domain.watch import Attendance, Standing
from dutydesk.services.calendar import calendar
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import zone
from dutydesk.storage.duties import SHIFTS
from dutydesk.storage.leave import LEAVE_CREDITS, LEAVE_TYPES, LEAVES
from dutydesk.storage.office import RULES
from dutydesk.storage.overtime import OVERTIME
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store
from dutydesk.storage.watch import ATTENDANCES

_ALL_TIME = Period(date.min, date.max)


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
    found = [*_of_duties(store), *_of_overtime(store)]
    return tuple(sorted((each for each in found if each.day in period), key=lambda each: each.day))


def _of_duties(store: Store) -> Iterable[Earned]:
    """A shift counts as served by whoever signed in and out by right; parts of it are added up."""
    shifts = {each.id: each for each in store.all(SHIFTS)}
    parts = defaultdict[tuple[str, PlaceKey], list[Attendance]](list)
    for each in store.all(ATTENDANCES, "left_at <> ''"):
        if each.standing is not Standing.UNAUTHORISED and each.place.shift in shifts:
            parts[each.person, each.place].append(each)
    day_of, clock, rule_rows = calendar(store), zone(store), store.all(RULES)
    for (person, place), attended in parts.items():
        rules = REST.on(rule_rows, place.day)
        shift = shifts[place.shift]
        starts, ends = (each.replace(tzinfo=clock).astimezone(UTC) for each in shift.span(place.day))
        served = sum(
            _minutes(max(each.came_at, starts), min(each.left_at or ends, ends)) for each in attended
        )
        yield from _lot(person, place, shift, (served, _minutes(starts, ends)), rules, day_of)


def _lot(
    person: str, place: PlaceKey, shift: ShiftType, minutes: tuple[int, int], rules: RestRules, days: Calendar
) -> Iterable[Earned]:
    served, whole = minutes
    legal = days.day(place.day).legal
    halves = rules.of_duty(legal, night=shift.night, served=served, whole=whole)
    if halves and place.post not in rules.without:
        row = "/".join((place.day.isoformat(), place.shift, place.post, str(place.seat)))
        day = shift.span(place.day)[1].date()
        yield Earned(person, day, halves, rules.expires(day), ("attendance", row), served, legal)


def _of_overtime(store: Store) -> Iterable[Earned]:
    known, clock, rows = calendar(store), zone(store), store.all(RULES)
    for each in store.all(OVERTIME, "state = ?", (OvertimeState.VERIFIED.value,)):
        day = each.starts.astimezone(clock).date()
        rules, legal = REST.on(rows, day), known.day(day).legal
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
