"""What waits on the desks of the sample office, for the pictures of the user's guide."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.overtime import Overtime
from dutydesk.domain.spot_checks import Found, Item, Method, Presence, SpotCheck
from dutydesk.services import (
    charges,
    fairness,
    overtime,
    spot_checks,
    swaps,
    violations,
    watch,
)
from dutydesk.services.ids import new_id
from dutydesk.services.leave.asking import ask_leave
from ui.i18n import CHINESE, language

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutydesk.domain.watch import Stint
    from dutydesk.services.files import Store

CLERK = "李敏"


def paperwork(store: Store, now: datetime) -> None:
    """Add to the sample office's two days what waits on its desks until `now`."""
    instant = now.astimezone(UTC)

    def by(minutes: int, who: str = CLERK) -> Author:
        return Author(who, instant - timedelta(minutes=minutes))

    waiting_for_a_word(store, by, now.date())
    on_duty = [each for each in watch.stints(store, now.date(), now.date()) if each.person]
    judged(store, by, on_duty)


def waiting_for_a_word(store: Store, by: Callable[..., Author], today: date) -> None:
    """A cover that waits for its approval, and leave that waits for a duty inside to be settled."""
    ahead = watch.stints(store, today + timedelta(days=2), today + timedelta(days=9))
    leader = next(str(each.person) for each in ahead if each.leads)
    officers = [each for each in ahead if each.person and not each.leads]
    away, asked, paper = officers[7], by(55), say("换〔2026〕3号", "3/2026")
    free: list[str] = []
    for number, given in enumerate((officers[0], officers[4])):
        ranked = fairness.stand_ins(store, given.place)
        free = [each.person for each in ranked if not each.obstacles and each.person != given.person]
        on_paper = swaps.spoken_for(store, asked, str(given.person), paper)
        wanted = swaps.draw_up(
            store, given.place, free[number], reason=say("外出培训", "training"), by=on_paper
        )
        swaps.propose(store, wanted, by=on_paper)
        swaps.agree(store, wanted.id, by=swaps.spoken_for(store, by(50), free[number], paper))
        if number:
            swaps.approve(store, wanted.id, by=swaps.spoken_for(store, by(48), leader, paper))
    stand_in = next(each for each in free if each != away.person)
    ask_leave(store, Leave(
        id=new_id(asked.at), person=str(away.person), type="annual",
        period=Period(away.place.day, away.place.day + timedelta(days=1)),
        reason=say("探亲", "family"), stand_in=stand_in, handed_over=say("收文登记", "register of documents"),
        state=LeaveState.PENDING,
    ), by=asked)  # fmt: skip


def judged(store: Store, by: Callable[..., Author], on_duty: list[Stint]) -> None:
    """A check, a violation that was confirmed and one that runs, and overtime that waits."""
    accused = [str(each.person) for each in on_duty[1:3]]
    for person, kind, what, when in (
        (accused[0], ViolationKind.ABSENT_FROM_POST, say("21时查岗不在岗", "not there at 21:00"), 1200),
        (accused[1], ViolationKind.LATE, say("接班迟到20分钟", "20 minutes late"), 1000),
    ):
        at = by(when, say("政工科", "personnel section"))
        charges.register(store, charges.Charge(kind=kind, at=at.at, what=what, person=person), by=at)
    first = min(violations.readable(store, ""), key=lambda each: each.number)
    violations.inform(store, first.id, by=by(1190))
    violations.hear(store, first.id, say("外出就餐", "went to eat"),
                    by=replace(by(1100), paper=say("说明1号", "statement 1")))  # fmt: skip
    violations.verify(store, first.id, by=by(900, say("政工科核实人", "verifier")))
    violations.confirm(store, first.id, by=by(800, say("分管领导", "deputy in charge")))
    at = by(20)
    found = tuple(Found(each.place, str(each.person), Presence.ON_POST) for each in on_duty[:-1])
    spot_checks.record(store, SpotCheck(
        id=new_id(at.at), at=at.at, method=Method.PHONE, shift=on_duty[0].shift, found=found,
        inspector=say("政工科", "personnel section"), seconds=2,
        items=((Item.LEADER_ON_POST, True), (Item.PHONE_WORKS, True)),
        problem=say("值班记录不够具体", "the log is too brief"),
    ), by=at)  # fmt: skip
    begun = by(600)
    overtime.request(store, Overtime(
        id=new_id(begun.at), person=accused[0], starts=begun.at - timedelta(hours=4), ends=begun.at,
        reason=say("全县经济工作会议材料", "papers of the economic conference"),
    ), by=by(900))  # fmt: skip


def say(chinese: str, english: str) -> str:
    """The words of the scene in the language of the pictures."""
    return chinese if language() == CHINESE else english
