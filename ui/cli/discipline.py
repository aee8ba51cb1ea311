"""`dutydesk score`, `circular` and `rest`: the year's sheets, what is made known, and what was earned."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.accounts import Sight
from dutydesk.domain.circulars import CIRCULARS, Demand
from dutydesk.domain.dates import Period
from dutydesk.domain.points import WHOLE
from dutydesk.domain.rest import Ledger
from dutydesk.domain.scores import ScoreSheet
from dutydesk.domain.seals import Occasion
from dutydesk.errors import FileExistsAlreadyError
from dutydesk.exports import letter_docx
from dutydesk.services import circulars, rest, scores
from dutydesk.services.files import Store, write_file
from dutydesk.services.people import staff
from dutydesk.services.rights import refuse_unentitled, sees
from dutydesk.services.rulebook import in_force
from ui.cli.frame import DAY, FILE, MONTH, author, opened, period_of, print_json
from ui.cli.paper import letter_pdf
from ui.cli.sealing import seal
from ui.cli.showing import FORMATS
from ui.clock import local, now
from ui.i18n import tr
from ui.sheets.circular import circular_letter
from ui.sheets.overtime import overtime_sheet
from ui.sheets.parts import letterhead
from ui.words.discipline import consequence_text

_FILE = click.Argument(["file"], type=FILE)


def score() -> click.Command:
    """`dutydesk score FILE --year Y [--date D] [--close] [--json]`."""

    def run(file: Path, year: int, day: date | None, *, close: bool, as_json: bool) -> None:
        with opened(file) as store:
            if close:
                scores.close_year(store, year, by=author())
                seal(store, Occasion.CLOSING)
            as_of = day or local(now()).date()
            reader = author().person
            told = [
                _score(store, each)
                for each in scores.sheets(store, year, as_of)
                if sees(store, reader, Sight.POINTS, of=each.person)
            ]
        if as_json:
            print_json(told)
            return
        click.echo("\t".join((tr("Name"), tr("Base"), tr("Taken"), tr("Added"), tr("Net"), tr("Follows"))))
        for each in told:
            follows = tr("; ").join(map(consequence_text, each["consequences"]))
            numbers = (f"{each[name]:g}" for name in ("base", "taken", "added", "net"))
            click.echo("\t".join((each["person"], *numbers, follows)))

    params = [
        _FILE,
        click.Option(["--year"], type=click.IntRange(2000, 2099), required=True, help=tr("The year.")),
        click.Option(["--date", "day"], type=DAY, help=tr("As of this day; today otherwise.")),
        click.Option(["--close"], is_flag=True, help=tr("Make the sheets of the year final, and seal them.")),
        click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
    ]
    return click.Command(
        "score", callback=run, params=params, help=tr("Show everybody's duty sheet of a year.")
    )


def _score(store: Store, sheet: ScoreSheet) -> dict[str, Any]:
    return {
        "person": staff(store).named(sheet.person),
        "as_of": sheet.as_of.isoformat(),
        "base": sheet.base / WHOLE,
        "taken": sheet.taken / WHOLE,
        "added": sheet.added / WHOLE,
        "net": sheet.net / WHOLE,
        "consequences": list(sheet.consequences),
        "violations": [
            {
                "number": each.violation.title,
                "kind": each.violation.kind.value,
                "state": each.state.value,
                "points": each.points / WHOLE,
                "rule": each.violation.rule,
            }
            for each in sheet.lines
        ],
    }


def circular() -> click.Command:
    """`dutydesk circular FILE --from D --to D [--unnamed] [--demand TEXT]… [--issue] -o OUT`."""
    params = [
        _FILE,
        click.Option(["--from", "first"], type=DAY, required=True, help=tr("First day.")),
        click.Option(["--to", "last"], type=DAY, required=True, help=tr("Last day.")),
        click.Option(["--named/--unnamed", "named"], default=None, help=tr("Whether persons are named.")),
        click.Option(["--demand", "demands"], multiple=True, help=tr("What is to be put right.")),
        click.Option(["--until"], type=DAY, help=tr("Until when; a week after the last day otherwise.")),
        click.Option(["--issue"], is_flag=True, help=tr("Make it known under the next number of the year.")),
        click.Option(["-o", "--output", "out"], type=FILE, required=True, help=tr("A .docx or .pdf file.")),
    ]
    return click.Command(
        "circular", callback=_run_circular, params=params, help=tr("Write the circular of a period.")
    )


def _run_circular(file: Path, first: date, last: date, out: Path, **asked: Any) -> None:
    render = {".docx": letter_docx.render, ".pdf": letter_pdf}.get(out.suffix.lower())
    if render is None:
        raise click.BadParameter(tr("The circular is written as .docx or .pdf."))
    if out.exists() and file.exists() and out.samefile(file):
        raise FileExistsAlreadyError(str(out))  # the duty file is no older circular
    period = period_of(first, last)
    until = asked["until"] or last + timedelta(days=7)
    with opened(file) as store:
        by = author()
        refuse_unentitled(store, by, "issue_circular")
        named = in_force(store, CIRCULARS, last).named if asked["named"] is None else asked["named"]
        demands = [Demand(each, until) for each in asked["demands"]]
        made = circulars.compose(store, period, named=named, demands=demands, by=by)
        if asked["issue"]:
            circulars.issue(store, made, by=by)
            made = next(each for each in circulars.issued(store) if each.id == made.id)
        write_file(out, render(circular_letter(made, staff(store), letterhead(store, local(now())))))
        seal(store, Occasion.EXPORT)
    click.echo(tr("Written: {path}", path=out))


def rest_command() -> click.Command:
    """`dutydesk rest FILE [--date D] [--json] [--month M -o OUT --format F]`."""

    def run(file: Path, day: date | None, month: Period | None, *, as_json: bool, **asked: Any) -> None:
        as_of = day or local(now()).date()
        with opened(file) as store:
            if month:
                _statement(store, file, month, asked["out"], asked["kind"])
                return
            warned = rest.warn_days(store, as_of)
            told = [_rest(store, each, warned) for each in rest.ledgers(store, as_of)]
        if as_json:
            print_json(told)
            return
        titles = (tr("Earned"), tr("Taken"), tr("Expired"), tr("Left"), tr("Expires soon"))
        click.echo("\t".join((tr("Name"), *titles)))
        for each in told:
            names = ("earned", "used", "expired", "left")
            soon = tr("; ").join(f"{lot['days']:g} ({lot['expires']})" for lot in each["expiring"])
            click.echo("\t".join((each["person"], *(f"{each[name]:g}" for name in names), soon)))

    params = [
        _FILE,
        click.Option(["--date", "day"], type=DAY, help=tr("As of this day; today otherwise.")),
        click.Option(["--month"], type=MONTH, help=tr("Write the statement of a month such as 2026-11.")),
        click.Option(["--format", "kind"], type=click.Choice([*FORMATS]), default="pdf"),
        click.Option(["-o", "--output", "out"], type=FILE, help=tr("The file to write.")),
        click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
    ]
    return click.Command(
        "rest",
        callback=run,
        params=params,
        help=tr("Show what compensatory rest everybody has left, in days."),
    )


def _statement(store: Store, file: Path, month: Period, out: Path | None, kind: str) -> None:
    if out is None:
        raise click.BadParameter(tr("Say with -o where the statement is to be written."))
    if out.exists() and file.exists() and out.samefile(file):
        raise FileExistsAlreadyError(str(out))
    listed, left = rest.statement(store, month), rest.ledgers(store, month.last)
    money, head = rest.has_money(store, month.last), letterhead(store, local(now()))
    sheet = overtime_sheet(listed, left, staff(store), month, head, money=money)
    write_file(out, FORMATS[kind](sheet))
    seal(store, Occasion.EXPORT)
    click.echo(tr("Written: {path}", path=out))


def _rest(store: Store, ledger: Ledger, warned: int) -> dict[str, Any]:
    return {
        "person": staff(store).named(ledger.person),
        "as_of": ledger.as_of.isoformat(),
        "earned": ledger.earned / 2,
        "used": ledger.used / 2,
        "expired": ledger.expired / 2,
        "left": ledger.left / 2,
        "expiring": [
            {"days": each.left / 2, "expires": each.earned.expires.isoformat()}
            for each in ledger.expiring(warned)
            if each.earned.expires
        ],
    }
