"""A night, what was found in it, and what became of that: the second half of the story."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dutydesk.domain.accounts import Role
from dutydesk.domain.followups import FollowUp
from dutydesk.domain.handover import EquipmentCheck, HandoverRules, ShiftNote, StandingOrder
from dutydesk.domain.incidents import NEEDED, Grade, Incident, Report, ReportKind, Told
from dutydesk.domain.instructions import Instruction
from dutydesk.domain.log import LogEntry, LogKind, LogTemplate
from dutydesk.domain.overtime import Overtime
from dutydesk.domain.seals import Occasion
from dutydesk.domain.sign_in import SignInRules
from dutydesk.domain.spot_checks import Found, Method, Presence, SpotCheck
from dutydesk.domain.violations import State
from dutydesk.errors import TooSoonError, WrongCodeError, WrongSecretError
from dutydesk.services import (
    accounts,
    break_glass,
    circulars,
    clock_doubt,
    discipline,
    disclosures,
    followups,
    handover,
    incidents,
    instructions,
    log,
    overtime,
    scores,
    seals,
    sign_in,
    spot_checks,
    violations,
    watch,
)
from dutydesk.services.charges import register
from dutydesk.services.open_items import open_items
from dutydesk.storage.store import Store
from tests.builders import CHEAP, day, days
from tests.invented import BY
from tests.services.cases import charge
from tests.services.doors import BOSS, CODE, PHRASE, PIN
from tests.services.nights import DEPUTY, FRIDAY, MAIN, arrive, by, seat

SHIFT = "2026-11-20/full_day"
DAY = 24.0
OVER = 60 * DAY
"""The nineteenth of January, in hours after Friday's 8:00: every appeal of the year is over."""


def a_night(store: Store, folder: Path) -> Iterator[None]:
    """A shift from sign-in to handover, with all that comes in."""
    yield arrive(store, 0, MAIN, DEPUTY)
    yield watch.note_vacancies(store, by=by(0.6))
    yield from _the_log(store)
    yield from _the_incident(store)
    yield from _the_matter(store)
    order = StandingOrder("so", "雨情两小时一报", "赵主任", FRIDAY)
    yield handover.save_orders(store, [order], by=by(9))
    yield handover.save_note(store, ShiftNote(SHIFT, "雨"), by=by(9))
    deputy = next(each for each in store.ask("select id from attendance where person = 'p2'"))
    yield watch.sign_out(store, str(deputy[0]), by=by(10, reason="腹痛"))
    yield arrive(store, 1, MAIN)
    looked_at = [EquipmentCheck(each, in_order=True) for each in HandoverRules().equipment]
    yield handover.hand_over(store, SHIFT, "p1", looked_at, by=by(24.1))
    seen = [each.key for each in open_items(store)]
    yield handover.take_over(store, SHIFT, "p3", seen=seen, acknowledged=["so"], by=by(24.2))
    yield handover.review(store, SHIFT, "赵主任", "阅", by=by(25))


def _the_log(store: Store) -> Iterator[None]:
    keep = (
        (log.record, ()), (log.correct, ("e0",)), (log.pursue, ("e1",)), (log.settle, ("e1",)),
    )  # fmt: skip
    for number, (deed, about) in enumerate(keep):
        moment = by(1 + number / 10)
        entry = LogEntry(
            id=f"e{number}", kind=LogKind.CALL_IN, at=moment.at, typed_at=moment.at, content="来电", open=True
        )
        yield deed(store, entry, *about, by=moment)
    yield log.save_templates(store, [LogTemplate("t", LogKind.CALL_IN, "雨情", "报雨情")], by=by(2))
    yield log.remove_templates(store, ["t"], by=by(2))


def _the_incident(store: Store) -> Iterator[None]:
    two = by(6).at
    slide = Incident(id="i", name="边坡塌方", learned_at=two, received_at=two, grade=Grade.MAJOR)
    yield incidents.open_incident(store, slide, by=by(6))
    yield incidents.change_incident(store, replace(slide, grade=Grade.EXTREME), by=by(6.1))
    told = Told(id="t", incident="i", whom="省总值班室", at=by(6.2).at, typed_at=by(6.2).at)
    yield incidents.tell(store, told, by=by(6.2))
    facts = tuple((each, "正在核实") for each in NEEDED[ReportKind.INITIAL])
    report = Report(
        id="r", incident="i", kind=ReportKind.INITIAL, issued_at=by(6.4).at, typed_at=by(6.4).at,
        signed_by="赵主任", facts=facts,
    )  # fmt: skip
    yield incidents.issue_report(store, report, by=by(6.4))
    given = Instruction(
        id="n", leader="赵主任", content="派人核实", given_at=two, typed_at=two, spoken=True, read_back=True
    )
    yield instructions.take_instruction(store, given, by=by(6.5))
    yield instructions.pass_on(store, "n", "水利局", by(6.6).at, by=by(6.6))
    yield instructions.report_result(store, "n", "已到场", by(6.8).at, by=by(6.8))


