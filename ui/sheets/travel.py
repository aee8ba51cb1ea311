"""外出报备表: who leaves the city, when, where to, who is in charge (F13, domain.md §5.3, §13)."""

from collections.abc import Sequence

from dutydesk.domain.leave import Leave
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from ui.i18n import full_day, language, tr
from ui.sheets.parts import Letterhead
from ui.words.duty_names import DutyNames
from ui.words.planning import half_text

_PEN = 18.0
"""Room in mm for an opinion, a signature and a date by hand."""


def travel_sheet(
    leave: Leave,
    names: DutyNames,
    head: Letterhead,
    *,
    duties: Sequence[str] = (),
    decided: Sequence[str] = (),
) -> Sheet:
    """The report of one journey, on one page in portrait.

    `duties` are those inside the days away, in words; `decided` are the decisions taken, a line each.
    """
    person, acting = names.people.get(leave.person), names.people.get(leave.acting)
    return Sheet(
        language=language(),
        title=tr("Report of absence from the city"),
        columns=tuple(Column(width=width) for width in (1.1, 1.6, 1.1, 1.6)),
        rows=(
            _two(tr("Name"), names.person(leave.person), tr("Title"), person.title if person else ""),
            _wide(tr("Reason"), leave.reason, room=_PEN / 2),
            _wide(tr("Destination"), leave.destination),
            _two(tr("Leaves"), _leaves(leave), tr("Returns"), _returns(leave)),
            _two(
                tr("In charge meanwhile"),
                names.person(leave.acting),
                tr("Title"),
                acting.title if acting else "",
            ),
            _two(tr("Their telephone"), acting.phone if acting else "", tr("Telephone"), leave.phone),
            _wide(tr("Duties touched"), "\n".join(duties) or tr("none")),
            _wide(tr("Leaders' approval"), "\n".join(decided), room=2 * _PEN),
            _wide(tr("Filed with"), "", room=_PEN),
        ),
        lead=(head.seal_line, head.day_line),
        notes=(tr("A change of the journey is reported at once; the report is made before leaving."),),
        imprint=head.stamp,
        landscape=False,
        row_height=10.0,
    )


def _leaves(leave: Leave) -> str:
    return tr("{day} {half}", day=full_day(leave.period.first), half=half_text(leave.from_half))


def _returns(leave: Leave) -> str:
    return tr("{day} {half}", day=full_day(leave.period.last), half=half_text(leave.to_half))


def _two(label: str, text: str, other: str, more: str) -> Line:
    return Cell(label, bold=True), Cell(text), Cell(other, bold=True), Cell(more)


def _wide(label: str, text: str, *, room: float = 0.0) -> Line:
    return Cell(label, bold=True), Cell(text, columns=3, align=Align.LEFT, room=room)
