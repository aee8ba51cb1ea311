"""Planning spot checks, making them, and what they put before those who judge."""

from datetime import datetime

from dutydesk.domain.accounts import Author, refuse_own
from dutydesk.domain.dates import Period
from dutydesk.domain.spot_checks import SPOT_CHECKS as RULES
from dutydesk.domain.spot_checks import CheckPlan, PlannedCheck, SpotCheck, Watch, drawn
from dutydesk.domain.watch import Stint
from dutydesk.errors import FutureEntryError, MissingFieldError, NothingPlannedError
from dutydesk.services.calendar import calendar
from dutydesk.services.changes import Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.services.rights import is_entitled
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import NEAR, local, stints
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.spot_checks import CHECK_PLANS, SPOT_CHECKS
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text

_WEEK = 7


def plan(store: Store, period: Period, seed: int, *, by: Author) -> Changes:
    """Draw the checks of a period; whoever calls makes the seed by chance, and it stays with the plan.

    Refuses a period of which no roster exists.
    """
    rules = in_force(store, RULES, period.first)
    watches = _watches(store, period)
    if not watches:
        raise NothingPlannedError(period.first.isoformat(), period.last.isoformat())
    count = max(1, round(rules.a_week * len(period) / _WEEK))
    checks = drawn(watches, count, seed, rules)
    with deed(store, by, "plan_checks") as act:
        word = by.on_behalf_of or by.actor
        act.writing.put(CHECK_PLANS, CheckPlan(new_id(by.at), period, seed, by.at, word, checks))
    return act.changes


def _watches(store: Store, period: Period) -> tuple[Watch, ...]:
    """Every shift of the period for which anybody is down."""
    days = calendar(store)
    found = {
        each.shift: Watch(
            each.shift, each.place.shift, days.day(each.place.day).rotation, each.starts, each.ends
        )
        for each in stints(store, period.first, period.last)
        if each.person
    }
    return tuple(found.values())


def planned(store: Store, *, by: Author) -> tuple[CheckPlan, ...]:
    """The plans that are kept; nothing for whoever may be checked by them."""
    return store.all(CHECK_PLANS) if is_entitled(store, by, "plan_checks") else ()


def due(store: Store, *, by: Author) -> tuple[PlannedCheck, ...]:
    """The planned checks that were not made yet, the earliest first."""
    made = {each.shift for each in store.all(SPOT_CHECKS)}
    found = (each for kept in planned(store, by=by) for each in kept.checks if each.shift not in made)
    return tuple(sorted(found, key=lambda each: each.at))


def expected(store: Store, at: datetime) -> tuple[Stint, ...]:
    """The places that must be stood at an instant, with whoever is down for them."""
    first, last = local(store, at - NEAR).date(), local(store, at).date()
    return tuple(each for each in stints(store, first, last) if each.runs_at(at) and each.person)


def record(store: Store, check: SpotCheck, *, by: Author) -> Changes:
    """Keep what a check found; whoever was not on post becomes a candidate.

    Refuses a time to come, a check without a shift or an inspector, and one of oneself.
    """
    if check.at > by.at:
        raise FutureEntryError
    if not check.shift:
        raise MissingFieldError("shift")
    if not check.inspector.strip():
        raise MissingFieldError("inspector")
    with deed(store, by, "record_check") as act:
        refuse_own(by, *(each.person for each in check.found))
        act.writing.put(SPOT_CHECKS, check)
        for candidate in check.candidates():
            act.writing.put(CANDIDATES, candidate)
    return act.changes


def checks(store: Store, since: datetime, until: datetime) -> tuple[SpotCheck, ...]:
    """The checks made from one instant until before another."""
    return store.all(SPOT_CHECKS, "at >= ? and at < ?", (instant_text(since), instant_text(until)))
