"""What the page of this moment says of clocks, follow-ups, absences and gaps, line by line."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dutydesk.domain.followups import Stage, Urgency
from dutydesk.domain.incidents import ClockState
from dutydesk.services.backups import Good
from dutydesk.services.today import Manned, Today
from ui.clock import local
from ui.i18n import full_day, long_day, tr, tr_n, weekday
from ui.today.lines import Line
from ui.words.desk import clock_line
from ui.words.handover import colour_text, urgency_text

ONE_DAY = timedelta(days=1)
_CLOCKS = {ClockState.RUNNING: "note", ClockState.WARNING: "warning"}
_STAGES = {Stage.TALK: "note", Stage.NOTICE: "warning", Stage.CIRCULAR: "error"}


def headline(shown: Today, now: datetime) -> str:
    """The day and the time; to the second while a clock runs."""
    clock = local(now)
    time = f"{clock:%H:%M:%S}" if shown.clocks else f"{clock:%H:%M}"
    return f"{full_day(clock.date())} {weekday(clock.date())}　{time}"


def relief_line(shown: Today) -> str:
    """How long somebody has been waiting for the relief; empty where nobody waits."""
    if not shown.without_relief:
        return ""
    return tr(
        "{minutes} minutes without relief. Call the relief and the duty leader.", minutes=shown.without_relief
    )


def clock_lines(shown: Today, now: datetime) -> Sequence[Line]:
    """The report clocks that run, to the second."""
    return [
        Line(clock_line(incident, clock, now), _CLOCKS.get(clock.state(now), "error"))
        for incident, clock in shown.clocks
    ]


def follow_up_lines(shown: Today) -> Sequence[Line]:
    """Open follow-ups by their deadline, in the colour of their stage."""
    lines = []
    for item in shown.follow_ups:
        urgency = item.urgency(shown.now, shown.follow_up_rules)
        words = tr(
            "No. {number} {content} ({who}) due {time}, {colour}",
            number=item.number,
            content=item.content,
            who=item.responsible or item.unit,
            time=f"{local(item.due):%m-%d %H:%M}",
            colour=colour_text(item.colour),
        )
        late = urgency is not Urgency.IN_TIME
        lines.append(Line(f"{words}　{urgency_text(urgency)}" if late else words, _STAGES[item.stage]))
    return lines


def following_lines(shown: Today) -> Sequence[Line]:
    """Who comes next."""
    return [Line(manned_text(each)) for each in shown.following]


def manned_text(each: Manned) -> str:
    """Whose place it is and from when."""
    person = each.person
    starts = f"{local(each.stint.starts):%m-%d %H:%M}"
    name = " ".join(filter(None, (person.name, person.phone))) if person else "—"
    return tr("{time} {post}: {person}", time=starts, post=each.title, person=name)


def away_lines(shown: Today) -> Sequence[Line]:
    """Who is away now, and who should have reported back from leave."""
    late = [
        Line(
            tr("{person}: not reported back by {day}", person=each.person.name, day=long_day(each.until)),
            "error",
        )
        for each in shown.overdue
    ]
    away = [
        Line(tr("{person} until {day}", person=each.person.name, day=long_day(each.until)))
        for each in shown.away
    ]
    return [*late, *away]


def gap_lines(shown: Today) -> Sequence[Line]:
    """The days ahead on which somebody is missing; days in a row with as many missing are told together."""
    runs: list[tuple[date, date, int]] = []
    for day, count in shown.gaps:
        if runs and runs[-1][1] + ONE_DAY == day and runs[-1][2] == count:
            runs[-1] = (runs[-1][0], day, count)
        else:
            runs.append((day, day, count))
    return [Line(_gap(*run), "warning") for run in runs]


def _gap(first: date, last: date, count: int) -> str:
    if first == last:
        return tr_n("{day}: {n} empty place", "{day}: {n} empty places", count, day=long_day(first))
    return tr_n(
        "{first} to {last}: {n} empty place a day",
        "{first} to {last}: {n} empty places a day",
        count,
        first=long_day(first),
        last=long_day(last),
    )


def backup_lines(last: Good | None) -> Sequence[Line]:
    """When the last good backup was made."""
    if last is None:
        return [Line(tr("No backup yet"), "warning")]
    return [Line(f"{last.at:%Y-%m-%d %H:%M}", "good")]
