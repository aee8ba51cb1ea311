"""F7 and F17: the registers of visitors and calls, and of documents and telegrams (domain.md §13)."""

from collections.abc import Iterable

from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet
from ui.clock import local
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead, page_words
from ui.words.log import level_text

VISITS = frozenset({LogKind.VISITOR, LogKind.PETITIONER, LogKind.CALL_IN, LogKind.MEETING_NOTICE})
PAPERS = frozenset({LogKind.DOCUMENT, LogKind.MESSAGE})


def visitor_sheet(entries: Iterable[LogEntry], head: Letterhead) -> Sheet:
    """来电来访登记表: who came or called, what for, and what became of it."""
    chosen = (each for each in entries if each.kind in VISITS)
    return Sheet(
        language=language(),
        title=tr("{office} register of calls and visitors", office=head.office.name),
        columns=(
            Column(tr("No."), 0.4),
            Column(tr("Time"), 0.9),
            Column(tr("Visitor or caller"), 1.0),
            Column(tr("Unit or address"), 1.3),
            Column(tr("ID or phone"), 1.2),
            Column(tr("Heads"), 0.5),
            Column(tr("Matter"), 2.8, Align.LEFT),
            Column(tr("Received by"), 0.9),
            Column(tr("Handling"), 1.3, Align.LEFT),
            Column(tr("Transferred to"), 1.0),
            Column(tr("Result"), 1.0, Align.LEFT),
            Column(tr("Left at"), 0.7),
        ),
        rows=tuple(_visit(number, each) for number, each in enumerate(chosen, 1)),
        lead=(head.seal_line, head.day_line),
        imprint=head.stamp,
        page_words=page_words(),
    )


def _visit(number: int, entry: LogEntry) -> Line:
    return (
        Cell(str(number)),
        Cell(f"{local(entry.at):%m-%d %H:%M}"),
        Cell(" ".join(filter(None, (entry.person, entry.title)))),
        Cell(entry.unit),
        Cell(entry.detail("id_number") or entry.phone),
        Cell(entry.detail("heads")),
        Cell(entry.content),
        Cell(entry.detail("received_by") or entry.recorder),
        Cell(entry.proposal),
        Cell(entry.detail("transferred_to")),
        Cell(entry.result),
        Cell(entry.detail("left_at")),
    )


def document_sheet(entries: Iterable[LogEntry], head: Letterhead) -> Sheet:
    """文电收发登记: of a classified one only number, level and receiver, never a title."""
    chosen = (each for each in entries if each.kind in PAPERS)
    return Sheet(
        language=language(),
        title=tr("{office} register of documents and telegrams", office=head.office.name),
        columns=(
            Column(tr("Received at"), 0.9),
            Column(tr("Sending unit"), 1.3),
            Column(tr("Document number"), 1.3),
            Column(tr("Title (classified: only that)"), 2.6, Align.LEFT),
            Column(tr("Level"), 0.7),
            Column(tr("Urgency"), 0.7),
            Column(tr("Copies"), 0.5),
            Column(tr("Received by"), 0.9),
            Column(tr("Handed to"), 1.2),
            Column(tr("Handed over at"), 0.9),
            Column(tr("Signed for"), 0.9),
            Column(tr("Notes"), 0.9),
        ),
        rows=tuple(_paper(each) for each in chosen),
        lead=(head.seal_line, head.day_line),
        imprint=head.stamp,
        page_words=page_words(),
    )


def _paper(entry: LogEntry) -> Line:
    classified = entry.level.classified
    title = tr("Classified document") if classified else entry.detail("document_title") or entry.content
    return (
        Cell(f"{local(entry.at):%m-%d %H:%M}"),
        Cell(entry.unit),
        Cell(entry.detail("document_number")),
        Cell(title),
        Cell(level_text(entry.level)),
        Cell(entry.detail("urgency")),
        Cell(entry.detail("copies")),
        Cell(entry.recorder),
        Cell(entry.detail("delivered_to")),
        Cell(entry.detail("delivered_at")),
        Cell(entry.detail("signed_by")),
        Cell("" if classified else entry.result),
    )
