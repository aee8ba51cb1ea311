"""Who signed in and out as rows."""

from dutydesk.domain.watch import Attendance, Standing
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import (
    instant_text,
    instant_value,
    moment_text,
    moment_value,
    place_row,
    place_value,
)


def _attendance_row(attendance: Attendance) -> Row:
    return {
        "id": attendance.id, **place_row(attendance.place), "person": attendance.person,
        "came_at": instant_text(attendance.came_at), "left_at": moment_text(attendance.left_at),
        "standing": attendance.standing.value, "note": attendance.note,
    }  # fmt: skip


def _attendance(row: Row) -> Attendance:
    return Attendance(
        row["id"],
        place_value(row),
        row["person"],
        instant_value(row["came_at"]),
        moment_value(row["left_at"]),
        Standing(row["standing"]),
        row["note"],
    )


ATTENDANCES = Table("attendance", _attendance_row, _attendance, order="came_at, id")
