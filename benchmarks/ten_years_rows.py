"""What a day of the office of `ten_years` leaves in its file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.followups import FollowUp, Stage
from dutydesk.domain.handover import EquipmentCheck, Handover, HandoverRules, ShiftNote, Takeover
from dutydesk.domain.incidents import Incident, Report, ReportKind, Told
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.domain.swaps import Swap, SwapKind, SwapState, Word
from dutydesk.domain.violations import State, Violation
from dutydesk.domain.watch import Attendance, shift_id
from dutydesk.storage.followups import FOLLOW_UP_ITEMS
from dutydesk.storage.handover import HANDOVERS, SHIFT_NOTES, TAKEOVERS
from dutydesk.storage.incidents import INCIDENTS, REPORTS_ISSUED, TOLD
from dutydesk.storage.log import LOG
from dutydesk.storage.overtime import OVERTIME
from dutydesk.storage.swaps import SWAPS
from dutydesk.storage.violations import VIOLATIONS
from dutydesk.storage.watch import ATTENDANCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from dutydesk.domain.roster import Duty
    from dutydesk.storage.table import Table

    Rows: TypeAlias = Iterator[tuple[Table[Any], Any]]

ZONE = ZoneInfo("Asia/Shanghai")
ENTRIES = 14
"""So many entries a day has."""
UNITS = (
    "市应急管理局",
    "市公安局",
    "市卫健委",
    "市水利局",
    "平桥镇政府",
    "城东街道办",
    "省政府总值班室",
    "市气象局",
)
MATTERS = (
    "来电报告辖区安全生产情况，一切正常，已按规定登记并向带班领导报告。",
    "通知明日上午九时在市政府三楼会议室召开防汛工作调度会，请主要负责同志参加。",
    "发布暴雨黄色预警，要求各单位加强值守，遇有情况及时上报，值班人员不得离岗。",
    "群众来电反映小区停水问题，已转市住建局处理，要求两小时内反馈办理结果。",
    "抽查值班在岗情况，带班领导与值班人员均在岗，通讯畅通，设备运行正常。",
    "传真电报一份，已登记编号并送秘书科办理，同时电话告知承办人及时取件。",
)
KINDS = (
    LogKind.CALL_IN,
    LogKind.MEETING_NOTICE,
    LogKind.WARNING,
    LogKind.CALL_IN,
    LogKind.CHECK_OTHERS,
    LogKind.CALL_OUT,
)
_entries, _others = count(1), count(1)


def of_day(dice: Random, day: date, duties: Sequence[Duty]) -> Rows:
    """Everything that the day leaves."""
    officer = next(each for each in duties if each.place.post == "officer")
    yield from _entries_of(dice, day, officer)
    yield from _watch(dice, day, duties)
    yield from _handover(day, officer)
    if dice.random() < 1 / 20:
        yield FOLLOW_UP_ITEMS, _follow_up(dice, day)
    if dice.random() < 1 / 30:
        yield from _incident(dice, day)
    if dice.random() < 1 / 15:
        yield SWAPS, _swap(dice, officer)
    if dice.random() < 1 / 60:
        yield VIOLATIONS, _violation(day, officer)
    if dice.random() < 1 / 5:
        yield OVERTIME, _overtime(dice, day)


def leave(dice: Random, year: int, at: int, number: int, today: date) -> Leave:
    """One of the absences of a year; one that is still to come waits."""
    first = date(year, 1, 1) + timedelta(days=dice.randrange(355))
    period = Period(first, first + timedelta(days=dice.randrange(6)))
    state = LeaveState.REPORTED_BACK if period.last < today else LeaveState.PENDING
    kind = dice.choice(("annual", "sick", "personal"))
    back = None if state is LeaveState.PENDING else (period.last, Leave("", "", "", period).to_half)
    return Leave(f"l{year}-{at}-{number}", f"p{at}", kind, period, reason="家中有事", state=state, back=back)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return (datetime.combine(day, time(0), ZONE) + timedelta(hours=hour, minutes=minute)).astimezone(UTC)


def _entries_of(dice: Random, day: date, officer: Duty) -> Rows:
    for hour in range(ENTRIES):
        number, what = next(_entries), dice.randrange(len(MATTERS))
        moment = _at(day, 9 + hour, dice.randrange(60))
        yield LOG, LogEntry(
            id=f"e{number}", number=number, kind=KINDS[what], at=moment, typed_at=moment, recorder="李堃",
            shift=shift_id(officer.place), unit=dice.choice(UNITS), person=f"王{dice.choice('明强军')}",
            phone=f"139{dice.randrange(10**8):08}", content=f"{day:%m%d}-{hour} {MATTERS[what]}",
            initials="wm lk",
        )  # fmt: skip


def _watch(dice: Random, day: date, duties: Sequence[Duty]) -> Rows:
    for duty in duties:
        if duty.actual and duty.place.post in {"officer", "leader"}:
            came = _at(day, 7, 30 + dice.randrange(29))
            left = came + timedelta(days=1)
            yield ATTENDANCES, Attendance(f"a{next(_others)}", duty.place, duty.actual, came, left)


def _handover(day: date, officer: Duty) -> Rows:
    shift, signed = shift_id(officer.place), _at(day, 32)
    note = ShiftNote(shift, "晴", "", "当班期间一切正常。", "注意防范夜间降雨。")
    checks = tuple(EquipmentCheck(each, in_order=True) for each in HandoverRules().equipment)
    yield SHIFT_NOTES, note
    yield HANDOVERS, Handover(
        id=shift, outgoing=officer.actual or "p1", signed_at=signed, note=note, equipment=checks,
        counts=(("call_in", ENTRIES),), items=(), quiet=False,
    )  # fmt: skip
    yield TAKEOVERS, Takeover(id=shift, incoming="p2", into="", signed_at=signed, items=(), orders=())


def _follow_up(dice: Random, day: date) -> FollowUp:
    number = next(_others)
    closed = _at(day, 80) if day < date(2026, 10, 1) else None
    return FollowUp(
        id=f"f{number}", content=dice.choice(MATTERS), registered_at=_at(day, 10), due=_at(day, 96),
        number=number,
        unit=dice.choice(UNITS), responsible="张明", stage=Stage.TALK,
        answer="已办结并回复" if closed else "",
        closed_by="p0" if closed else "", closed_at=closed,
    )  # fmt: skip


def _incident(dice: Random, day: date) -> Rows:
    number, learned = next(_others), _at(day, 14)
    yield INCIDENTS, Incident(
        id=f"i{number}", name=f"平桥镇{number}号道路险情", learned_at=learned, received_at=learned,
        number=number,
        place="平桥镇",
    )  # fmt: skip
    yield (
        TOLD,
        Told(id=f"t{number}", incident=f"i{number}", whom="市委总值班室", at=learned, typed_at=learned),
    )
    for kind, hours in ((ReportKind.INITIAL, 1), (ReportKind.FOLLOW_UP, 5), (ReportKind.FINAL, 24)):
        issued = learned + timedelta(hours=hours)
        yield REPORTS_ISSUED, Report(
            id=f"r{number}-{hours}", incident=f"i{number}", kind=kind, issued_at=issued, typed_at=issued,
            signed_by="赵明远", sequence=int(kind is ReportKind.FOLLOW_UP), number=next(_others),
            facts=(("summary", dice.choice(MATTERS)),),
        )  # fmt: skip


def _swap(dice: Random, officer: Duty) -> Swap:
    one, other = officer.actual or "p1", f"p{dice.randrange(60)}"
    asked = _at(officer.place.day, -48)
    return Swap(
        f"w{next(_others)}", SwapKind.COVER, officer.place, one, other, reason="外出培训",
        state=SwapState.APPLIED,
        asked=Word(one, asked), agreed=Word(other, asked), approved=Word("p0", asked), applied_at=asked,
    )  # fmt: skip


def _violation(day: date, officer: Duty) -> Violation:
    number = next(_others)
    return Violation(
        id=f"v{number}", number=number, kind=ViolationKind.LATE, person=officer.actual or "p1",
        at=_at(day, 8, 20),
        day=day, what="迟到二十分钟", due=100, place=officer.place, state=State.CONFIRMED, points=100,
        informed_on=day, confirmed_on=day,
    )  # fmt: skip


def _overtime(dice: Random, day: date) -> Overtime:
    return Overtime(
        id=f"o{next(_others)}", person=f"p{dice.randrange(60)}", starts=_at(day, 19), ends=_at(day, 22),
        reason="赶写材料", approved_by="赵明远", done="材料已报", word="属实", state=OvertimeState.VERIFIED,
    )  # fmt: skip
