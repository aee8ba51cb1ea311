"""`dutydesk integrate`: a double click on a duty file opens it."""

import click

from ui.i18n import tr
from ui.integration import integrate_here


def integrate() -> click.Command:
    """`dutydesk integrate [--remove]`."""

    def run(*, remove: bool) -> None:
        for each in integrate_here(remove=remove):
            click.echo(each)
        click.echo(
            tr("DutyDesk is no longer in the menu, and duty files have no program.")
            if remove
            else tr("DutyDesk is in the menu, and a double click opens a duty file.")
        )

    return click.Command(
        "integrate",
        callback=run,
        params=[click.Option(["--remove"], is_flag=True, help=tr("Take it back."))],
        help=tr("Put DutyDesk into this user's menu and let it open duty files."),
    )
