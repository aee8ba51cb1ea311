"""Words for what must not be missed: in the window's title and above every page."""

from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.incidents import ClockState, Incident, ReportClock
from dutydesk.services.today import Manned
from ui.clock import local
from ui.i18n import tr
from ui.words.desk import time_left
from ui.words.incidents import channel_text


def title_text(clocks: Sequence[tuple[Incident, ReportClock]], now: datetime) -> str:
    """What is due first, the time before all else: a title is cut off at its end."""
    incident, clock = clocks[0]
    words = tr(
        "{left} for report {channel}: {incident}",
        left=time_left(clock, now),
        channel=channel_text(clock.channel),
        incident=incident.name,
    )
    return words if len(clocks) == 1 else tr("{words} (and {count} more)", words=words, count=len(clocks) - 1)


def late_text(incident: Incident, clock: ReportClock, state: ClockState) -> str:
    """What a report that is nearly or already late asks for; the second stands elsewhere."""
    facts = {
        "incident": incident.name,
        "channel": channel_text(clock.channel),
        "time": f"{local(clock.due):%H:%M}",
    }
    if state is ClockState.OVERDUE:
        return tr("{incident}: the report {channel} was due at {time}. Report now.", **facts)
    if state is ClockState.URGENT:
        return tr("{incident}: the report {channel} is due at {time}; nearly all the time is over.", **facts)
    return tr("{incident}: the report {channel} is due at {time}; half the time is over.", **facts)


def unrostered_text(places: Sequence[Manned]) -> str:
    """For which places of this hour nobody is down."""
    return tr(
        "The roster has nobody down for now: {places}. Put somebody down.",
        places=tr("; ").join(dict.fromkeys(f"{each.shift_name} {each.title}" for each in places)),
    )


def vacant_text(places: Sequence[Manned]) -> str:
    """Who has not come since when, with the phones to call."""
    missing = tr("; ").join(
        " ".join(filter(None, (each.title, each.person.name, each.person.phone)))
        for each in places
        if each.person
    )
    since = min(each.stint.starts for each in places)
    return tr(
        "Nobody has signed in since {time}: {missing}. Call them, or sign in whoever is there.",
        time=f"{local(since):%H:%M}",
        missing=missing,
    )
