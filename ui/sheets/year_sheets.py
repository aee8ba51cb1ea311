"""The year's duty sheets on paper: everybody in a line, or one person with every entry, to be signed."""

from collections.abc import Iterable, Sequence

from dutydesk.domain.scores import ScoreSheet
from dutydesk.exports.sheet import Align, Cell, Column, Kind, Line, Sheet
from dutydesk.services.people import Staff
from ui.clock import local
from ui.i18n import full_day, language, long_day, tr, tr_in
from ui.sheets.parts import Letterhead, page_words, signatures
from ui.words.discipline import consequence_text, kind_text, points_text, state_text


def year_sheets(sheets: Sequence[ScoreSheet], staff: Staff, head: Letterhead) -> Sheet:
    """Everybody's sheet of a year as of its day, a line each."""
    first = sheets[0]
    return Sheet(
        language=language(),
        title=tr("{office} {year} duty appraisal", office=head.office.name, year=first.year),
        subtitle=tr("As of {day}", day=full_day(first.as_of)),
        columns=(
            Column(tr("No."), 0.5), Column(tr("Name"), 1.0), Column(tr("Section"), 1.2),
            Column(tr("Base"), 0.7), Column(tr("Taken"), 0.7), Column(tr("Added"), 0.7),
            Column(tr("Net"), 0.7), Column(tr("For what"), 3.0, Align.LEFT), Column(tr("Follows"), 1.6),
        ),
        rows=tuple(_person_row(number, each, staff) for number, each in enumerate(sheets, start=1)),
        lead=(head.seal_line, head.day_line),
        foot=signatures(),
        imprint=head.stamp,
        page_words=page_words(),
    )  # fmt: skip


def _person_row(number: int, sheet: ScoreSheet, staff: Staff) -> Line:
    person = next((each for each in staff.people if each.id == sheet.person), None)
    taken = (each for each in sheet.lines if each.points)
    reasons = [
        *(f"{kind_text(each.violation.kind)} −{points_text(each.points)}" for each in taken),
        *(f"{each.reason} {each.points / 100:+g}" for each in sheet.additions),
    ]
    section = staff.section_name(person) if person else ""
    return (
        Cell(str(number)), Cell(staff.named(sheet.person)), Cell(section),
        *(_number(each) for each in (sheet.base, sheet.taken, sheet.added, sheet.net)),
        Cell(tr("; ").join(reasons)),
        Cell(tr("; ").join(map(consequence_text, sheet.consequences))),
    )  # fmt: skip


def own_sheet(sheet: ScoreSheet, staff: Staff, head: Letterhead) -> Sheet:
    """One person's sheet with every entry, to be seen and signed by themselves."""
    person = next((each for each in staff.people if each.id == sheet.person), None)
    return Sheet(
        language=language(),
        title=tr("{office} {year} duty appraisal", office=head.office.name, year=sheet.year),
        subtitle=tr(
            "{name} ({section}), as of {day}",
            name=staff.named(sheet.person),
            section=staff.section_name(person) if person else "",
            day=full_day(sheet.as_of),
        ),
        columns=(
            Column(tr("Number"), 1.2), Column(tr("Date"), 1.0), Column(tr("Kind"), 1.3),
            Column(tr("What was found"), 2.6, Align.LEFT), Column(tr("State"), 1.4),
            Column(tr("Rule since"), 1.1), Column(tr_in("sheets", "Points"), 0.8),
        ),
        rows=(*_entries(sheet), *_sums(sheet)),
        lead=(head.seal_line, head.day_line),
        notes=tuple(tr("It follows: {what}", what=consequence_text(each)) for each in sheet.consequences),
        foot=(tr("Signed by the person:") + "　" * 6, signatures()[1]),
        imprint=head.stamp,
        page_words=page_words(),
        landscape=False,
    )  # fmt: skip


def _entries(sheet: ScoreSheet) -> Iterable[Line]:
    for each in sheet.lines:
        found = each.violation
        yield (
            Cell(found.title), Cell(long_day(found.day)), Cell(kind_text(found.kind)), Cell(found.what),
            Cell(state_text(each.state)), Cell(found.rule.partition("@")[2] or tr("usual")),
            Cell(f"{-each.points / 100:g}", kind=Kind.NUMBER),
        )  # fmt: skip
    for given in sheet.additions:
        day = long_day(local(given.at).date())
        yield (
            Cell(""), Cell(day), Cell(tr("points added")), Cell(given.reason), Cell(given.by), Cell(""),
            Cell(f"{given.points / 100:+g}", kind=Kind.NUMBER),
        )  # fmt: skip


def _sums(sheet: ScoreSheet) -> Iterable[Line]:
    words = (
        (tr("Base"), sheet.base),
        (tr("Taken"), -sheet.taken),
        (tr("Added"), sheet.added),
        (tr("Net"), sheet.net),
    )
    for word, value in words:
        yield (
            Cell(word, columns=6, bold=True, align=Align.RIGHT),
            Cell(f"{value / 100:g}", bold=True, kind=Kind.NUMBER),
        )


def _number(hundredths: int) -> Cell:
    return Cell(points_text(hundredths), kind=Kind.NUMBER)
