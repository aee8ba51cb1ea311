"""What stands above every page until it is put right, such as a year whose holidays nobody knows yet."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from dutydesk.domain.dates import Period
from dutydesk.errors import StoreError
from dutydesk.services import calendar
from dutydesk.services.break_glass import Broken, broken_glass, see_broken_glass
from dutydesk.services.seals import lately_missed
from ui.clock import local
from ui.i18n import long_day, tr, tr_in
from ui.own_folder import own_folder
from ui.session import Session
from ui.widgets.banner import Notice
from ui.words.evidence import missing_text

_A_DAY = timedelta(days=1)  # how long a banner says what `dutydesk verify` says for good
_AHEAD = timedelta(days=100)  # how far one looks when planning the next quarter


def standing_notices(
    session: Session, import_calendar: Callable[[], None] | None, sign_in: Callable[[], None] | None = None
) -> dict[str, Notice]:
    """The notices that hold now, by their keys; `import_calendar` and `sign_in` are offered as ways on."""
    found: dict[str, Notice] = {}
    if session.locked:
        found["locked"] = Notice(
            "note",
            tr(
                "The desk is locked. All can be read, and what was being typed is still there; sign in "
                "to keep it."
            ),
            way_on=tr_in("accounts", "Sign in"),
            go=sign_in,
        )
    today = session.today()
    try:
        glass, known = session.read(broken_glass), session.read(calendar.calendar)
        missed = session.read(lately_missed, own_folder(), session.now() - _A_DAY)
    except StoreError:  # the session's trouble is told by a banner of its own
        return found
    for use in glass:
        found[f"glass_{use.id}"] = _broken(session, use)
    for anchor in missed:
        found[f"missed_{anchor}"] = Notice("error", missing_text(anchor))
    for year in known.unnoticed_years(Period(today, today + _AHEAD)):
        found[f"year_{year}"] = Notice(
            "warning",
            tr(
                "The official holiday notice of {year} is not entered yet; "
                "{year} is planned by weekends only. Import it when it is out.",
                year=year,
            ),
            way_on=tr("Import it…"),
            go=import_calendar,
        )
    return found


def _broken(session: Session, use: Broken) -> Notice:
    """That the glass was broken stays there until an administrator has seen it."""
    may_see = session.obstacle("see_broken_glass") is None
    at = local(use.at)
    return Notice(
        "error",
        tr(
            "The break-glass code was used at {time} to let in {name}. An administrator must look into it "
            "and print a new code.",
            time=f"{long_day(at.date())} {at:%H:%M}",
            name=use.person.name,
        ),
        way_on=tr("I have seen it"),
        go=partial(_see, session) if may_see else None,
    )


def _see(session: Session) -> None:
    session.perform(see_broken_glass, by=session.author())
