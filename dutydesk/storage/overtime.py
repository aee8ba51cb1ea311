"""Overtime as rows."""

from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value


def _overtime_row(overtime: Overtime) -> Row:
    return {
        "id": overtime.id, "person": overtime.person, "starts": instant_text(overtime.starts),
        "ends": instant_text(overtime.ends), "reason": overtime.reason, "approved_by": overtime.approved_by,
        "done": overtime.done, "word": overtime.word, "note": overtime.note, "state": overtime.state.value,
    }  # fmt: skip


def _overtime(row: Row) -> Overtime:
    instants = {name: instant_value(row[name]) for name in ("starts", "ends")}
    return Overtime(**{**row, **instants, "state": OvertimeState(row["state"])})


OVERTIME = Table("overtime", _overtime_row, _overtime, order="starts, person")