def _the_matter(store: Store) -> Iterator[None]:
    matter = FollowUp(
        id="f", content="修复边坡", registered_at=by(7).at, due=by(7.5).at, handler="p2", responsible="孙镕"
    )
    yield followups.register(store, matter, by=by(7))
    yield followups.add_progress(store, "f", "设备已进场", by=by(7.1))
    yield followups.extend(store, "f", by(8).at, by=by(7.2, reason="降雨"))
    yield followups.escalate(store, "f", by(20).at, by=by(8.1))
    yield followups.close(store, "f", "已修复", "p0", by=by(8.2))


def discipline_of_it(store: Store, folder: Path) -> Iterator[None]:
    """What was found, and what becomes of it."""
    yield spot_checks.plan(store, days(FRIDAY, 3), 270_419, by=by(9))
    found = (Found(seat(), "p1", Presence.ABSENT),)
    check = SpotCheck(id="sc", at=by(13).at, method=Method.SITE, shift=SHIFT, inspector="周主任", found=found)
    yield spot_checks.record(store, check, by=by(13))
    yield discipline.dismiss(store, discipline.waiting(store)[0].candidate.id, "已报告", by=by(26))
    judged = _through_judgement(store)
    yield from judged
    yield scores.add_points(store, "p2", FRIDAY, 100, "处置得当", by=by(30))
    week = circulars.compose(store, days("2026-11-16", 7), named=True, by=by(4 * DAY))
    yield circulars.issue(store, week, by=by(4 * DAY))


def _through_judgement(store: Store) -> Iterator[None]:
    """Five violations: one appealed, the others ended in each of the other ways."""
    for number in range(4):
        yield register(store, charge(hours=13 + number), by=by(27))
    first, *others = (each.id for each in violations.of_year(store, 2026))
    for case in (first, others[-1]):
        yield violations.inform(store, case, by=by(28))
        yield violations.hear(store, case, "突发胃痛", by=by(28))
        yield violations.verify(store, case, by=by(28))
        yield violations.confirm(store, case, by=by(29))
    yield violations.appeal(store, first, "请复核", by=by(29))
    yield violations.decide(store, first, State.MAINTAINED, "事实清楚", by=by(29))
    endings = (violations.excuse, violations.drop, violations.cancel)
    for end, case in zip(endings, others, strict=True):
        yield end(store, case, "有据可查", by=by(30))


def rest(store: Store, folder: Path) -> Iterator[None]:
    """Overtime, and what is taken out of the file."""
    for name in ("o", "refused"):
        late = Overtime(id=name, person="p1", starts=by(34).at, ends=by(38).at, reason="防汛会商")
        yield overtime.request(store, late, by=by(30))
    yield overtime.refuse(store, "refused", "可次日办理", by=by(31))
    yield overtime.record(store, "o", by(34).at, by(38).at, "起草", by=by(40))
    yield overtime.verify(store, "o", by=by(41))
    yield disclosures.disclose_journal(store, "全部", 1, by=by(42))
    yield disclosures.disclose_contacts(store, "通讯录.pdf", 41, by=by(42))


def the_end(store: Store, folder: Path) -> Iterator[None]:
    """A clock that leaps, the seal, and the closing of the year."""
    yield clock_doubt.note_jump(store, by(50).at, by(60).at, by=by(60))
    yield clock_doubt.clock_came_back(store, by=by(51))
    yield clock_doubt.confirm_clock(store, by=by(52))
    yield seals.seal(store, folder / "settings", Occasion.BACKUP, by=by(53))
    yield scores.close_year(store, 2026, by=by(OVER))


def the_door(store: Store, folder: Path) -> Iterator[None]:
    """People sign in, err, are helped, and the office does without again."""
    boss = replace(BOSS, at=by(OVER).at)
    yield accounts.save_sign_in_rules(store, SignInRules(idle_minutes=5), day("2027-01-20"), by=boss)
    yield accounts.make_administrator(store, "p0", PHRASE, by=boss, cost=CHEAP)
    yield accounts.save_accounts(store, [("p2", frozenset({Role.DUTY_OFFICER}))], by=boss)
    yield accounts.set_secret(store, "p2", PIN, by=boss, cost=CHEAP)
    yield break_glass.keep_code(store, CODE, by=boss, cost=CHEAP)
    yield _err(store, "111222", 0)
    with suppress(TooSoonError):
        _enter(store, PIN, -1)
    yield
    yield sign_in.let_try_again(store, "p2", "p0", PHRASE, by=boss, cost=CHEAP)
    yield _enter(store, PIN, 1)
    mine = replace(boss, actor="孙镕", person="p2")
    yield sign_in.change_secret(store, PIN, "570918", by=mine, cost=CHEAP)
    with suppress(WrongCodeError):
        break_glass.break_glass(store, "p2", "0000", "918273", by=mine, cost=CHEAP)
    yield
    yield break_glass.break_glass(store, "p2", CODE, "918273", by=mine, cost=CHEAP)
    yield break_glass.see_broken_glass(store, by=boss)
    yield accounts.remove_accounts(store, ["p2"], by=boss)


def _err(store: Store, text: str, minutes: int) -> None:
    with suppress(WrongSecretError):
        _enter(store, text, minutes)


def _enter(store: Store, text: str, minutes: int) -> None:
    sign_in.sign_in(
        store, "p2", text, by=replace(BY, at=by(OVER).at + timedelta(minutes=minutes)), cost=CHEAP
    )


AFTERMATH = (a_night, discipline_of_it, rest, the_end, the_door)
"""The chapters in their order, after those of `story`."""
