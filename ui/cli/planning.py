"""`dutydesk plan`, `check` and `stats`."""

import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.people import distinct_names
from dutydesk.domain.rostering import Outcome, RosterPlan, make_plan
from dutydesk.domain.rules import Finding, Severity
from dutydesk.domain.shares import Share
from dutydesk.services import roster
from dutydesk.services.duties import Pattern, pattern
from dutydesk.services.fairness import fairness, why_empty
from dutydesk.services.files import Store
from dutydesk.services.people import Staff, staff
from dutydesk.services.rules import findings
from ui.cli.frame import DAY, FILE, FoundError, author, opened, period_of, print_json
from ui.clock import local, now
from ui.i18n import long_day, tr, tr_n
from ui.words.planning import class_text, finding_text, obstacle_text, severity_text

Reasons = Mapping[PlaceKey, Mapping[Obstacle, int]]


def _period_options() -> list[click.Parameter]:
    return [
        click.Argument(["file"], type=FILE),
        click.Option(["--from", "first"], type=DAY, required=True, help=tr("First day.")),
        click.Option(["--to", "last"], type=DAY, required=True, help=tr("Last day.")),
        click.Option(["--json", "as_json"], is_flag=True, help=tr("Print facts for other programs.")),
    ]


def plan() -> click.Command:
    """`dutydesk plan FILE --from DATE --to DATE [--publish] [--json]`."""

    def run(file: Path, first: date, last: date, *, publish: bool, as_json: bool) -> None:
        period = period_of(first, last)
        with opened(file) as store:
            began = time.perf_counter()
            situation = roster.situation_of(store, period)
            made = make_plan(situation)
            seconds = time.perf_counter() - began
            roster.adopt_plan(store, situation, made, by=author())
            if publish:
                roster.publish(store, period, by=author())
            reasons = why_empty(store, made.unfilled)
            told = _plan_facts(made, reasons, seconds)
            if as_json:
                print_json(told)
            else:
                _show_plan(made, told, reasons, pattern(store))

    return click.Command(
        "plan",
        callback=run,
        params=[
            *_period_options(),
            click.Option(["--publish"], is_flag=True, help=tr("Make the roster known as a new version.")),
        ],
        help=tr("Plan a period fairly; what is published already stays."),
    )


def _plan_facts(made: RosterPlan, reasons: Reasons, seconds: float) -> dict[str, Any]:
    spread: dict[str, dict[str, list[int]]] = {}
    for outcome in made.outcomes:
        post, rotation = outcome.key
        spread.setdefault(post, {})[rotation.value] = [outcome.fewest, outcome.most]
    return {
        "places": len(made.cells),
        "filled": len(made.cells) - len(made.unfilled),
        "unfilled": [{**place_facts(place), "reasons": reasons[place]} for place in made.unfilled],
        "spread": spread,
        "changed": len(made.changed),
        "seconds": round(seconds, 3),
    }


def place_facts(place: PlaceKey) -> dict[str, Any]:
    """A place as facts."""
    return {"date": place.day.isoformat(), "shift": place.shift, "post": place.post, "seat": place.seat}


def _show_plan(made: RosterPlan, told: dict[str, Any], reasons: Reasons, stood: Pattern) -> None:
    names = {post.id: post.name for post in stood.posts}
    click.echo(
        tr(
            "{filled} of {places} places filled, {changed} changed, {seconds} s.",
            filled=told["filled"],
            places=told["places"],
            changed=told["changed"],
            seconds=told["seconds"],
        )
    )
    for outcome in made.outcomes:
        click.echo("  " + _outcome_text(outcome, names))
    for place in made.unfilled:
        why = tr(", ").join(f"{obstacle_text(each)} {count}" for each, count in reasons[place].items())
        post = names.get(place.post, place.post)
        click.echo(tr("Empty: {day}, {post}: {why}", day=long_day(place.day), post=post, why=why))


def _outcome_text(outcome: Outcome, names: dict[str, str]) -> str:
    post, rotation = outcome.key
    words = tr(
        "{post}, {rotation}: {fewest} to {most} duties a person",
        post=names.get(post, post),
        rotation=class_text(rotation),
        fewest=outcome.fewest,
        most=outcome.most,
    )
    return words + (tr(" (proven fairest)") if outcome.spread <= outcome.bound else "")


def check() -> click.Command:
    """`dutydesk check FILE --from DATE --to DATE [--json]`; exit 1 if anything is an error."""

    def run(file: Path, first: date, last: date, *, as_json: bool) -> None:
        period = period_of(first, last)
        with opened(file) as store:
            found = findings(store, period, local(now()).date())
            told = _finding_facts(store, found)
        if as_json:
            print_json(told)
        else:
            for finding, fact in zip(found, told, strict=True):
                click.echo(f"{severity_text(finding.severity)}: {fact['text']}")
            click.echo(tr_n("{n} finding.", "{n} findings.", len(found)))
        if any(finding.severity is Severity.ERROR for finding in found):
            raise FoundError

    return click.Command(
        "check", callback=run, params=_period_options(), help=tr("Say what is wrong with a roster.")
    )


def _finding_facts(store: Store, found: Iterable[Finding]) -> list[dict[str, Any]]:
    everybody, stood = staff(store), pattern(store)
    names = _names(everybody)
    posts = {post.id: post.name for post in stood.posts}
    shifts = {shift.id: shift.name for shift in stood.shifts}
    return [
        {
            "severity": finding.severity.value,
            "rule": finding.rule.value,
            "date": finding.day.isoformat(),
            "people": [names.get(each, each) for each in finding.people],
            "text": finding_text(finding, names, posts, shifts),
        }
        for finding in found
    ]


def _names(everybody: Staff) -> dict[str, str]:
    sections = {section.id: section.name for section in everybody.sections}
    return dict(distinct_names(everybody.people, sections))


def stats() -> click.Command:
    """`dutydesk stats FILE --from DATE --to DATE [--json]`."""

    def run(file: Path, first: date, last: date, *, as_json: bool) -> None:
        period = period_of(first, last)
        with opened(file) as store:
            told = _stats_facts(fairness(store, period), staff(store), pattern(store))
        if as_json:
            print_json(told)
            return
        classes = [class_text(rotation) for rotation in RotationClass]
        click.echo("\t".join([tr("Name"), tr("Section"), tr("Post"), *classes]))
        for row in told:
            counts = [f"{row[each.value]} ({row['due'][each.value]})" for each in RotationClass]
            click.echo("\t".join([row["person"], row["section"], row["post"], *counts]))

    return click.Command(
        "stats",
        callback=run,
        params=_period_options(),
        help=tr("Count everybody's duties by class, with the due in brackets."),
    )


def _stats_facts(shares: Iterable[Share], everybody: Staff, stood: Pattern) -> list[dict[str, Any]]:
    people = {person.id: person for person in everybody.people}
    posts = {post.id: post.name for post in stood.posts}
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for share in shares:
        person = people[share.person]
        empty = dict.fromkeys((each.value for each in RotationClass), 0)
        row = rows.setdefault(
            (share.post, share.person),
            {
                "person": person.name,
                "section": everybody.section_name(person),
                "post": posts.get(share.post, share.post),
                **empty,
                "due": dict(empty),
            },
        )
        row[share.rotation.value] = share.count
        row["due"][share.rotation.value] = round(share.due, 2)
    return list(rows.values())
