"""`dutydesk now`: the desk at this moment."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.incidents import Incident, ReportClock
from dutydesk.services.today import Manned, Today, today
from ui.cli.caller import caller
from ui.cli.followups import follow_up_facts, follow_up_line
from ui.cli.frame import FILE, opened, print_json
from ui.clock import local
from ui.clock import now as present
from ui.i18n import full_day, long_day, tr, tr_n, weekday
from ui.words.desk import clock_line, manned_line


def now() -> click.Command:
    """`dutydesk now FILE [--json]`."""

    def run(file: Path, *, as_json: bool) -> None:
        with opened(file) as store:
            shown = today(store, present(), viewer=caller().person)
        if as_json:
            print_json(_facts(shown))
        else:
            for line in _lines(shown):
                click.echo(line)

    return click.Command(
        "now",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
        ],
        help=tr("Show who is on duty now, what runs, what is open and what is missing."),
    )


def _lines(shown: Today) -> list[str]:
    clock = local(shown.now)
    lines = [f"{full_day(clock.date())} {weekday(clock.date())} {clock:%H:%M:%S}"]
    lines += [manned_line(each) for each in shown.on_duty] or [tr("Nobody is on duty now.")]
    if shown.following:
        starts = local(shown.following[0].stint.starts)
        lines.append(tr("Next at {time}:", time=f"{starts:%m-%d %H:%M}"))
        lines += [f"  {manned_line(each)}" for each in shown.following]
    lines += [clock_line(incident, each, shown.now) for incident, each in shown.clocks]
    lines += [follow_up_line(each, shown.now, shown.follow_up_rules) for each in shown.follow_ups]
    if shown.away:
        away = (
            tr("{person} until {day}", person=each.person.name, day=long_day(each.until))
            for each in shown.away
        )
        lines.append(tr("Away: {people}", people=tr(", ").join(away)))
    empty = sum(count for _, count in shown.gaps)
    if empty:
        lines.append(
            tr_n("{n} empty place ahead, first on {day}", "{n} empty places ahead, first on {day}", empty,
                 day=long_day(shown.gaps[0][0]))
        )  # fmt: skip
    return lines


def _facts(shown: Today) -> dict[str, Any]:
    return {
        "at": _instant(shown.now),
        "shift": shown.shift,
        "on_duty": [_manned(each) for each in shown.on_duty],
        "next": [_manned(each) for each in shown.following],
        "minutes_without_relief": shown.without_relief,
        "clocks": [_clock(incident, each, shown.now) for incident, each in shown.clocks],
        "follow_ups": [follow_up_facts(each, shown.now, shown.follow_up_rules) for each in shown.follow_ups],
        "away": [{"person": each.person.name, "until": each.until.isoformat()} for each in shown.away],
        "gaps": [{"date": day.isoformat(), "empty": count} for day, count in shown.gaps],
        "next_change": _instant(shown.next_change),
    }


def _manned(each: Manned) -> dict[str, Any]:
    return {
        "post": each.title,
        "shift": each.shift_name,
        "person": each.person.name if each.person else None,
        "phone": each.person.phone if each.person else None,
        "starts": _instant(each.stint.starts),
        "ends": _instant(each.stint.ends),
        "state": each.watched.state.value if each.watched else None,
        "minutes": each.watched.minutes if each.watched else 0,
    }


def _clock(incident: Incident, each: ReportClock, at: datetime) -> dict[str, Any]:
    return {
        "incident": incident.name,
        "channel": each.channel.value,
        "due": _instant(each.due),
        "state": each.state(at).value,
        "minutes_late": each.minutes_late(at),
    }


def _instant(at: datetime) -> str:
    return local(at).isoformat(timespec="seconds")
