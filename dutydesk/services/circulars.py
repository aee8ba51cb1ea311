"""Composing a circular from what a period brought, and issuing it under the next number of the year."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from dutydesk.domain.accounts import Author
from dutydesk.domain.circulars import Circular, Demand, Matter, counted, entries
from dutydesk.domain.dates import Period
from dutydesk.domain.violations import Step, standing_at
from dutydesk.errors.discipline import PeriodNotOverError
from dutydesk.services.changes import Changes, deed
from dutydesk.services.followups import for_circular
from dutydesk.services.ids import new_id
from dutydesk.services.scores import end_of
from dutydesk.services.spot_checks import checks
from dutydesk.services.watch import local, zone
from dutydesk.storage.circulars import CIRCULARS
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text
from dutydesk.storage.violations import STEPS, VIOLATIONS


def compose(
    store: Store, period: Period, *, named: bool, demands: Iterable[Demand] = (), by: Author
) -> Circular:
    """What the circular of a period says as things stand; it is kept only when it is issued."""
    since = datetime.combine(period.first, time.min, zone(store)).astimezone(UTC)
    until = end_of(store, period.last)
    made = checks(store, since, until)
    steps: tuple[Step, ...] = store.all(STEPS, "at < ?", (instant_text(until),))
    judged = entries(store.all(VIOLATIONS), standing_at(steps, since), standing_at(steps, until))
    return Circular(
        id=new_id(by.at),
        period=period,
        named=named,
        made_at=by.at,
        made_by=by.on_behalf_of or by.actor,
        counts=counted(made),
        problems=tuple(each.problem for each in made if each.problem),
        entries=judged,
        matters=_matters(store),
        demands=tuple(demands),
    )


def _matters(store: Store) -> tuple[Matter, ...]:
    """The open follow-ups at their third stage."""
    return tuple(
        Matter(each.number, each.content, each.responsible, local(store, each.due).date())
        for each in for_circular(store)
    )


def issue(store: Store, circular: Circular, *, by: Author) -> Changes:
    """Keep a circular as it is made known, under the next number of its year; its period must be over."""
    with deed(store, by, "issue_circular") as act:
        if by.at < end_of(store, circular.period.last):
            raise PeriodNotOverError(circular.period.last.isoformat())
        year = circular.period.last.year
        earlier = [each for each in store.all(CIRCULARS) if each.period.last.year == year]
        number = max((each.number for each in earlier), default=0) + 1
        word = by.on_behalf_of or by.actor
        act.writing.put(CIRCULARS, replace(circular, number=number, made_at=by.at, made_by=word))
    return act.changes


def issued(store: Store) -> tuple[Circular, ...]:
    """The circulars that were made known, by period."""
    return store.all(CIRCULARS)
