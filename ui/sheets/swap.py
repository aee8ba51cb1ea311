"""换（代）班审批单: who gives which duty to whom, the three words, the filing (F12, domain.md §13)."""

from collections.abc import Iterator

from dutydesk.domain.swaps import Swap, SwapKind, Word
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from ui.clock import local
from ui.i18n import full_day, language, tr
from ui.sheets.parts import NOBODY, Letterhead
from ui.words.duty_names import DutyNames
from ui.words.swaps import kind_text, state_text

_PEN = 18.0
"""Room in mm for an opinion, a signature and a date by hand."""
_WIDE = 5


def swap_sheet(swap: Swap, names: DutyNames, head: Letterhead) -> Sheet:
    """The form of one request, on one page in portrait; what was not said yet is left for the pen."""
    return Sheet(
        language=language(),
        title=tr("Approval of an exchange or cover of duties"),
        columns=tuple(Column(width=width) for width in (1.2, 1.2, 0.9, 1.3, 0.9, 1.3)),
        rows=(
            _person(tr("Applicant"), swap.applicant, names),
            _wide(tr("Duty given away"), names.duty(swap.place)),
            _wide(tr("Kind"), _kinds(swap)),
            _person(tr("Counterpart"), swap.counterpart, names),
            _wide(tr("Duty taken for it"), _returned(swap, names)),
            *_reasons(swap),
            *_words(swap, names),
            _wide(tr("Filed by the duty room"), _filed(swap), room=_PEN / 2),
        ),
        lead=(head.seal_line, tr("No. {number}", number=swap.filing or "　" * 4), head.day_line),
        notes=(tr("Whoever stands the duty carries its work and its responsibility."),),
        imprint=head.stamp,
        landscape=False,
        row_height=10.0,
    )


def _person(label: str, person_id: str, names: DutyNames) -> Line:
    person = names.people.get(person_id)
    return (
        Cell(label, bold=True), Cell(names.person(person_id)),
        Cell(tr("Section"), bold=True), Cell(names.staff.section_name(person) if person else ""),
        Cell(tr("Title"), bold=True), Cell(person.title if person else ""),
    )  # fmt: skip


def _wide(label: str, text: str, *, room: float = 0.0) -> Line:
    return Cell(label, bold=True), Cell(text, columns=_WIDE, align=Align.LEFT, room=room)


def _kinds(swap: Swap) -> str:
    """Every kind with a box, the one that it is with a tick."""
    return "　　".join(f"{'☑' if kind is swap.kind else '□'} {kind_text(kind)}" for kind in SwapKind)


def _returned(swap: Swap, names: DutyNames) -> str:
    if swap.returned:
        return names.duty(swap.returned)
    if swap.month:
        return tr("a duty of {month}, as soon as it is planned", month=f"{swap.month:%Y-%m}")
    return NOBODY


def _reasons(swap: Swap) -> Iterator[Line]:
    yield _wide(tr("Reason"), swap.reason or (tr("leave") if swap.leave else ""), room=_PEN / 2)
    if swap.urgency:
        yield _wide(tr("Why so late"), swap.urgency)
    if swap.closing:
        yield _wide(state_text(swap.state), swap.closing)


def _words(swap: Swap, names: DutyNames) -> Iterator[Line]:
    """The three words; where a leave's approval or an emergency stands for them, that is said."""
    if swap.leave:
        yield _wide(tr("Duty leader's opinion"), tr("Settled with the approval of the leave."), room=_PEN)
    elif swap.kind is SwapKind.TAKEOVER:
        yield _wide(tr("Duty leader's opinion"), "", room=_PEN)
    else:
        yield _wide(tr("Applicant's signature"), _said(swap.asked, names), room=_PEN)
        yield _wide(tr("Counterpart's confirmation"), _said(swap.agreed, names), room=_PEN)
        agreed = tr("Agreed.") if swap.approved else ""
        said = _said(swap.approved, names)
        yield _wide(tr("Duty leader's opinion"), "　".join(filter(None, (agreed, said))), room=_PEN)


def _said(word: Word | None, names: DutyNames) -> str:
    """Who said yes, when, and on which paper."""
    if word is None:
        return ""
    paper = tr("paper {number}", number=word.paper) if word.paper else ""
    at = local(word.at)
    return "　".join(filter(None, (names.person(word.person), f"{full_day(at.date())} {at:%H:%M}", paper)))


def _filed(swap: Swap) -> str:
    if not swap.filing:
        return ""
    at = f"{local(swap.applied_at):%Y-%m-%d %H:%M}" if swap.applied_at else ""
    return "　".join(filter(None, (swap.filing, at, state_text(swap.state))))
