"""F6, one call on half a page, with room for what is to be done about it (domain.md §13)."""

from collections.abc import Iterable

from dutydesk.domain.instructions import Instruction
from dutydesk.domain.log import DETAILS, LogEntry
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from ui.clock import local
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead
from ui.words.log import detail_text, kind_text


def phone_sheet(entry: LogEntry, instructions: Iterable[Instruction], head: Letterhead) -> Sheet:
    """The record of one call; a meeting notice has its own lines."""
    said = [
        tr("{leader}: {content} ({time})", leader=each.leader, content=each.content,
           time=f"{local(each.given_at):%m-%d %H:%M}")
        for each in instructions
        if each.entry == entry.id
    ]  # fmt: skip
    who = " ".join(filter(None, (entry.person, entry.title, entry.phone)))
    return Sheet(
        language=language(),
        title=tr("{office} telephone record", office=head.office.name),
        columns=tuple(Column(width=width) for width in (1.0, 2.2, 1.0, 2.2)),
        rows=(
            _pair(
                tr("Time of the call"), f"{local(entry.at):%Y-%m-%d %H:%M}", tr("Kind"), kind_text(entry.kind)
            ),
            _pair(tr("Calling unit"), entry.unit, tr("Caller (name, title, phone)"), who),
            _pair(tr("Called person"), entry.receiver, tr("Recorder"), entry.recorder),
            *_details(entry),
            _wide(tr("Content"), entry.content, 40.0),
            _wide(tr("Proposal"), entry.proposal, 12.0),
            _wide(tr("Leader's instruction (name, time)"), "\n".join(said), 14.0),
            _wide(tr("Result"), entry.result, 12.0),
            _pair(tr("Handled by, at"), "", tr("Read back"), "☑" if entry.read_back else "□"),
        ),
        lead=(tr("No. {number}", number=entry.number), head.phone_line),
        imprint=head.stamp,
        landscape=False,
    )


def _details(entry: LogEntry) -> tuple[Line, ...]:
    return tuple(
        _wide(detail_text(name), entry.detail(name), 0.0)
        for name in DETAILS.get(entry.kind, ())
        if entry.detail(name)
    )


def _pair(left: str, text: str, right: str, other: str) -> Line:
    return (
        Cell(left, bold=True),
        Cell(text, align=Align.LEFT),
        Cell(right, bold=True),
        Cell(other, align=Align.LEFT),
    )


def _wide(label: str, text: str, room: float) -> Line:
    return (Cell(label, bold=True), Cell(text, columns=3, align=Align.LEFT, top=True, room=room))
