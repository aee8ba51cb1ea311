"""Commands on the file as a whole."""

import os
import sys
import tempfile
from pathlib import Path

import click

from dutydesk.domain.presets import PresetKind
from dutydesk.errors import NoDisplayError, NoSuchFileError
from ui.cli import has_display
from ui.cli.frame import FILE, NAME, author
from ui.i18n import tr
from ui.window.founding import new_file, sample_file


def open_window() -> click.Command:
    """`dutydesk [FILE]`."""

    def run(file: Path | None) -> None:
        if file is not None and not file.exists():
            raise NoSuchFileError(str(file))
        if not has_display(sys.platform, os.environ):
            raise NoDisplayError
        from ui.app import run as run_window  # noqa: PLC0415 - Qt takes its time: only the window needs it

        code = run_window(file)
        if code:
            raise SystemExit(code)

    argument = click.Argument(["file"], required=False, type=FILE)
    return click.Command("open", callback=run, params=[argument], help=tr("Open the window."), hidden=True)


def new() -> click.Command:
    """`dutydesk new FILE --name NAME [--preset KIND]`."""

    def run(file: Path, name: str, preset: str) -> None:
        new_file(file, name, PresetKind(preset), by=author())
        click.echo(tr("{path} was made for {name}.", path=file, name=name))

    kinds = click.Choice([kind.value for kind in PresetKind])
    return click.Command(
        "new",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(
                ["--name"], type=NAME, required=True, help=tr("The office's name as it stands on paper.")
            ),
            click.Option(["--preset"], type=kinds, default=PresetKind.FULL_DAY.value, show_default=True),
        ],
        help=tr("Make a new file for an office."),
    )


def demo() -> click.Command:
    """`dutydesk demo FILE`."""

    def run(file: Path) -> None:
        sample_file(file, by=author())
        click.echo(tr("{path} holds the sample office with a roster of this month and the next.", path=file))

    return click.Command(
        "demo",
        callback=run,
        params=[click.Argument(["file"], type=FILE)],
        help=tr("Make the sample office to look around in."),
    )


def selftest() -> click.Command:
    """`dutydesk selftest`."""

    def run() -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # it must pass where there is no screen
        from ui.selftest import boot_and_print  # noqa: PLC0415 - Qt takes its time

        with tempfile.TemporaryDirectory() as folder:
            size = boot_and_print(Path(folder))
        click.echo(tr("The window starts and a week is printed ({size} bytes).", size=size))

    return click.Command(
        "selftest", callback=run, help=tr("Start the real window without a screen and print a week.")
    )
