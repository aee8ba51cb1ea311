"""Leave and its types as rows."""

import json
from datetime import date

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, Leave, LeaveState, LeaveType
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table


def _type_row(kind: LeaveType) -> Row:
    return {
        "id": kind.id, "name": kind.name, "also": json.dumps(kind.also, ensure_ascii=False),
        "repaid": int(kind.repaid), "sort": kind.sort,
    }  # fmt: skip


def _type(row: Row) -> LeaveType:
    return LeaveType(**{**row, "also": tuple(json.loads(row["also"])), "repaid": bool(row["repaid"])})


def _leave_row(leave: Leave) -> Row:
    return {
        "id": leave.id, "person": leave.person, "type": leave.type,
        "first": leave.period.first.isoformat(), "from_half": leave.from_half.value,
        "last": leave.period.last.isoformat(), "to_half": leave.to_half.value, "reason": leave.reason,
        "leaves_city": int(leave.leaves_city), "stand_in": leave.stand_in, "approved_by": leave.approved_by,
        "state": leave.state.value,
    }  # fmt: skip


def _leave(row: Row) -> Leave:
    return Leave(
        id=row["id"],
        person=row["person"],
        type=row["type"],
        period=Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
        from_half=Half(row["from_half"]),
        to_half=Half(row["to_half"]),
        reason=row["reason"],
        leaves_city=bool(row["leaves_city"]),
        stand_in=row["stand_in"],
        approved_by=row["approved_by"],
        state=LeaveState(row["state"]),
    )


LEAVE_TYPES = Table("leave_type", _type_row, _type, order="sort, name")
LEAVES = Table("leave", _leave_row, _leave, order="first, person")
