"""F4, the duty log of one shift; a quiet one says so (零记录, domain.md §13)."""

from collections.abc import Iterable, Sequence

from dutydesk.domain.instructions import Instruction
from dutydesk.domain.log import LogEntry
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from dutydesk.services.crew import Crew
from dutydesk.services.handover import HandoverSheet
from ui.clock import local
from ui.i18n import full_day, language, tr
from ui.sheets.parts import Letterhead, page_words
from ui.words.handover import item_text
from ui.words.log import content_of, kind_text, other_side


def log_sheet(
    shown: HandoverSheet, crew: Crew | None, instructions: Iterable[Instruction], head: Letterhead
) -> Sheet:
    """The log of a shift with its officers, its summary and what stays open."""
    said = tuple(instructions)
    quiet = (_quiet_row(),) if shown.quiet else ()
    return Sheet(
        language=language(),
        title=tr("{office} duty log", office=head.office.name),
        columns=_columns(),
        rows=(*quiet, *(_row(number, each, said) for number, each in enumerate(shown.entries, 1))),
        lead=(_hours(shown, crew), tr("Weather: {weather}", weather=shown.note.weather or "　" * 4)),
        subtitle=people_line(crew),
        notes=_notes(shown),
        foot=_signatures(shown),
        imprint=head.stamp,
        page_words=page_words(),
        landscape=False,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("No."), 0.4),
        Column(tr("Time"), 0.7),
        Column(tr("Kind"), 0.8),
        Column(tr("Other side"), 1.2),
        Column(tr("Content"), 3.4, Align.LEFT),
        Column(tr("Handling, instructions (time)"), 1.6, Align.LEFT),
        Column(tr("Result"), 1.0, Align.LEFT),
        Column(tr("Recorder"), 0.8),
    )


def _quiet_row() -> Line:
    return (Cell(tr("Nothing unusual in this shift."), columns=8, align=Align.CENTRE, bold=True, room=14.0),)


def _row(number: int, entry: LogEntry, instructions: Sequence[Instruction]) -> Line:
    said = [
        tr("{leader}: {content} ({time})", leader=each.leader, content=each.content, time=_time(each))
        for each in instructions
        if each.entry == entry.id
    ]
    return (
        Cell(str(number)),
        Cell(f"{local(entry.at):%m-%d\n%H:%M}"),
        Cell(kind_text(entry.kind)),
        Cell(other_side(entry)),
        Cell(content_of(entry)),
        Cell("\n".join(filter(None, (entry.proposal, *said)))),
        Cell(entry.result),
        Cell(entry.recorder),
    )


def _time(instruction: Instruction) -> str:
    return f"{local(instruction.given_at):%H:%M}"


def _hours(shown: HandoverSheet, crew: Crew | None) -> str:
    if crew is None:
        return full_day(shown.day)
    return tr(
        "{day} {shift} {starts} – {ends}",
        day=full_day(shown.day),
        shift=crew.name,
        starts=f"{crew.starts:%m-%d %H:%M}",
        ends=f"{crew.ends:%m-%d %H:%M}",
    )


def people_line(crew: Crew | None) -> str:
    """带班领导：… 主班：… 副班：…."""
    members = crew.members if crew else ()
    return "　　".join(tr("{post}: {person}", post=post, person=name or "—") for post, name in members)


def _notes(shown: HandoverSheet) -> tuple[str, ...]:
    still = [
        tr("{kind}: {text}", kind=item_text(each.kind), text=each.text.replace("\n", " "))
        for each in shown.items
    ]
    return (
        tr("Summary of the shift: {summary}", summary=shown.note.summary or "　"),
        tr("Open matters: {items}", items=tr("; ").join(still) or tr("none")),
    )


def _signatures(shown: HandoverSheet) -> tuple[str, ...]:
    signed = local(shown.takeover.signed_at) if shown.takeover else None
    at = f"{signed:%Y-%m-%d %H:%M}" if signed else "　" * 6
    return (
        tr("Officers on duty:") + "　" * 6,
        tr("Duty leader:") + "　" * 6,
        tr("Handed over at: {time}", time=at),
    )
