"""Posts and shift types as rows."""

import json
from datetime import time

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Places, Post, Season, ShiftType, Turn
from dutydesk.storage.journal import Row
from dutydesk.storage.people import day_text, day_value
from dutydesk.storage.table import Table


def _post_row(post: Post) -> Row:
    return {
        "id": post.id, "name": post.name, "also": json.dumps(post.also, ensure_ascii=False),
        "seats": json.dumps(post.seats, ensure_ascii=False), "sort": post.sort, "leads": int(post.leads),
    }  # fmt: skip


def _post(row: Row) -> Post:
    return Post(
        **{
            **row,
            "also": tuple(json.loads(row["also"])),
            "seats": tuple(json.loads(row["seats"])),
            "leads": bool(row["leads"]),
        }
    )


def _shift_row(shift: ShiftType) -> Row:
    season = [*shift.season.first, *shift.season.last] if shift.season else []
    return {
        "id": shift.id, "name": shift.name, "starts": f"{shift.starts:%H:%M}", "ends": f"{shift.ends:%H:%M}",
        "places": json.dumps([[each.post, each.rotation.value, each.heads] for each in shift.places]),
        "night": int(shift.night), "rest_hours": shift.rest_hours, "turn": shift.turn.value,
        "season": json.dumps(season), "first": day_text(shift.first), "last": day_text(shift.last),
        "sort": shift.sort,
    }  # fmt: skip


def _shift(row: Row) -> ShiftType:
    season = json.loads(row["season"])
    places = json.loads(row["places"])
    return ShiftType(
        **{
            **row,
            "starts": time.fromisoformat(row["starts"]),
            "ends": time.fromisoformat(row["ends"]),
            "places": tuple(Places(post, RotationClass(rotation), heads) for post, rotation, heads in places),
            "night": bool(row["night"]),
            "turn": Turn(row["turn"]),
            "season": Season((season[0], season[1]), (season[2], season[3])) if season else None,
            "first": day_value(row["first"]),
            "last": day_value(row["last"]),
        }
    )


POSTS = Table("post", _post_row, _post, order="sort, name")
SHIFTS = Table("shift_type", _shift_row, _shift, order="sort, starts")
