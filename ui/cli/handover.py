"""`dutydesk handover`: the sheet with which a shift is handed over."""

from pathlib import Path
from typing import Any

import click

from dutydesk.domain.seals import Occasion
from dutydesk.errors import NoSuchPlaceError
from dutydesk.services.crew import Crew, crew
from dutydesk.services.files import Store, write_file
from dutydesk.services.handover import HandoverSheet, sheet
from dutydesk.services.people import staff
from dutydesk.services.watch import room
from ui.cli.frame import FILE, NAME, opened, print_json
from ui.cli.sealing import seal
from ui.cli.showing import FORMATS
from ui.clock import local, now
from ui.i18n import tr
from ui.sheets.handover import handover_sheet
from ui.sheets.parts import letterhead
from ui.words.handover import item_text

_FILE = click.Argument(["file"], type=FILE)


def handover() -> click.Group:
    """`dutydesk handover show|print FILE …`."""
    made = click.Group("handover", help=tr("The sheet with which a shift is handed over."))
    for command in (_show(), _print()):
        made.add_command(command)
    return made


def _shift_option() -> click.Option:
    return click.Option(
        ["--shift"],
        type=NAME,
        default="",
        help=tr("A shift such as 2026-11-16/full_day; else the present one."),
    )


def _show() -> click.Command:
    def run(file: Path, shift: str, *, as_json: bool) -> None:
        with opened(file) as store:
            shown, people = _found(store, shift)
            told = _facts(shown, people, store)
        if as_json:
            print_json(told)
            return
        for line in _lines(shown, told):
            click.echo(line)

    as_json = click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs."))
    return click.Command(
        "show",
        callback=run,
        params=[_FILE, _shift_option(), as_json],
        help=tr("Show the sheet as it is now."),
    )


def _print() -> click.Command:
    def run(file: Path, shift: str, kind: str, out: Path) -> None:
        with opened(file) as store:
            shown, people = _found(store, shift)
            made = handover_sheet(shown, people, staff(store).named, letterhead(store, local(now())))
            write_file(out, FORMATS[kind](made))
            seal(store, Occasion.EXPORT)
        click.echo(tr("Written: {path}", path=out))

    params = [
        _FILE,
        _shift_option(),
        click.Option(
            ["--format", "kind"], type=click.Choice(list(FORMATS)), default="pdf", show_default=True
        ),
        click.Option(["-o", "--output", "out"], type=FILE, required=True, help=tr("The file to write.")),
    ]
    return click.Command("print", callback=run, params=params, help=tr("Write the sheet as a printed page."))


def _found(store: Store, shift: str) -> tuple[HandoverSheet, Crew]:
    """The sheet and the people of a shift; refuses one that the roster does not have."""
    wanted = shift or room(store, now()).shift
    day = wanted.partition("/")[0]
    people = crew(store, wanted) if _is_day(day) else None
    if people is None:
        raise NoSuchPlaceError(day or f"{local(now()):%Y-%m-%d}")
    return sheet(store, wanted), people


def _is_day(text: str) -> bool:
    return len(text) == len("2026-11-16") and text.replace("-", "").isdecimal()


def _facts(shown: HandoverSheet, people: Crew, store: Store) -> dict[str, Any]:
    names = staff(store)
    given, taken = shown.handover, shown.takeover
    return {
        "shift": shown.shift,
        "starts": people.starts.isoformat(timespec="minutes"),
        "ends": people.ends.isoformat(timespec="minutes"),
        "on_duty": [{"post": post, "person": name} for post, name in people.members],
        "quiet": shown.quiet,
        "entries": dict(shown.counts),
        "open_items": [
            {"kind": each.kind.value, "number": each.number, "text": each.text} for each in shown.items
        ],
        "outgoing": names.named(given.outgoing) if given else None,
        "incoming": names.named(taken.incoming) if taken else None,
        "handed_over_at": local(taken.signed_at).isoformat(timespec="seconds") if taken else None,
        "objection": taken.objection if taken else "",
        "reviewed_by": shown.review.leader if shown.review else None,
    }


def _lines(shown: HandoverSheet, told: dict[str, Any]) -> list[str]:
    lines = [f"{shown.shift}  {told['starts'][:16]} – {told['ends'][:16]}"]
    lines += [f"  {each['post']}: {each['person'] or '—'}" for each in told["on_duty"]]
    if shown.quiet:
        lines.append(tr("Nothing unusual in this shift."))
    lines += [f"  [{item_text(each.kind)}] {each.text}" for each in shown.items]
    if told["handed_over_at"]:
        lines.append(
            tr("Handed over by {outgoing} to {incoming} at {time}.",
               outgoing=told["outgoing"], incoming=told["incoming"], time=told["handed_over_at"])
        )  # fmt: skip
    else:
        lines.append(tr("Not handed over yet."))
    return lines
