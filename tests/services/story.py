"""An office in which every deed is done, from its founding to its roster; after each one may look."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from dutydesk.domain.calendar import CalendarDay, LegalClass, SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey, Post
from dutydesk.domain.leave import Half, Leave, LeaveState, LeaveType
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.chain import ApprovalRule, Approver, Decision, Level
from dutydesk.domain.leave.kinds import Counted
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Exemption, ExemptionScope, Pair, Section
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.domain.roster import Tally, Wish
from dutydesk.domain.rostering import make_plan
from dutydesk.services import (
    backups,
    calendar,
    duties,
    office,
    people,
    roster,
    settling,
    swaps,
    takeover,
    wishes,
)
from dutydesk.services.intake import (
    apply_calendar,
    apply_leave,
    apply_people,
    apply_tally,
    understand_calendar,
    understand_leave,
    understand_people,
    understand_tally,
)
from dutydesk.services.leave import approval, asking, returning, setup
from dutydesk.storage.store import Store
from tests.builders import NOTICES, day, days
from tests.invented import BY, sections, words
from tests.invented import people as invented_people
from tests.services.nights import DOWN, FRIDAY, seat
from tests.services.swapping import at, free, leader, stands

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 14))


def the_ground(store: Store, folder: Path) -> Iterator[None]:
    """The office, its pattern and its calendar."""
    yield office.save_office(store, replace(office.office(store), fax="0571-1"), by=BY)
    yield office.save_rules(store, PlanRules(rest_hours=11), FRIDAY, by=BY)
    yield office.adopt_preset(store, preset(PresetKind.FULL_DAY, words), by=BY)
    yield duties.save_posts(store, [Post("spare", "备勤")], by=BY)
    yield duties.remove_posts(store, ["spare"], by=BY)
    noon = replace(duties.pattern(store).shifts[0], id="noon", name="午间", starts=time(12), ends=time(14))
    yield duties.save_shifts(store, [noon], by=BY)
    yield duties.remove_shifts(store, ["noon"], by=BY)
    yield backups.set_second_folder(store, folder / "share", by=BY)
    yield apply_calendar(store, understand_calendar(store, NOTICES), by=BY)
    holiday = CalendarDay(day("2027-01-01"), LegalClass.STATUTORY_HOLIDAY, "元旦")
    yield calendar.adopt_notice(store, 2027, [holiday], "国办发明电", by=BY)
    yield calendar.save_days(store, [replace(holiday, day=day("2026-11-05"))], by=BY)
    yield calendar.clear_days(store, [day("2026-11-05")], by=BY)
    yield calendar.save_sensitive_periods(store, [SensitivePeriod("v", days("2026-11-01", 2), "会议")], by=BY)
    yield calendar.remove_sensitive_periods(store, ["v"], by=BY)


def the_people(store: Store, folder: Path) -> Iterator[None]:
    """Who belongs to the office, and what they are spared."""
    yield people.save_sections(store, [*sections(), Section("x", "旧科")], by=BY)
    yield people.remove_sections(store, ["x"], by=BY)
    yield people.save_people(store, invented_people(42), by=BY)
    yield people.arrange_people(store, ["p1", "p0"], by=BY)
    yield people.remove_people(store, ["p41"], by=BY)
    yield people.save_pairs(store, [Pair("ab", "p37", "p38", days("2026-11-01", 60))], by=BY)
    yield people.remove_pairs(store, ["ab"], by=BY)
    yield people.save_tallies(store, [Tally("t", "p1", "officer", "workday", 3)], by=BY)
    one = people.find_person(store, "p2")
    section = people.staff(store).section_name(one)
    yield apply_people(
        store, understand_people(store, _list(folder, "姓名,科室,职务", one.name, section)), by=BY
    )
    counted = _list(folder, "姓名,科室,岗位,2026年工作日", one.name, section, "值班员", "5")
    yield apply_tally(store, understand_tally(store, counted), by=BY)
    spared = Exemption("e", "p36", ExemptionScope.NIGHT, "孕期", confirmed=False)
    yield people.save_exemptions(store, [spared], by=BY)
    yield people.confirm_exemptions(store, ["e"], approved_by="副主任", by=BY)
    yield people.remove_exemptions(store, ["e"], by=BY)


def _list(folder: Path, heading: str, *row: str) -> Path:
    path = folder / "list.csv"
    path.write_text(f"{heading}\n{','.join((*row, '调研员'))}\n", "utf-8-sig")
    return path


def the_roster(store: Store, folder: Path) -> Iterator[None]:
    """Who stands what, by hand and by plan."""
    down = [(seat(at, *post), who) for post, whole in DOWN.items() for at, who in enumerate(whole)]
    yield roster.assign(store, down, by=BY)
    yield roster.lock(store, [seat()], locked=True, by=BY)
    yield roster.lock(store, [seat()], locked=False, by=BY)
    yield roster.note(store, seat(), "带机要包", by=BY)
    yield wishes.save_wishes(store, [Wish("w", "p15", day("2026-12-03"), wants=False)], by=BY)
    yield wishes.remove_wishes(store, ["w"], by=BY)
    situation = roster.situation_of(store, DECEMBER)
    yield roster.adopt_plan(store, situation, make_plan(situation, steps=500), by=BY)
    yield roster.publish(store, DECEMBER, by=BY)


def the_leave(store: Store, folder: Path) -> Iterator[None]:
    """Leave from its draft to the report back, and what the office sets for it."""
    yield setup.save_leave_types(store, [LeaveType("spare", "公休")], by=BY)
    yield setup.remove_leave_types(store, ["spare"], by=BY)
    rule = ApprovalRule("r", Level.STAFF, 0, None, (Approver.SECTION_HEAD,), kind="other")
    yield setup.save_approval_rules(store, [rule], by=BY)
    yield setup.remove_approval_rules(store, ["r"], by=BY)
    yield setup.save_leave_credits(store, [Credit("c", "p15", Counted.ANNUAL, 2026, 4)], by=BY)
    yield setup.remove_leave_credits(store, ["c"], by=BY)
    away = people.staff(store).named("p30")
    listed = folder / "leave.csv"
    listed.write_text(f"姓名,请假类型,开始,结束\n{away},事假,2026-11-24,2026-11-24\n", "utf-8-sig")
    yield apply_leave(store, understand_leave(store, listed), by=BY)
    yield asking.draft_leave(store, _leave("l", "p15"), by=BY)
    yield asking.ask_leave(store, _leave("l", "p15"), by=BY)
    yield approval.decide_leave(store, "l", Decision.AGREED, decider="p8", by=BY)
    today, longer = day("2026-11-25"), day("2026-11-26")
    yield asking.extend_leave(store, "l", longer, Half.AFTERNOON, reason="未愈", today=today, by=BY)
    (extension,) = (each for each in store.ask("select id from leave where extends = 'l'"))
    yield asking.cancel_leave(store, str(extension[0]), today=today, by=BY)
    yield returning.report_back(store, "l", longer, Half.MORNING, by=BY)
    yield asking.ask_leave(store, replace(_leave("m", "p1"), period=days("2026-11-20", 1)), by=BY)
    yield approval.waive_duties(store, "m", [seat()], reason="短会", waived_by="p0", by=BY)
    yield asking.cancel_leave(store, "m", today=day("2026-11-19"), by=BY)


def _leave(name: str, person: str) -> Leave:
    on = days("2026-11-25", 1)
    return Leave(name, person, "personal", on, reason="家中有事", stand_in="p22", handed_over="收文")


def exchanges(store: Store, folder: Path) -> Iterator[None]:
    """Duties that change hands, asked for and at once."""
    for close in (swaps.refuse, swaps.cancel):
        yield swaps.propose(store, _cover(store), by=BY)
        yield close(store, swaps.swaps(store, only_open=True)[0].id, "另有任务", by=BY)
    leading = leader(store)
    yield swaps.propose(store, cover := _cover(store), by=BY)
    yield swaps.agree(store, cover.id, by=BY)
    yield swaps.approve(store, cover.id, by=replace(BY, principal=leading, paper="换班单3号"))
    january = PlaceKey(day("2027-01-20"), *_of(PLACE))
    waiting = swaps.draw_up(store, LATER, free(store, LATER), returned=january.day, reason="外出培训", by=BY)
    yield swaps.propose(store, waiting, by=BY)
    yield swaps.agree(store, waiting.id, by=BY)
    yield swaps.approve(store, waiting.id, by=replace(BY, principal=leading, paper="换班单4号"))
    yield roster.assign(store, [(january, waiting.counterpart)], by=BY)
    yield swaps.apply_pending(store, waiting.id, by=BY)
    yield takeover.take_over(store, PLACE, free(store, PLACE), "突发高烧", by=at(PLACE.day, 22))
    gone = Leave("s", stands(store, LATEST)[1], "annual", days(LATEST.day, 1), state=LeaveState.PENDING)
    yield settling.settle_all(store, settling.settlement(store, gone, BY.at), by=BY)


PLACE = PlaceKey(date(2026, 12, 8), "full_day", "officer", 0)
LATER, LATEST = replace(PLACE, day=date(2026, 12, 10)), replace(PLACE, day=date(2026, 12, 12))


def _cover(store: Store) -> swaps.Swap:
    return swaps.draw_up(store, PLACE, free(store, PLACE), reason="外出培训", by=BY)


def _of(place: PlaceKey) -> tuple[str, str, int]:
    return place.shift, place.post, place.seat


GROUNDWORK = (the_ground, the_people, the_roster, the_leave, exchanges)
"""The chapters in their order; `story_of_a_night` goes on."""
