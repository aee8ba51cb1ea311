"""F5, the handover of one shift, with both signatures and the anchor of the journal (domain.md §13)."""

from collections.abc import Callable

from dutydesk.domain.handover import Item
from dutydesk.domain.log import LogKind
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from dutydesk.services.crew import Crew
from dutydesk.services.handover import HandoverSheet
from ui.clock import local
from ui.i18n import full_day, language, tr
from ui.sheets.duty_log import people_line
from ui.sheets.parts import Letterhead, page_words
from ui.words.handover import equipment_text, item_text
from ui.words.log import kind_text


def handover_sheet(
    shown: HandoverSheet, crew: Crew | None, named: Callable[[str], str], head: Letterhead
) -> Sheet:
    """One handover on one page; `named` gives the name of a person by id."""
    return Sheet(
        language=language(),
        title=tr("{office} handover of the shift", office=head.office.name),
        columns=tuple(Column(width=width) for width in (1.0, 2.4, 1.0, 2.4)),
        rows=(
            *_who(shown, crew, named),
            _wide(tr("Main matters of the shift"), _main(shown)),
            _wide(tr("Open matters"), "\n".join(_line(each) for each in shown.items) or tr("none")),
            _wide(tr("Warnings and what to watch"), _watch(shown)),
            _wide(tr("Standing orders"), "\n".join(each.text for each in shown.orders) or tr("none")),
            _wide(tr("Equipment and things"), _equipment(shown)),
            _wide(tr("Objections"), (shown.takeover.objection if shown.takeover else "") or tr("none")),
            *_signatures(shown, named),
        ),
        lead=(head.seal_line, head.phone_line, head.day_line),
        imprint=head.stamp,
        page_words=page_words(),
        landscape=True,
    )


def _who(shown: HandoverSheet, crew: Crew | None, named: Callable[[str], str]) -> tuple[Line, ...]:
    given, taken = shown.handover, shown.takeover
    return (
        (
            _label(tr("Shift")),
            _text(f"{full_day(shown.day)} {crew.name if crew else ''}".strip()),
            _label(tr("Handed over at")),
            _text(f"{local(taken.signed_at):%Y-%m-%d %H:%M}" if taken else ""),
        ),
        (
            _label(tr("Outgoing officer")),
            _text(named(given.outgoing) if given else ""),
            _label(tr("Incoming officer")),
            _text(named(taken.incoming) if taken else ""),
        ),
        _wide(tr("On duty"), people_line(crew)),
    )


def _main(shown: HandoverSheet) -> str:
    """The summary, and how many entries of each kind; a quiet shift says so."""
    counts = tr("; ").join(
        tr("{kind} {count}", kind=kind_text(LogKind(kind)), count=count) for kind, count in shown.counts
    )
    quiet = tr("Nothing unusual in this shift.") if shown.quiet else ""
    return "\n".join(filter(None, (quiet, shown.note.summary, counts)))


def _line(item: Item) -> str:
    """One open matter by reference: its kind, number, words and deadline."""
    number = tr("No. {number}", number=item.number) if item.number else ""
    due = tr("due {time}", time=f"{local(item.due):%m-%d %H:%M}") if item.due else ""
    words = item.text.replace("\n", " ")
    return " ".join(filter(None, (f"[{item_text(item.kind)}]", number, words, due)))


def _watch(shown: HandoverSheet) -> str:
    note = shown.note
    weather = tr("Weather: {weather}", weather=note.weather) if note.weather else ""
    return "\n".join(filter(None, (weather, note.warnings, note.watch_points))) or tr("none")


def _equipment(shown: HandoverSheet) -> str:
    """What was looked at, with a tick or what is wrong; before signing, the list with empty boxes."""
    if shown.handover is None:
        return "　".join(f"□ {equipment_text(each)}" for each in shown.rules.equipment)
    checks = (
        f"{'√' if each.in_order else '×'} {equipment_text(each.name)} {each.note}".rstrip()
        for each in shown.handover.equipment
    )
    return "　".join(checks)


def _signatures(shown: HandoverSheet, named: Callable[[str], str]) -> tuple[Line, ...]:
    given, taken, review = shown.handover, shown.takeover, shown.review
    out = (
        f"{named(given.outgoing)}\n{local(given.signed_at):%Y-%m-%d %H:%M:%S}\n{given.anchor}"
        if given
        else ""
    )
    into = (
        f"{named(taken.incoming)}\n{local(taken.signed_at):%Y-%m-%d %H:%M:%S}\n{taken.anchor}"
        if taken
        else ""
    )
    noted = f"{review.leader} {review.opinion}\n{local(review.signed_at):%Y-%m-%d %H:%M}" if review else ""
    return (
        (
            _label(tr("Outgoing signature")),
            Cell(out, room=20.0),
            _label(tr("Incoming signature")),
            Cell(into, room=20.0),
        ),
        (_label(tr("Duty leader's opinion and signature")), Cell(noted, columns=3, room=16.0)),
    )


def _label(text: str) -> Cell:
    return Cell(text, bold=True)


def _text(text: str) -> Cell:
    return Cell(text, align=Align.LEFT)


def _wide(label: str, text: str) -> Line:
    return (_label(label), Cell(text, columns=3, align=Align.LEFT))
