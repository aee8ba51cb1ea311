"""Follow-ups and what was done about them as rows."""

from dutydesk.domain.followups import FollowUp, FollowUpStep, Source, Stage, StepKind
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value, moment_text, moment_value


def _follow_up_row(item: FollowUp) -> Row:
    return {
        "id": item.id, "number": item.number, "content": item.content, "source": item.source.value,
        "origin": item.origin, "unit": item.unit, "handler": item.handler, "responsible": item.responsible,
        "registered_at": instant_text(item.registered_at), "due": instant_text(item.due),
        "stage": int(item.stage), "answer": item.answer, "closed_by": item.closed_by,
        "closed_at": moment_text(item.closed_at),
    }  # fmt: skip


def _follow_up(row: Row) -> FollowUp:
    return FollowUp(
        **{
            **row,
            "source": Source(row["source"]),
            "registered_at": instant_value(row["registered_at"]),
            "due": instant_value(row["due"]),
            "stage": Stage(row["stage"]),
            "closed_at": moment_value(row["closed_at"]),
        }
    )


def _step_row(step: FollowUpStep) -> Row:
    return {
        "id": step.id, "follow_up": step.follow_up, "kind": step.kind.value, "at": instant_text(step.at),
        "done_by": step.done_by, "text": step.text, "due": instant_text(step.due), "stage": int(step.stage),
    }  # fmt: skip


def _step(row: Row) -> FollowUpStep:
    return FollowUpStep(
        **{
            **row,
            "kind": StepKind(row["kind"]),
            "at": instant_value(row["at"]),
            "due": instant_value(row["due"]),
            "stage": Stage(row["stage"]),
        }
    )


FOLLOW_UP_ITEMS = Table("follow_up", _follow_up_row, _follow_up, order="due, number")
FOLLOW_UP_STEPS = Table("follow_up_step", _step_row, _step, order="at, id", evidence=True)
