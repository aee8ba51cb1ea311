"""What stands above every page until it is put right, such as a year whose holidays nobody knows yet."""

from collections.abc import Callable
from datetime import timedelta

from dutydesk.domain.dates import Period
from dutydesk.services import calendar
from ui.i18n import tr
from ui.session import Session
from ui.widgets.banner import Notice

_AHEAD = timedelta(days=100)  # how far one looks when planning the next quarter


def standing_notices(session: Session, import_calendar: Callable[[], None] | None) -> dict[str, Notice]:
    """The notices that hold now, by their keys; `import_calendar` is offered as the way on."""
    found = {}
    if session.read_only:
        found["read_only"] = Notice(
            "error",
            tr("This file can only be read: it or its folder may not be written to. Nothing you do is kept."),
        )
    today = session.today()
    for year in session.read(calendar.calendar).unnoticed_years(Period(today, today + _AHEAD)):
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
