"""`dutydesk verify`: whether the file is what its journal says, and what stands on paper."""

from pathlib import Path

import click

from dutydesk.domain.seals import Anchor, Match, parse_anchor
from dutydesk.services import files, seals
from ui.cli.frame import FILE, FoundError, Parsed, opened
from ui.clock import local
from ui.i18n import tr
from ui.own_folder import own_folder
from ui.words.evidence import fault_text, match_text

ANCHOR = Parsed("anchor", parse_anchor)


def verify() -> click.Command:
    """`dutydesk verify FILE [--against DEVICE:SEQ:HEX]`."""

    def run(file: Path, against: Anchor | None) -> None:
        with opened(file) as store:
            verdict = files.verify_file(store, own_folder())
            match = seals.compare(store, against) if against else None
            seal = None if verdict.faults else seals.newest_seal(store)
        for fault in verdict.faults:
            click.echo(fault_text(fault))
        if not verdict.faults:
            click.echo(_whole(verdict))
        if seal:
            day = f"{local(seal.at):%Y-%m-%d %H:%M}"
            click.echo(tr("Sealed up to entry {seq} on {day}.", seq=seal.seq, day=day))
        if against and match:
            _tell(match, against, is_sound=not verdict.faults)
        if verdict.faults:
            raise FoundError

    return click.Command(
        "verify",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(
                ["--against"],
                type=ANCHOR,
                metavar="DEVICE:SEQ:HEX",
                help=tr("An anchor from a printed page."),
            ),
        ],
        help=tr("Check that the file is what its journal says."),
    )


def _whole(verdict: files.Verdict) -> str:
    return tr(
        "Unaltered: {seq} entries, device {device}, head {head}.",
        seq=verdict.seq,
        device=verdict.device,
        head=verdict.head[:16],
    )


def _tell(match: Match, anchor: Anchor, *, is_sound: bool) -> None:
    """Say what the file says to the anchor; one of another device is a wrong use, unless more is wrong."""
    sentence = match_text(match, anchor.printed)
    if match is Match.UNKNOWN and is_sound:
        raise click.BadParameter(sentence)
    click.echo(sentence)
    if match in {Match.REWRITTEN, Match.CUT_OFF}:
        raise FoundError
