"""`dutydesk followups`: what is still to be done, by its deadline."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.followups import FOLLOW_UPS, FollowUp, FollowUpRules
from dutydesk.services.followups import all_follow_ups, open_follow_ups
from dutydesk.services.rulebook import in_force
from ui.cli.frame import FILE, opened, print_json
from ui.clock import local, now
from ui.i18n import tr
from ui.words.handover import colour_text, urgency_text


def followups() -> click.Command:
    """`dutydesk followups FILE [--all] [--json]`."""

    def run(file: Path, *, everything: bool, as_json: bool) -> None:
        with opened(file) as store:
            items = all_follow_ups(store) if everything else open_follow_ups(store)
            rules = in_force(store, FOLLOW_UPS, local(now()).date())
        if as_json:
            print_json([follow_up_facts(each, now(), rules) for each in items])
            return
        for each in items:
            click.echo(follow_up_line(each, now(), rules))
        if not items:
            click.echo(tr("Nothing is open."))

    return click.Command(
        "followups",
        callback=run,
        params=[
            click.Argument(["file"], type=FILE),
            click.Option(["--all", "everything"], is_flag=True, help=tr("The closed ones too.")),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
        ],
        help=tr("List what is to be followed up, by its deadline and colour."),
    )


def follow_up_line(item: FollowUp, at: datetime, rules: FollowUpRules) -> str:
    """One matter in words."""
    who = " ".join(filter(None, (item.unit, item.responsible)))
    state = tr("closed") if item.closed_at else urgency_text(item.urgency(at, rules))
    return tr(
        "No. {number} [{colour}] {content} - {who}, due {due}, {state}",
        number=item.number,
        colour=colour_text(item.colour),
        content=item.content,
        who=who,
        due=f"{local(item.due):%Y-%m-%d %H:%M}",
        state=state,
    )


def follow_up_facts(item: FollowUp, at: datetime, rules: FollowUpRules) -> dict[str, Any]:
    """One matter for other programs."""
    return {
        "number": item.number,
        "content": item.content,
        "unit": item.unit,
        "responsible": item.responsible,
        "due": local(item.due).isoformat(timespec="seconds"),
        "stage": int(item.stage),
        "colour": item.colour.value,
        "urgency": item.urgency(at, rules).value,
        "answer": item.answer,
        "closed_at": local(item.closed_at).isoformat(timespec="seconds") if item.closed_at else None,
    }
