"""`dutydesk audit`: who changed what, when and why, as lines, as data or as a table to hand on."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.history import Event, Search
from dutydesk.errors import FileExistsAlreadyError
from dutydesk.exports import ledger
from dutydesk.services import disclosures, history
from dutydesk.services.files import Store, write_file
from dutydesk.services.people import find_person
from ui.cli.frame import DAY, FILE, author, opened, period_of, print_json
from ui.clock import OFFICE_ZONE
from ui.i18n import tr
from ui.sheets.audit import audit_ledger, audit_line
from ui.words.deeds import deed_text
from ui.words.searches import search_text

_FORMATS: Mapping[str, Callable[[ledger.Ledger], bytes]] = {
    ".xlsx": ledger.to_xlsx,
    ".csv": ledger.to_csv,
}


def audit() -> click.Command:
    """`dutydesk audit FILE --from DAY --to DAY [--person NAME] [--deed DEED] [--json | -o OUT.xlsx|csv]`."""

    def run(file: Path, out: Path | None, *, as_json: bool, **asked: Any) -> None:
        _refuse_unwritable(file, out)
        with opened(file) as store:
            search = _search(store, asked)
            if as_json or out:
                about = search_text(search, history.names(store))
                disclosures.disclose_journal(store, about, history.count(store, search), by=author())
            found = history.events(store, search, viewer=author().person)
            if out:
                write_file(out, _FORMATS[out.suffix.lower()](audit_ledger(found, history.names(store))))
            elif as_json:
                print_json([_facts(each) for each in found])
            else:
                _print_lines(store, found)
        if out:
            click.echo(tr("Written: {path}", path=out))

    return click.Command(
        "audit",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(["--from", "first"], type=DAY, required=True, help=tr("First day.")),
            click.Option(["--to", "last"], type=DAY, required=True, help=tr("Last day.")),
            click.Option(["--person"], help=tr("Only what concerns one person.")),
            click.Option(["--deed"], help=tr("Only one deed, by its word or its name in the journal.")),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Print data for other programs.")),
            click.Option(["-o", "--output", "out"], type=FILE, help=tr("The file to write: .xlsx or .csv.")),
        ],
        help=tr("Tell who changed what, when and why. What leaves as data or as a file is entered itself."),
    )


def _refuse_unwritable(file: Path, out: Path | None) -> None:
    """Refuse an output that is no table, and the duty file itself."""
    if out is None:
        return
    if out.suffix.lower() not in _FORMATS:
        raise click.BadParameter(tr("{path} ends in neither .xlsx nor .csv.", path=out))
    if out.exists() and file.exists() and out.samefile(file):
        raise FileExistsAlreadyError(str(out))


def _search(store: Store, asked: Mapping[str, Any]) -> Search:
    period = period_of(asked["first"], asked["last"])
    person = find_person(store, asked["person"]).id if asked["person"] else ""
    deed = _deed(store, asked["deed"]) if asked["deed"] else ""
    until = _midnight(period.last) + timedelta(days=1)
    return Search(since=_midnight(period.first), until=until, deed=deed, about=person)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE_ZONE)


def _deed(store: Store, text: str) -> str:
    """The name of a deed that was done, by its word or its name; a wrong use for one that nobody ever did."""
    known = {name: deed_text(name) for name in history.deeds(store)}
    found = next((name for name, word in known.items() if text.strip() in {name, word}), None)
    if found is None:
        words = tr(", ").join(sorted(set(known.values())))
        raise click.BadParameter(
            tr("“{text}” was never done here. Done were: {words}.", text=text, words=words)
        )
    return found


def _print_lines(store: Store, found: Iterator[Event]) -> None:
    names = history.names(store)
    for event in found:
        told = (" ".join(each.split()) for each in audit_line(event, names))
        click.echo("  ".join(filter(None, told)))


def _facts(event: Event) -> dict[str, Any]:
    return {
        "device": event.device,
        "seq": event.seq,
        "at": event.at.isoformat(),
        "actor": event.actor,
        "on_behalf_of": event.on_behalf_of,
        "deed": event.deed,
        "reason": event.reason,
        "table": event.table,
        "row": event.row,
        "turn": event.turn.value,
        "fields": {each.column: [each.before, each.after] for each in event.fields},
    }
