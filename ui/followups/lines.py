"""The rows of follow-ups, and what was done about one of them."""

from dataclasses import dataclass
from datetime import datetime

from dutydesk.domain.followups import Colour, FollowUp, FollowUpRules, StepKind, Urgency
from dutydesk.services.followups import FollowUpFile
from ui.clock import local
from ui.i18n import tr
from ui.widgets.table_model import Column
from ui.words.handover import colour_text, urgency_text

_INKS = {Colour.BLUE: "note", Colour.ORANGE: "warning", Colour.RED: "error"}


@dataclass(frozen=True, slots=True)
class Matter:
    """A follow-up at an instant."""

    item: FollowUp
    now: datetime
    rules: FollowUpRules

    @property
    def urgency(self) -> Urgency:
        """How near its deadline is."""
        return self.item.urgency(self.now, self.rules)


def matter_columns() -> list[Column[Matter]]:
    """Number, colour, content, who, until when, how it stands."""
    return [
        Column("number", tr("No."), lambda row: str(row.item.number), sort_key=lambda row: row.item.number),
        Column(
            "stage",
            tr("Colour and stage"),
            lambda row: colour_text(row.item.colour),
            sort_key=lambda row: int(row.item.stage),
            ink=lambda row: _INKS[row.item.colour],
        ),
        Column("content", tr("Matter to be done"), lambda row: row.item.content, width=34),
        Column("who", tr("Responsible"), _who, width=18),
        Column("due", tr("Deadline"), lambda row: _instant(row.item.due), sort_key=lambda row: row.item.due),
        Column("state", tr("State"), state_words, ink=_state_ink),
    ]


def state_words(row: Matter) -> str:
    """Closed, or how near the deadline is."""
    return tr("closed") if row.item.closed_at else urgency_text(row.urgency)


def _state_ink(row: Matter) -> str:
    if row.item.closed_at:
        return "dim"
    return {Urgency.IN_TIME: "good", Urgency.NEAR: "warning", Urgency.OVERDUE: "error"}[row.urgency]


def _who(row: Matter) -> str:
    return " ".join(filter(None, (row.item.unit, row.item.responsible)))


def story(found: FollowUpFile) -> str:
    """Every step, in the order of time."""
    words = {
        StepKind.REGISTERED: tr("registered"),
        StepKind.PROGRESS: tr("progress"),
        StepKind.EXTENDED: tr("extended"),
        StepKind.ESCALATED: tr("next stage"),
        StepKind.CLOSED: tr("closed"),
    }
    return "\n".join(
        tr(
            "{time} {step}: {text} ({person}), due {due}",
            time=_instant(each.at),
            step=words[each.kind],
            text=each.text or "—",
            person=each.done_by,
            due=_instant(each.due),
        )
        for each in found.steps
    )


def _instant(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"
