"""`dutydesk import`: lists as offices have them, looked at first."""

from collections import Counter
from pathlib import Path

import click

from dutydesk.services import intake
from dutydesk.services.intake import Fate, Intake
from dutydesk.services.rights import refuse_unentitled
from ui.cli.frame import FILE, author, opened
from ui.i18n import tr, tr_n
from ui.words.intake import column_text, doubt_text, fate_text, field_text, ignored_text, refused_text

_KINDS = {
    "people": (intake.understand_people, intake.apply_people),
    "leave": (intake.understand_leave, intake.apply_leave),
    "calendar": (intake.understand_calendar, intake.apply_calendar),
    "tally": (intake.understand_tally, intake.apply_tally),
}


def import_list() -> click.Command:
    """`dutydesk import FILE people|leave|calendar|tally SOURCE [--dry-run]`."""

    def run(file: Path, kind: str, source: Path, *, dry_run: bool) -> None:
        understand, apply = _KINDS[kind]
        with opened(file) as store:
            refuse_unentitled(
                store, author(), f"import_{kind}"
            )  # what a list would change shows what there is
            seen = understand(store, source)
            _show(seen)
            if dry_run:
                click.echo(tr("Nothing was written (--dry-run)."))
                return
            changes = apply(store, seen, by=author())
        click.echo(tr_n("{n} record was written.", "{n} records were written.", changes.rows))

    return click.Command(
        "import",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Argument(["kind"], type=click.Choice(list(_KINDS))),
            click.Argument(["source"], type=FILE),
            click.Option(["--dry-run"], is_flag=True, help=tr("Show what was understood and write nothing.")),
        ],
        help=tr("Take in a list from xlsx or csv, all of it or nothing."),
    )


def _show(seen: Intake) -> None:
    """What was understood, in a few lines; refused rows go to stderr."""
    for header in seen.headers:
        words = [f"{each.text} → {column_text(each.column)}" for each in header.headings if each.column]
        click.echo(
            tr("{sheet}, header in line {line}:", sheet=header.sheet, line=header.line)
            + " "
            + "; ".join(words)
        )
    for sheet in dict.fromkeys(item.sheet for item in seen.items):
        fates = Counter(item.fate for item in seen.items if item.sheet == sheet)
        counts = tr(", ").join(f"{fate_text(fate)} {fates[fate]}" for fate in Fate if fates[fate])
        click.echo(tr("Rows of {sheet}: {counts}", sheet=sheet, counts=counts))
    for item in seen.items:
        if item.fate is Fate.CHANGED:
            told = [f"{field_text(each.field)}: {each.before} → {each.after}" for each in item.changes]
            section = f" ({item.section})" if item.section else ""
            click.echo(f"  {item.name}{section}: {'; '.join(told)}")
    for offer in seen.offered:
        click.echo(
            tr("To confirm as exemption: {name} ({reason})", name=offer.name, reason=offer.exemption.reason)
        )
    for each in seen.ignored:
        if each.text:
            click.echo(
                tr(
                    "Line {line} passed over ({why}): {text}",
                    line=each.line,
                    why=ignored_text(each),
                    text=each.text,
                )
            )
    for doubt in seen.doubts:
        line = tr("Line {line}", line=doubt.line) if doubt.line else tr("The list")
        click.echo(tr("{line}, please look: {doubt}", line=line, doubt=doubt_text(doubt)))
    for refused in seen.refused:
        click.echo(tr("Line {line} refused: {why}", line=refused.line, why=refused_text(refused)), err=True)
