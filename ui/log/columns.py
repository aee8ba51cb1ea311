"""The columns of the log, and how an entry stands: open, settled, or corrected by another."""

from collections.abc import Collection
from dataclasses import dataclass

from dutydesk.domain.log import Bearing, LogEntry
from ui.clock import local
from ui.i18n import tr
from ui.widgets.table_model import Column
from ui.words.log import content_of, kind_text, other_side


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry and whether something in it is still open."""

    entry: LogEntry
    open: bool


def log_lines(entries: Collection[LogEntry], open_ids: Collection[str]) -> list[LogLine]:
    """The entries as lines."""
    return [LogLine(each, each.id in open_ids) for each in entries]


def log_columns() -> list[Column[LogLine]]:
    """Number, time, kind, other side, content, what became of it, recorder."""
    return [
        Column(
            "number", tr("No."), lambda line: str(line.entry.number), sort_key=lambda line: line.entry.number
        ),
        Column(
            "at",
            tr("Time"),
            lambda line: f"{local(line.entry.at):%Y-%m-%d %H:%M}",
            sort_key=lambda line: line.entry.at,
        ),
        Column("kind", tr("Kind"), lambda line: kind_text(line.entry.kind)),
        Column(
            "side", tr("Unit and person"), lambda line: other_side(line.entry).replace("\n", " "), width=24
        ),
        Column(
            "content",
            tr("Content"),
            lambda line: content_of(line.entry).replace("\n", " "),
            tip=lambda line: content_of(line.entry),
            width=60,
        ),
        Column("result", tr("Result"), lambda line: line.entry.result, width=16),
        Column("state", tr("State"), state_text, ink=lambda line: "warning" if line.open else "dim"),
        Column("recorder", tr("Recorder"), lambda line: line.entry.recorder),
    ]


def state_text(line: LogLine) -> str:
    """What the entry is: still open, or about an earlier one."""
    if line.open:
        return tr("still to be done")
    words = {
        Bearing.NEW: "",
        Bearing.CORRECTS: tr("correction"),
        Bearing.CONTINUES: tr("continuation"),
        Bearing.SETTLES: tr("settlement"),
    }
    return words[line.entry.bearing]
