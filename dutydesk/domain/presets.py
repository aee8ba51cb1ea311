"""The usual shift patterns to start from (domain.md §4.1, §5.4); their words come from outside."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Places, Post, ShiftType, Turn
from dutydesk.domain.leave import Counted, LeaveType

WORKDAY, RESTDAY, HOLIDAY = RotationClass
Words = Callable[[str], str]


class PresetKind(StrEnum):
    """One shift of 24 hours; gaps around office hours; day and night; a week each."""

    FULL_DAY = "24h"
    GAPS = "gaps"
    DAY_NIGHT = "daynight"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Preset:
    """Posts, shifts and leave types to start with."""

    posts: tuple[Post, ...]
    shifts: tuple[ShiftType, ...]
    leave_types: tuple[LeaveType, ...]


_ALSO = {
    "leader": ("带班领导", "带班", "总带班", "总带班领导", "领导带班", "duty leader", "leader"),
    "officer": (
        "值班员",
        "值班人员",
        "值班干部",
        "主班",
        "副班",
        "duty officer",
        "officer",
        "main",
        "deputy",
    ),
    "noon_officer": (
        "值班员",
        "值班人员",
        "值班干部",
        "午间值班员",
        "duty officer",
        "officer",
        "noon officer",
    ),
    "day_officer": ("值班员", "值班人员", "值班干部", "白班", "白班值班员", "duty officer", "officer"),
    "night_officer": ("值班员", "值班人员", "值班干部", "夜班", "夜班值班员", "duty officer", "officer"),
    "mid_level": ("中层干部", "中层", "中层正职", "mid-level cadre", "mid-level"),
    "driver": ("司机", "驾驶员", "值班司机", "driver", "duty driver"),
}
_POSTS = {
    PresetKind.FULL_DAY: ("leader", "officer", "mid_level", "driver"),
    PresetKind.GAPS: ("leader", "noon_officer", "officer", "mid_level", "driver"),
    PresetKind.DAY_NIGHT: ("leader", "day_officer", "night_officer", "mid_level", "driver"),
    PresetKind.WEEKLY: ("leader", "officer", "driver"),
}
_LEAVE = (
    LeaveType("annual", "", ("年休假", "年假", "休假"), repaid_days=15, account=Counted.ANNUAL),
    LeaveType("personal", "", ("事假",), repaid_days=15),
    LeaveType("sick", "", ("病假",), repaid_days=15, certificate_days=2),
    LeaveType("long_sick", "", ("长期病假", "长病假"), repaid=False, certificate_days=1),
    LeaveType("marriage", "", ("婚假",)),
    LeaveType("maternity", "", ("产假",), repaid=False, calendar_days=True),
    LeaveType("paternity", "", ("护理假", "陪产假"), calendar_days=True),
    LeaveType("bereavement", "", ("丧假",)),
    LeaveType("home_visit", "", ("探亲假",), calendar_days=True),
    LeaveType("comp_rest", "", ("补休", "调休"), account=Counted.REST),
    LeaveType("official", "", ("公出", "出差", "因公外出")),
    LeaveType("training", "", ("学习培训", "培训", "学习", "脱产学习"), repaid=False),
    LeaveType("secondment", "", ("借调", "抽调", "挂职", "驻村"), repaid=False),
    LeaveType("work_injury", "", ("工伤", "工伤假"), repaid=False, certificate_days=1),
    LeaveType("other", "", ("其他",)),
)
"""Names are codes' words; the rules are those of domain.md §1, §5.2 and §5.4."""


def preset(kind: PresetKind, words: Words) -> Preset:
    """One preset in the office's language; `words` names a code such as "leader" or "night_shift"."""
    posts = tuple(_post(code, sort, words) for sort, code in enumerate(_POSTS[kind], 1))
    types = tuple(replace(each, name=words(each.id), sort=sort) for sort, each in enumerate(_LEAVE, 1))
    return Preset(posts, _SHIFTS[kind](words), types)


def with_usual_rules(kind: LeaveType) -> LeaveType:
    """A kind of leave that has no rules yet with those it usually has, if it is a usual kind."""
    plain = LeaveType(kind.id, kind.name, kind.also, kind.repaid, kind.sort)
    usual = next((each for each in _LEAVE if each.id == kind.id), kind)
    return kind if kind != plain else replace(usual, name=kind.name, also=kind.also, sort=kind.sort)


def _post(code: str, sort: int, words: Words) -> Post:
    seats = (words("main_officer"), words("deputy_officer")) if code == "officer" else ()
    return Post(code, words(code), _ALSO[code], seats, sort, leads=code == "leader")


def _places(*heads: tuple[str, int, int, int]) -> tuple[Places, ...]:
    """Places from (post, heads on workdays, on rest days, on holidays)."""
    return tuple(
        Places(post, rotation, count)
        for post, *counts in heads
        for rotation, count in zip(RotationClass, counts, strict=True)
        if count
    )


def _full_day(words: Words) -> tuple[ShiftType, ...]:
    places = _places(("leader", 1, 1, 1), ("officer", 2, 2, 2), ("mid_level", 0, 0, 1), ("driver", 1, 1, 1))
    return (ShiftType("full_day", words("full_day_shift"), time(8), time(8), places, night=True, sort=1),)


def _gaps(words: Words) -> tuple[ShiftType, ...]:
    night = _places(("leader", 1, 0, 0), ("officer", 2, 0, 0), ("driver", 1, 0, 0))
    rest = _places(("leader", 0, 1, 1), ("officer", 0, 2, 2), ("mid_level", 0, 0, 1), ("driver", 0, 1, 1))
    return (
        ShiftType(
            "noon", words("noon_shift"), time(11, 50), time(13), _places(("noon_officer", 1, 0, 0)), sort=1
        ),
        ShiftType("night", words("night_shift"), time(17), time(9), night, night=True, sort=2),
        ShiftType("rest_day", words("full_day_shift"), time(9), time(9), rest, night=True, sort=3),
    )


def _day_night(words: Words) -> tuple[ShiftType, ...]:
    lead = _places(("leader", 1, 1, 1), ("mid_level", 0, 0, 1))
    day = _places(("day_officer", 1, 1, 1))
    night = _places(("night_officer", 1, 1, 1), ("driver", 1, 1, 1))
    return (
        ShiftType("lead", words("lead_duty"), time(8, 30), time(8, 30), lead, night=True, sort=1),
        ShiftType("day", words("day_shift"), time(8, 30), time(17, 30), day, sort=2),
        ShiftType("night", words("night_shift"), time(17, 30), time(8, 30), night, night=True, sort=3),
    )


def _weekly(words: Words) -> tuple[ShiftType, ...]:
    places = _places(("leader", 1, 1, 1), ("officer", 2, 2, 2), ("driver", 1, 1, 1))
    week = ShiftType(
        "week", words("weekly_shift"), time(9), time(9), places, night=True, turn=Turn.WEEK, sort=1
    )
    return (week,)


_SHIFTS: dict[PresetKind, Callable[[Words], tuple[ShiftType, ...]]] = {
    PresetKind.FULL_DAY: _full_day,
    PresetKind.GAPS: _gaps,
    PresetKind.DAY_NIGHT: _day_night,
    PresetKind.WEEKLY: _weekly,
}
