"""The sample office: filled from its lists and planned, so that there is something to look at."""

from datetime import date, datetime, timedelta
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import Period, month_of, week_of
from dutydesk.domain.rostering import make_plan
from dutydesk.services import intake, roster
from dutydesk.services.sample_days import live_days
from dutydesk.storage.store import Store


def fill_sample(
    store: Store, staff: Path, leave: Path, days: Path, today: date, now: datetime, *, by: Author
) -> None:
    """Import a staff list and a leave list, plan this month and the next, publish this one, live to `now`.

    What the duty room did in its last two shifts stands in the file `days`; the rest is done at `by.at`,
    which lies before.
    """
    intake.apply_people(store, intake.understand_people(store, staff), by=by)
    intake.apply_leave(store, intake.understand_leave(store, leave), by=by)
    first = week_of(today.replace(day=1)).first
    following = month_of(month_of(today).last + timedelta(days=1))
    situation = roster.situation_of(store, Period(first, following.last))
    roster.adopt_plan(store, situation, make_plan(situation), by=by)
    roster.publish(store, month_of(today), by=by)
    live_days(store, days, now)
