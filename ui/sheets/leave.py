"""请（销）假审批表: the request above, reporting back below (F11, domain.md §13)."""

from collections.abc import Iterator
from dataclasses import dataclass

from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import Approver, LeaveStep
from dutydesk.domain.leave.days import days_text
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from ui.clock import local
from ui.i18n import full_day, language, tr
from ui.sheets.parts import Letterhead
from ui.words.leave import approver_text, decision_text
from ui.words.planning import half_text

_PEN = 16.0
"""Room in mm for an opinion, a signature and a date by hand."""
_WIDE = 5


@dataclass(frozen=True, slots=True)
class Slip:
    """What one slip says; `duties` are those inside the leave in words, `waived` of them by a duty leader."""

    leave: Leave
    book: LeaveBook
    steps: tuple[LeaveStep, ...]
    duties: tuple[str, ...] = ()
    waived: int = 0


def slip_sheet(slip: Slip, head: Letterhead) -> Sheet:
    """The slip of one leave, on one page in portrait."""
    return Sheet(
        language=language(),
        title=tr("Leave slip (approval and report-back)"),
        columns=tuple(Column(width=width, align=Align.CENTRE) for width in (1.1, 1.2, 0.9, 1.2, 0.9, 1.3)),
        rows=(*_person(slip), *_absence(slip), *_work(slip), *_decisions(slip), *_return(slip)),
        lead=(head.seal_line, head.day_line),
        notes=_notes(slip),
        imprint=head.stamp,
        landscape=False,
        one_page=True,
    )


def _notes(slip: Slip) -> tuple[str, ...]:
    kept = tr("The slip is kept by the personnel section; the stub goes back when the leave is over.")
    approved = slip.leave.approved_by if slip.leave.is_away and not slip.steps else ""
    return tuple(filter(None, (kept, approved and tr("Approved on paper by {name}.", name=approved))))


def _label(text: str) -> Cell:
    return Cell(text, bold=True)


def _wide(name: str, text: str, *, room: float = 0.0) -> Line:
    return _label(name), Cell(text, columns=_WIDE, align=Align.LEFT, room=room)


def _person(slip: Slip) -> Iterator[Line]:
    person = slip.book.person(slip.leave.person)
    yield (
        _label(tr("Name")), Cell(slip.book.names[person.id]),
        _label(tr("Section")), Cell(slip.book.section(person).name),
        _label(tr("Title")), Cell(person.title),
    )  # fmt: skip


def _absence(slip: Slip) -> Iterator[Line]:
    leave, book = slip.leave, slip.book
    kind = book.kind(leave.type)
    yield (
        _label(tr("Kind of leave")), Cell(kind.name),
        _label(tr("Days")), Cell(_days(slip)),
        _label(tr("Leaves the city")), Cell(tr("yes") if leave.leaves_city else tr("no")),
    )  # fmt: skip
    yield _wide(tr("Reason"), leave.reason)
    first = tr("{day} {half}", day=full_day(leave.period.first), half=half_text(leave.from_half))
    last = tr("{day} {half}", day=full_day(leave.period.last), half=half_text(leave.to_half))
    yield _wide(tr("From – to"), tr("{first} – {last}", first=first, last=last))
    yield (
        _label(tr("Destination")), Cell(leave.destination, columns=2),
        _label(tr("Telephone")), Cell(leave.phone, columns=2),
    )  # fmt: skip
    yield _wide(tr("Certificate"), leave.certificate)


def _days(slip: Slip) -> str:
    kind = slip.book.kind(slip.leave.type)
    days = days_text(slip.book.half_days(slip.leave))
    return tr("{days} days", days=days) if kind.calendar_days else tr("{days} working days", days=days)


def _work(slip: Slip) -> Iterator[Line]:
    leave, names = slip.leave, slip.book.names
    stand_in = names.get(leave.stand_in, "")
    acting = names.get(leave.acting, "")
    yield (
        _label(tr("Stand-in")), Cell(stand_in, columns=2),
        _label(tr("In charge")), Cell(acting, columns=2),
    )  # fmt: skip
    yield _wide(tr("Handed over"), leave.handed_over)
    duties = tr("; ").join(slip.duties) if slip.duties else tr("none")
    if slip.waived:
        duties += tr(" ({count} waived by the duty leader)", count=slip.waived)
    yield _wide(tr("Duties touched"), duties)


def _decisions(slip: Slip) -> Iterator[Line]:
    """A box for each approver; what was decided stands in it, the rest is left for the pen."""
    decided = {each.approver: each for each in slip.steps}
    for approver in (Approver.SECTION_HEAD, Approver.DEPUTY, Approver.CHIEF, Approver.OUTSIDE):
        step = decided.get(approver)
        if approver is Approver.OUTSIDE and step is None:
            continue
        yield _wide(tr("Opinion: {who}", who=approver_text(approver)), _decided(step), room=_PEN)
    yield _wide(tr("Filed with"), "")


def _decided(step: LeaveStep | None) -> str:
    if step is None or step.decision is None or step.decided_at is None:
        return ""
    words = step.opinion or decision_text(step.decision)
    paper = tr("paper {number}", number=step.paper) if step.paper else ""
    return "　".join(filter(None, (words, step.signed, full_day(local(step.decided_at).date()), paper)))


def _return(slip: Slip) -> Iterator[Line]:
    leave = slip.leave
    back = ""
    if leave.back:
        back = tr("{day} {half}", day=full_day(leave.back[0]), half=half_text(leave.back[1]))
    yield (Cell(tr("Stub: extension and report-back"), columns=6, bold=True),)
    longer = next((each for each in slip.book.leaves if each.extends == leave.id and each.is_away), None)
    until = full_day(longer.period.last) if longer else ""
    yield _wide(tr("Extended until"), until)
    yield (
        _label(tr("Back since")), Cell(back, columns=2),
        _label(tr("Entered by")), Cell("", columns=2, room=_PEN),
    )  # fmt: skip
