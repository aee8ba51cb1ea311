"""`dutydesk log`: write into the log, search it, and take a shift or a register out on paper."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.log import LogEntry, LogKind, LogSearch
from dutydesk.domain.seals import Occasion
from dutydesk.exports.sheet import Sheet
from dutydesk.services import log as services
from dutydesk.services.crew import crew
from dutydesk.services.files import Store, write_file
from dutydesk.services.handover import sheet
from dutydesk.services.ids import new_id
from dutydesk.services.instructions import all_instructions
from ui.cli.frame import DAY, FILE, NAME, TIME, author, opened, print_json
from ui.cli.sealing import seal
from ui.cli.showing import FORMATS
from ui.clock import OFFICE_ZONE, local, now
from ui.i18n import tr
from ui.sheets.duty_log import log_sheet
from ui.sheets.parts import letterhead
from ui.sheets.registers import PAPERS, VISITS, document_sheet, visitor_sheet
from ui.words.log import content_of, kind_text, other_side

_FILE = click.Argument(["file"], type=FILE)
_REGISTERS = {"visitors": (VISITS, visitor_sheet), "documents": (PAPERS, document_sheet)}
_TEXTS = ("unit", "person", "title", "phone", "receiver", "content", "proposal", "result")


def log() -> click.Group:
    """`dutydesk log add|search|export FILE …`."""
    made = click.Group("log", help=tr("Write into the duty log, search it, and print it."))
    for command in (_add(), _search(), _export()):
        made.add_command(command)
    return made


def _kind_option(*, required: bool) -> click.Option:
    kinds = click.Choice([each.value for each in LogKind])
    return click.Option(["--kind"], type=kinds, required=required, help=tr("What kind of entry."))


def _add() -> click.Command:
    def run(file: Path, kind: str, day: date | None, at: time | None, *, is_open: bool, **texts: Any) -> None:
        by = author()
        happened = _instant(by.at, day, at)
        entry = LogEntry(
            id=new_id(by.at), kind=LogKind(kind), at=happened, typed_at=by.at, open=is_open, **texts
        )
        with opened(file) as store:
            services.record(store, entry, by=author())
            kept = services.entry(store, entry.id)
        click.echo(tr("Entry {number} is kept.", number=kept.number))

    texts = [click.Option([f"--{name}"], type=NAME, default="") for name in _TEXTS]
    return _command(
        "add",
        run,
        tr("Write an entry; what is kept is evidence and is corrected by another entry only."),
        _kind_option(required=True),
        click.Option(["--date", "day"], type=DAY, help=tr("The day on which it happened, if not today.")),
        click.Option(["--at"], type=TIME, help=tr("The time at which it happened, if not now.")),
        click.Option(["--open", "is_open"], is_flag=True, help=tr("Something is still to be done.")),
        *texts,
    )


def _instant(typed: datetime, day: date | None, at: time | None) -> datetime:
    """When it happened: now, or the day and time that were given."""
    if day is None and at is None:
        return typed
    clock = local(typed)
    return datetime.combine(day or clock.date(), at or clock.time(), OFFICE_ZONE)


def _search() -> click.Command:
    def run(file: Path, text: str, *, as_json: bool, **asked: Any) -> None:
        with opened(file) as store:
            found = services.search(store, _asked(text, **asked))
        if as_json:
            print_json([_facts(each) for each in found])
            return
        for each in found:
            click.echo(_line(each))
        if not found:
            click.echo(tr("Nothing was found."))

    return _command(
        "search",
        run,
        tr("Find any piece of text, or a person by initials, in all years."),
        click.Argument(["text"], default="", type=NAME),
        _kind_option(required=False),
        click.Option(["--from", "first"], type=DAY, help=tr("First day.")),
        click.Option(["--to", "last"], type=DAY, help=tr("Last day.")),
        click.Option(["--open", "open_only"], is_flag=True, help=tr("Only what is still open.")),
        click.Option(["--limit"], type=click.IntRange(1), default=50, show_default=True),
        click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
    )


def _asked(
    text: str, kind: str | None, first: date | None, last: date | None, *, open_only: bool, limit: int
) -> LogSearch:
    kinds = frozenset([LogKind(kind)]) if kind else frozenset()
    return LogSearch(text, kinds, _begin(first), _begin(last, 1), open_only, limit)


def _begin(day: date | None, later: int = 0) -> datetime | None:
    """The first instant of a day, or of one some days later."""
    return datetime.combine(day + timedelta(days=later), time.min, OFFICE_ZONE) if day else None


def _line(entry: LogEntry) -> str:
    said = content_of(entry).replace("\n", "; ")
    side = other_side(entry).replace("\n", " ")
    words = (f"{local(entry.at):%Y-%m-%d %H:%M}", f"[{kind_text(entry.kind)}]", side, said, entry.recorder)
    return " ".join((tr("No. {number}", number=entry.number), *filter(None, words)))


def _facts(entry: LogEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "kind": entry.kind.value,
        "at": local(entry.at).isoformat(timespec="seconds"),
        "typed_at": local(entry.typed_at).isoformat(timespec="seconds"),
        "shift": entry.shift,
        "recorder": entry.recorder,
        **{name: getattr(entry, name) for name in _TEXTS},
        "level": entry.level.value,
        "open": entry.open,
        "bearing": entry.bearing.value,
        "about": entry.about,
        "details": dict(entry.details),
    }


def _export() -> click.Command:
    def run(file: Path, shift: str | None, register: str | None, out: Path, kind: str, **days: Any) -> None:
        if (shift is None) == (register is None):
            raise click.BadParameter(tr("Say --shift DATE/SHIFT or --register visitors|documents."))
        with opened(file) as store:
            made = _shift_sheet(store, shift) if shift else _register(store, str(register), **days)
            write_file(out, FORMATS[kind](made))
            seal(store, Occasion.EXPORT)
        click.echo(tr("Written: {path}", path=out))

    return _command(
        "export",
        run,
        tr("Write the log of a shift, or a register, as a file or a printed page."),
        click.Option(["--shift"], type=NAME, help=tr("A shift such as 2026-11-16/full_day.")),
        click.Option(["--register"], type=click.Choice(list(_REGISTERS))),
        click.Option(["--from", "first"], type=DAY, help=tr("First day.")),
        click.Option(["--to", "last"], type=DAY, help=tr("Last day.")),
        click.Option(["--format", "kind"], type=click.Choice(list(FORMATS)), required=True),
        click.Option(["-o", "--output", "out"], type=FILE, required=True, help=tr("The file to write.")),
    )


def _shift_sheet(store: Store, shift: str) -> Sheet:
    return log_sheet(
        sheet(store, shift), crew(store, shift), all_instructions(store), letterhead(store, local(now()))
    )


def _register(store: Store, name: str, first: date | None, last: date | None) -> Sheet:
    kinds, made = _REGISTERS[name]
    asked = LogSearch("", kinds, _begin(first), _begin(last, 1), limit=_LONGEST)
    return made(reversed(services.search(store, asked)), letterhead(store, local(now())))


def _command(name: str, run: Callable[..., None], words: str, *params: click.Parameter) -> click.Command:
    return click.Command(name, callback=run, params=[_FILE, *params], help=words)


_LONGEST = 20_000
"""Entries on one printed register; some hundred pages."""
