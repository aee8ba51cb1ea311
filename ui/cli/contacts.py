"""`dutydesk contacts`: the duty contact list as a file; that it was taken out stands in the journal."""

from pathlib import Path

import click

from dutydesk.errors import FileExistsAlreadyError
from dutydesk.services.disclosures import disclose_contacts
from dutydesk.services.files import write_file
from dutydesk.services.people import staff
from ui.cli.frame import FILE, author, opened
from ui.cli.showing import FORMATS
from ui.clock import local, now
from ui.i18n import tr
from ui.sheets.contacts import contacts_sheet
from ui.sheets.parts import letterhead


def contacts() -> click.Command:
    """`dutydesk contacts FILE --format F -o OUT`."""

    def run(file: Path, out: Path, kind: str) -> None:
        if out.exists() and file.exists() and out.samefile(file):
            raise FileExistsAlreadyError(str(out))  # the duty file is no older list
        with opened(file) as store:
            instant = local(now())
            sheet = contacts_sheet(letterhead(store, instant), staff(store), instant.date())
            disclose_contacts(store, out.name, len(sheet.rows), by=author())
            write_file(out, FORMATS[kind](sheet))
        click.echo(tr("Written: {path}", path=out))

    return click.Command(
        "contacts",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(["--format", "kind"], type=click.Choice([*FORMATS]), required=True),
            click.Option(["-o", "--output", "out"], type=FILE, required=True, help=tr("The file to write.")),
        ],
        help=tr("Write the duty contact list; the journal says who did."),
    )
