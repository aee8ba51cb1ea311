"""`dutydesk backup`, `restore` and `salvage`: so that nothing is lost."""

from pathlib import Path

import click

from dutydesk.domain.seals import Occasion
from dutydesk.services import backups, files, salvage
from ui.cli.frame import FILE, FoundError, author, opened
from ui.cli.sealing import seal
from ui.clock import local, now
from ui.i18n import tr, tr_n
from ui.keeping.true_time import refuse_set_time
from ui.words.refusals import refusal_text
from ui.words.salvage import loss_text


def back_up() -> click.Command:
    """`dutydesk backup FILE [DIR]`."""

    def run(file: Path, folder: Path | None) -> None:
        with opened(file) as store:
            if folder is not None:
                _tell_copy(backups.copy_to(store, folder, local(now())))
                seal(store, Occasion.BACKUP)
                return
            places = backups.folders(store)
        made = backups.back_up(file, places, local(now()))
        for copy in made.copies:
            _tell_copy(copy)
        with opened(file) as store:
            seal(store, Occasion.BACKUP)
        for failure in made.failures:
            click.echo(refusal_text(failure), err=True)
        if made.failures:
            raise FoundError

    return click.Command(
        "backup",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Argument(["folder"], type=FILE, required=False),
        ],
        help=tr("Copy the file and check the copy: into a folder, or into its own two, which are thinned."),
    )


def _tell_copy(copy: Path) -> None:
    click.echo(tr("Backed up and checked: {path}", path=copy))


def restore_file() -> click.Command:
    """`dutydesk restore BACKUP FILE`."""

    def run(backup: Path, file: Path) -> None:
        refuse_set_time(file)
        aside = backups.restore(backup, file, by=author(), at=local(now()))
        click.echo(tr("Restored: {path}", path=file))
        if aside:
            click.echo(tr("The file that was there is kept as {path}", path=aside))

    return click.Command(
        "restore",
        callback=run,
        params=[click.Argument(["backup"], type=FILE), click.Argument(["file"], type=FILE)],
        help=tr("Put a checked backup in the place of a file; the present file is put aside."),
    )


def salvage_file() -> click.Command:
    """`dutydesk salvage FILE NEW`."""

    def run(file: Path, new: Path) -> None:
        refuse_set_time(file)
        found = salvage.salvage_file(file, new, by=author())
        losses = [loss_text(each) for each in found.losses]
        click.echo(
            tr_n(
                "{n} row was salvaged into {path}.",
                "{n} rows were salvaged into {path}.",
                found.rows,
                path=new,
            )
        )
        if not losses:
            click.echo(tr("Nothing is lost."))
            return
        listed = new.with_name(f"{new.stem}-lost.txt")
        files.write_file(listed, "".join(f"{line}\n" for line in losses).encode("utf-8-sig"))
        for line in losses:
            click.echo(line)
        click.echo(tr("The list of what is lost: {path}", path=listed))
        raise FoundError

    return click.Command(
        "salvage",
        callback=run,
        params=[click.Argument(["file"], type=FILE), click.Argument(["new"], type=FILE)],
        help=tr("Make a new file of what can be read of a damaged one; the damaged one is left as it is."),
    )
