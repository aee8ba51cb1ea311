"""F16, the register of points taken: who, when, by which rule, what they said, and what came of an appeal."""

from collections.abc import Iterable, Mapping, Sequence

from dutydesk.domain.violations import DECISIONS, State, Step, Violation
from dutydesk.exports.sheet import Align, Cell, Column, Kind, Line, Sheet
from dutydesk.services.people import Staff
from ui.clock import local
from ui.i18n import language, long_day, tr
from ui.sheets.parts import Letterhead, page_words, signatures
from ui.words.discipline import kind_text, points_text, state_text


def violations_sheet(
    known: Sequence[Violation], courses: Mapping[str, Sequence[Step]], staff: Staff, head: Letterhead
) -> Sheet:
    """The violations by number with the points of the year summed up; `courses` are the steps by id."""
    return Sheet(
        language=language(),
        title=tr("{office} register of duty discipline", office=head.office.name),
        columns=(
            Column(tr("Number"), 1.3),
            Column(tr("Date"), 1.0),
            Column(tr("Name"), 0.9),
            Column(tr("Kind"), 1.1),
            Column(tr("What was found"), 2.2, Align.LEFT),
            Column(tr("Rule since"), 1.0),
            Column(tr("Points taken"), 0.7),
            Column(tr("Year so far"), 0.8),
            Column(tr("What the accused said"), 1.8, Align.LEFT),
            Column(tr("Verified by"), 0.9),
            Column(tr("Appeal and outcome"), 1.6, Align.LEFT),
            Column(tr("State"), 1.1),
        ),
        rows=tuple(_row(each, courses.get(each.id, ()), _sum(known, each), staff) for each in known),
        lead=(head.seal_line, head.day_line),
        foot=signatures(),
        imprint=head.imprint(1),
        page_words=page_words(),
    )


def _row(violation: Violation, steps: Sequence[Step], cumulated: int, staff: Staff) -> Line:
    verified = [each.by for each in steps if each.state is State.VERIFIED]
    return (
        Cell(violation.title),
        Cell(f"{long_day(violation.day)}\n{local(violation.at):%H:%M}"),
        Cell(staff.named(violation.person)),
        Cell(kind_text(violation.kind)),
        Cell(violation.what),
        Cell(violation.rule.partition("@")[2] or tr("usual")),
        Cell(points_text(violation.points), kind=Kind.NUMBER),
        Cell(points_text(cumulated), kind=Kind.NUMBER),
        Cell(tr("; ").join(_said(steps, (State.HEARD,)))),
        Cell(verified[-1] if verified else ""),
        Cell(tr("; ").join(_said(steps, (State.APPEALED, *DECISIONS)))),
        Cell(state_text(violation.state)),
    )


def _said(steps: Iterable[Step], states: tuple[State, ...]) -> list[str]:
    return [each.words for each in steps if each.state in states and each.words]


def _sum(known: Iterable[Violation], upto: Violation) -> int:
    """The points that the person lost in the year up to this number."""
    return sum(
        each.points
        for each in known
        if each.person == upto.person and each.day.year == upto.day.year and each.number <= upto.number
    )
