"""F14, the month's statement of overtime and duty that earned rest, by section and person."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from dutydesk.domain.dates import Period
from dutydesk.domain.leave.days import days_text
from dutydesk.domain.overtime import Overtime
from dutydesk.domain.people import Person
from dutydesk.domain.rest import Earned, Ledger
from dutydesk.exports.sheet import Align, Cell, Column, Kind, Line, Sheet
from dutydesk.services.people import Staff
from ui.clock import local
from ui.i18n import language, long_day, long_month, tr
from ui.sheets.parts import Letterhead, page_words, signatures
from ui.words.planning import legal_text

Listed = Sequence[tuple[Earned, Overtime | None]]


def overtime_sheet(
    listed: Listed, ledgers: Iterable[Ledger], staff: Staff, month: Period, head: Letterhead, *, money: bool
) -> Sheet:
    """Everything of the month by section and person; each person ends with what is left, each section summed.

    With `money` a column is left free for an allowance; no sum is ever reckoned.
    """
    left = {each.person: each for each in ledgers}
    earned = {each.person for each, _ in listed}
    rows: list[Line] = []
    for section in staff.sections:
        people = [each for each in staff.people if each.id in earned and each.section == section.id]
        rows += [line for each in people for line in _of_person(each, listed, left, staff)]
        if people:
            known = {each.id for each in people}
            rows.append(_sum(tr("Sum of {section}", section=section.name), _of(listed, known)))
    if rows:
        rows.append(_sum(tr("Sum of the office"), listed))
    said = tr("Half days of rest are earned by the office's table; no money is paid.")
    paid = tr("Half days of rest are earned by the office's table; the state sets who has an allowance.")
    columns = (*_columns(), Column(tr("Allowance"), 0.9)) if money else _columns()
    return Sheet(
        language=language(),
        title=tr(
            "{office} overtime and duty of {month}", office=head.office.name, month=long_month(month.first)
        ),
        columns=columns,
        rows=tuple((*each, Cell("")) for each in rows) if money else tuple(rows),
        lead=(head.seal_line, head.day_line),
        notes=(paid if money else said,),
        foot=signatures(),
        imprint=head.imprint(1),
        page_words=page_words(),
    )


def _of(listed: Listed, people: Collection[str]) -> Listed:
    return [each for each in listed if each[0].person in people]


def _sum(said: str, listed: Listed) -> Line:
    hours = sum(earned.minutes for earned, _ in listed) / 60
    return (
        Cell(said, columns=6, bold=True, align=Align.LEFT),
        Cell(f"{hours:.1f}", bold=True, kind=Kind.NUMBER),
        Cell(days_text(sum(earned.half_days for earned, _ in listed)), bold=True, kind=Kind.NUMBER),
        Cell("", columns=3),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Section"), 1.2),
        Column(tr("Name"), 1.0),
        Column(tr("Date"), 1.0),
        Column(tr("From – to"), 1.3),
        Column(tr("Day class"), 1.1),
        Column(tr("Reason"), 2.2, Align.LEFT),
        Column(tr("Hours"), 0.7),
        Column(tr("Rest earned (days)"), 0.9),
        Column(tr("Approved by"), 1.0),
        Column(tr("Verified by personnel"), 1.1),
        Column(tr("Rest to be taken until"), 1.2),
    )


def _of_person(person: Person, listed: Listed, left: Mapping[str, Ledger], staff: Staff) -> Iterable[Line]:
    own = [each for each in listed if each[0].person == person.id]
    for number, (earned, overtime) in enumerate(own):
        whose = (staff.section_name(person), staff.named(person.id)) if number == 0 else ("", "")
        yield (*map(Cell, whose), *_facts(earned, overtime))
    total = sum(earned.half_days for earned, _ in own)
    known = left.get(person.id)
    said = tr(
        "Sum of the month; of all rest {left} days are left",
        left=days_text(max(0, known.left)) if known else "0",
    )
    hours = sum(earned.minutes for earned, _ in own) / 60
    yield (
        Cell(""),
        Cell(""),
        Cell(said, columns=4, bold=True, align=Align.LEFT),
        Cell(f"{hours:.1f}", bold=True, kind=Kind.NUMBER),
        Cell(days_text(total), bold=True, kind=Kind.NUMBER),
        Cell("", columns=3),
    )


def _facts(earned: Earned, overtime: Overtime | None) -> Line:
    hours = _hours(local(overtime.starts), local(overtime.ends)) if overtime else tr("shift")
    return (
        Cell(long_day(_begun(earned))),
        Cell(hours),
        Cell(legal_text(earned.legal) if earned.legal else ""),
        Cell(_reason(overtime) if overtime else tr("duty")),
        Cell(f"{earned.minutes / 60:.1f}", kind=Kind.NUMBER),
        Cell(days_text(earned.half_days), kind=Kind.NUMBER),
        Cell(overtime.approved_by if overtime else ""),
        Cell(overtime.word if overtime else tr("signed in and out")),
        Cell(long_day(earned.expires) if earned.expires else "—"),
    )


def _begun(earned: Earned) -> date:
    """The day on which it was worked: the rest of a duty is earned on the day on which that ends."""
    table, row = earned.record
    return date.fromisoformat(row.partition("/")[0]) if table == "attendance" else earned.day


def _reason(overtime: Overtime) -> str:
    return tr("; ").join(filter(None, (overtime.reason, overtime.done)))


def _hours(starts: datetime, ends: datetime) -> str:
    return f"{starts:%H:%M}–{ends:%H:%M}"
