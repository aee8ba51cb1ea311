"""`dutydesk show` and `export`."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.dates import Period
from dutydesk.domain.seals import Occasion
from dutydesk.errors import FileExistsAlreadyError, NothingPlannedError
from dutydesk.exports import csv, docx, html, ics, xlsx
from dutydesk.exports.sheet import Sheet
from dutydesk.services.files import Store, write_file
from dutydesk.services.people import find_person
from dutydesk.services.roster import GridColumn, RosterGrid, change_counts, grid
from dutydesk.services.veils import veiled_roster
from ui.cli.caller import caller
from ui.cli.frame import DAY, FILE, MONTH, TIME, WEEK, opened, period_of, print_json
from ui.cli.paper import sheet_pdf
from ui.cli.sealing import seal
from ui.clock import OFFICE_ZONE, local, now
from ui.i18n import full_day, tr, weekday
from ui.sheets.choice import events, sheet_for
from ui.sheets.parts import letterhead

ONE_DAY = timedelta(days=1)


def show() -> click.Command:
    """`dutydesk show FILE --date DATE | --week 2026-W47 [--at TIME] [--json]`."""

    def run(file: Path, day: date | None, week: Period | None, at: time | None, *, as_json: bool) -> None:
        if (day is None) == (week is None) or (at and day is None):
            raise click.BadParameter(tr("Say --date DATE (with --at TIME) or --week YEAR-Wnn."))
        period = week or Period(day or date.min, day or date.min)
        with opened(file) as store:
            instant = datetime.combine(day, at) if day and at else None
            told = _period_facts(store, period, instant)
        if as_json:
            print_json(told)
        else:
            _print_days(told)

    return click.Command(
        "show",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(["--date", "day"], type=DAY, help=tr("One day.")),
            click.Option(["--week"], type=WEEK, help=tr("An ISO week such as 2026-W47.")),
            click.Option(["--at"], type=TIME, help=tr("Only who is on duty at this time of the day.")),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
        ],
        help=tr("Show who is on duty."),
    )


def _period_facts(store: Store, period: Period, instant: datetime | None) -> dict[str, Any]:
    """The duties of a period; with an instant those under way then, begun the day before too."""
    reach = Period(period.first - ONE_DAY, period.last) if instant else period
    shown = veiled_roster(store, caller().person, grid(store, reach))
    days = [
        {
            "date": day.isoformat(),
            "class": shown.calendar.day(day).rotation.value,
            "festival": shown.calendar.day(day).festival,
            "duties": [_duty_facts(shown, day, column) for column in _under_way(shown, day, instant)],
        }
        for day in reach
    ]
    if instant:
        days = [day for day in days if day["duties"]]
    return {"from": period.first.isoformat(), "to": period.last.isoformat(), "days": days}


def _under_way(shown: RosterGrid, day: date, instant: datetime | None) -> list[GridColumn]:
    columns = [each for each in shown.columns if shown.place(day, each) in shown.needed | shown.duties.keys()]
    if instant is None:
        return columns
    spans = {column: shown.shift(shown.place(day, column)).span(day) for column in columns}
    return [column for column, (starts, ends) in spans.items() if starts <= instant < ends]


def _duty_facts(shown: RosterGrid, day: date, column: GridColumn) -> dict[str, Any]:
    place = shown.place(day, column)
    person, duty = shown.person(place), shown.duties.get(place)
    shift = shown.shift(place)
    starts, ends = (each.replace(tzinfo=OFFICE_ZONE) for each in shift.span(day))
    planned = shown.people.get(duty.planned or "") if duty else None
    return {
        "shift": shift.name,
        "post": column.title,
        "person": person.name if person else None,
        "section": shown.sections.get(person.section, "") if person else None,
        "phone": person.phone if person else None,
        "planned": planned.name if planned else None,
        "starts": starts.isoformat(timespec="minutes"),
        "ends": ends.isoformat(timespec="minutes"),
        "note": duty.note if duty else "",
    }


def _print_days(told: dict[str, Any]) -> None:
    for fact in told["days"]:
        day = date.fromisoformat(fact["date"])
        click.echo(f"{full_day(day)} {weekday(day)} {fact['festival']}".rstrip())
        for duty in fact["duties"]:
            hours = f"{duty['starts'][11:16]}–{duty['ends'][11:16]}"
            person = " ".join(filter(None, (duty["person"] or "—", duty["section"], duty["phone"])))
            click.echo(f"  {duty['shift']} {hours}  {duty['post']}: {person}  {duty['note']}".rstrip())


def export() -> click.Command:
    """`dutydesk export FILE (--week W | --month M | --from D --to D) --format F [--person NAME] -o OUT`."""

    def run(file: Path, out: Path, kind: str, **asked: Any) -> None:
        period = _asked_period(asked["week"], asked["month"], asked["first"], asked["last"])
        if out.exists() and file.exists() and out.samefile(file):
            raise FileExistsAlreadyError(str(out))  # the duty file is no older export
        with opened(file) as store:
            shown = veiled_roster(store, caller().person, grid(store, period))
            sequences = change_counts(store, shown.duties.values())
            person = find_person(store, asked["person"]) if asked["person"] else None
            if not any(duty.actual for duty in shown.duties.values()):
                raise NothingPlannedError(period.first.isoformat(), period.last.isoformat())
            head = letterhead(store, local(now()))
            if kind == "ics":
                data = ics.render(events(shown, head, sequences, person), stamp=now(), name=head.office.name)
            else:
                data = FORMATS[kind](sheet_for(shown, head, person))
            write_file(out, data)
            seal(store, Occasion.EXPORT)
        click.echo(tr("Written: {path}", path=out))

    return click.Command(
        "export",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(["--week"], type=WEEK, help=tr("An ISO week such as 2026-W47.")),
            click.Option(["--month"], type=MONTH, help=tr("A month such as 2026-11.")),
            click.Option(["--from", "first"], type=DAY, help=tr("First day.")),
            click.Option(["--to", "last"], type=DAY, help=tr("Last day.")),
            click.Option(["--person"], help=tr("Only the duties of one person.")),
            click.Option(["--format", "kind"], type=click.Choice([*FORMATS, "ics"]), required=True),
            click.Option(["-o", "--output", "out"], type=FILE, required=True, help=tr("The file to write.")),
        ],
        help=tr("Write the roster as a file or a printed page."),
    )


def _asked_period(week: Period | None, month: Period | None, first: date | None, last: date | None) -> Period:
    chosen = [each for each in (week, month) if each]
    if first and last:
        chosen.append(period_of(first, last))
    if len(chosen) != 1 or (first is None) != (last is None):
        raise click.BadParameter(tr("Say one of --week W, --month M, or --from DAY --to DAY."))
    return chosen[0]


FORMATS: dict[str, Callable[[Sheet], bytes]] = {
    "pdf": sheet_pdf,
    "xlsx": xlsx.render,
    "docx": docx.render,
    "csv": csv.render,
    "html": html.render,
}
