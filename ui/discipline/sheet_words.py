"""One year's sheet in full: each violation with its rule and standing, each addition, and what follows."""

from collections.abc import Iterator

from dutydesk.domain.scores import Addition, Line, ScoreSheet
from ui.clock import local
from ui.i18n import full_day, long_day, tr
from ui.words.discipline import consequence_text, kind_text, points_text, state_text


def sheet_words(sheet: ScoreSheet, name: str) -> Iterator[str]:
    """Everything that a sheet counts, a line each."""
    yield tr(
        "{name}, {year} as of {day}: {base} − {taken} + {added} = {net}",
        name=name,
        year=sheet.year,
        day=full_day(sheet.as_of),
        base=points_text(sheet.base),
        taken=points_text(sheet.taken),
        added=points_text(sheet.added),
        net=points_text(sheet.net),
    )
    yield from map(line_words, sheet.lines)
    yield from map(addition_words, sheet.additions)
    for each in sheet.consequences:
        yield tr("It follows: {what}", what=consequence_text(each))


def line_words(line: Line) -> str:
    """One violation: number, day, kind, standing, the rule's day and the points."""
    found = line.violation
    since = found.rule.partition("@")[2]
    return tr(
        "{number}　{day}　{kind}　{state}　{rule}　−{points}",
        number=found.title,
        day=long_day(found.day),
        kind=kind_text(found.kind),
        state=state_text(line.state),
        rule=tr("rule of {day}", day=since) if since else tr("usual rule"),
        points=points_text(line.points),
    )


def addition_words(given: Addition) -> str:
    """One addition: the day, why, who gave it, and the points."""
    return tr(
        "{day}　{reason}　{by}　{points}",
        day=long_day(local(given.at).date()),
        reason=given.reason,
        by=given.by,
        points=f"{given.points / 100:+g}",
    )
