"""Words for what goes on at the desk: who keeps a place, and how long a clock has left."""

from datetime import datetime, timedelta

from dutydesk.domain.incidents import ClockState, Incident, ReportClock
from dutydesk.domain.watch import PostState, Standing, Watched
from dutydesk.services.today import Manned
from ui.clock import local
from ui.i18n import marked, tr
from ui.words.incidents import channel_text

_STATES = {
    PostState.ON_POST: marked("on post"),
    PostState.AWAITED: marked("not signed in, {minutes} min"),
    PostState.VACANT: marked("nobody signed in for {minutes} min"),
    PostState.UNRELIEVED: marked("without relief for {minutes} min"),
    PostState.UNROSTERED: marked("nobody is rostered"),
}


def state_text(watched: Watched) -> str:
    """How a place is kept, with the minutes that matter."""
    if watched.state is PostState.ON_POST:
        late = tr("on post, came {minutes} min late", minutes=watched.minutes)
        word = late if watched.minutes else tr(_STATES[PostState.ON_POST])
        swapped = watched.attendance is not None and watched.attendance.standing is Standing.UNAUTHORISED
        return tr("{word}, unauthorised swap", word=word) if swapped else word
    return tr(_STATES[watched.state], minutes=watched.minutes)


def manned_line(each: Manned) -> str:
    """带班领导 赵明远 138… 在岗，至 11-21 08:00."""
    name = each.person.name if each.person else "—"
    phone = each.person.phone if each.person else ""
    until = tr("until {time}", time=f"{local(each.stint.ends):%m-%d %H:%M}")
    state = state_text(each.watched) if each.watched else ""
    return " ".join(filter(None, (each.shift_name, f"{each.title}:", name, phone, until, state)))


def clock_line(incident: Incident, clock: ReportClock, now: datetime) -> str:
    """塌方 书面报告 还剩 23:10."""
    return tr(
        "{incident}: report {channel}, {left}",
        incident=incident.name,
        channel=channel_text(clock.channel),
        left=time_left(clock, now),
    )


def time_left(clock: ReportClock, now: datetime) -> str:
    """What is left until a report is due, or how long it is overdue."""
    if clock.state(now) is ClockState.OVERDUE:
        return tr("overdue by {time}", time=_span(now - clock.due))
    return tr("{time} left", time=_span(clock.due - now))


def _span(length: timedelta) -> str:
    """Hours, minutes and seconds; hours only where there are any."""
    seconds = max(0, round(length.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{minutes}" if hours else minutes
