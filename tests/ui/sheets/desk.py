"""A night at the desk: calls, a visitor, a telegram, a landslide, and the handover in the morning."""

from datetime import timedelta

from dutydesk.domain.followups import FollowUp
from dutydesk.domain.handover import EquipmentCheck, HandoverRules, ShiftNote, StandingOrder
from dutydesk.domain.incidents import NEEDED, Grade, Incident, Report, ReportKind, Told
from dutydesk.domain.instructions import Instruction
from dutydesk.domain.log import Level, LogEntry, LogKind
from dutydesk.services import followups, handover, incidents, instructions, log
from dutydesk.services.open_items import open_items
from tests.builders import day
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by

SHIFT = "2026-11-20/full_day"
ENTRIES = (
    (1.2, "a", LogKind.CALL_IN, {
        "unit": "省政府总值班室", "person": "韩静", "title": "副处长", "phone": "0571-8705 0000",
        "content": "要求报送今冬明春防火值班安排，11月23日下班前报出。", "proposal": "转信息科办理",
        "read_back": True, "open": True,
    }),
    (3.0, "b", LogKind.MEETING_NOTICE, {
        "unit": "市应急管理局", "person": "孙国栋", "phone": "0571-8706 1234", "content": "通知参加视频会议",
        "details": (("convenor", "市应急管理局"), ("topic", "低温雨雪冰冻灾害防范部署"),
                    ("meeting_at", "11月21日 15:00"), ("venue", "三楼会议室"), ("attendance", "分管负责人")),
    }),
    (5.5, "c", LogKind.DOCUMENT, {
        "unit": "省委办公厅", "level": Level.SECRET,
        "details": (("document_number", "密电〔2026〕7号"), ("urgency", "加急"), ("copies", "1"),
                    ("delivered_to", "机要室 李静"), ("delivered_at", "13:40"), ("signed_by", "李静")),
    }),
    (8.2, "d", LogKind.VISITOR, {
        "unit": "城东街道阳光社区", "person": "周建国", "content": "反映小区停水两天，请求协调。",
        "proposal": "联系自来水公司", "result": "当晚恢复供水",
        "details": (("id_number", "13900000000"), ("heads", "3"), ("transferred_to", "城管局")),
    }),
    (16.0, "e", LogKind.PATROL, {"content": "零时巡查大楼，门窗、消防设施正常。"}),
)  # fmt: skip
FACTS = {
    "cause": "连日降雨，具体原因正在核实",
    "course": "14时许北侧边坡滑塌约200立方米，堵塞道路一侧。",
    "dead": "0",
    "injured": "2",
    "missing": "正在核实",
    "property_loss": "正在核实",
    "impact": "环城北路半幅中断通行",
    "measures": "公安、交通、应急已到场，现场警戒，组织绕行。",
    "leaders_present": "副市长已赶赴现场",
    "trend": "降雨减弱，有继续滑塌可能",
    "next_steps": "请求省地质灾害专家支援",
    "site_contact": "钱静 13800000021",
}


def a_night():
    """Friday's shift with everything in it, not handed over yet."""
    store = a_room()
    arrive(store, 0, LEADER, MAIN, DEPUTY, DRIVER)
    for hours, name, kind, facts in ENTRIES:
        at = by(hours).at
        log.record(
            store, LogEntry(id=name, kind=kind, at=at, typed_at=at, **facts), by=by(hours + 0.1, actor="钱堃")
        )
    _landslide(store)
    matter = FollowUp(
        id="f", content="督促修复环城北路北侧边坡", registered_at=by(9).at, due=by(81).at, unit="交通运输局",
        responsible="孙建国",
    )  # fmt: skip
    followups.register(store, matter, by=by(9))
    order = StandingOrder("o", "每两小时报一次水库水位", "赵主任", day("2026-11-20"))
    handover.save_orders(store, [order], by=by(1))
    note = ShiftNote(
        SHIFT, "小雨转阴 6～11℃", "暴雨蓝色预警", "妥善处置边坡滑塌一起。", "关注环城北路抢通进展"
    )
    handover.save_note(store, note, by=by(23))
    return store


def _landslide(store):
    at = by(6).at
    slide = Incident(
        id="i", name="环城北路边坡滑塌", learned_at=at, received_at=at,
        occurred_at=at - timedelta(minutes=12), category="自然灾害", grade=Grade.LARGER,
        place="环城北路北侧", source="城东街道办事处",
    )  # fmt: skip
    incidents.open_incident(store, slide, by=by(6))
    called = by(6.4).at
    told = Told(id="t", incident="i", unit="省政府总值班室", whom="韩静", at=called, typed_at=called)
    incidents.tell(store, told, by=by(6.4))
    said = Instruction(
        id="n", leader="赵明远", content="立即到场，确保人员安全", given_at=by(6.2).at, typed_at=by(6.2).at,
        incident="i", entry="a",
    )  # fmt: skip
    instructions.take_instruction(store, said, by=by(6.2))
    facts = tuple((name, FACTS[name]) for name in NEEDED[ReportKind.INITIAL])
    report = Report(
        id="r", incident="i", kind=ReportKind.INITIAL, issued_at=by(8).at, typed_at=by(8).at,
        signed_by="赵明远", verified_by="李雅琴", scope="省政府总值班室；抄送市应急管理局", facts=facts,
    )  # fmt: skip
    incidents.issue_report(store, report, by=by(8, actor="钱堃"))


def handed_over(store):
    """The relief comes 25 minutes late, and both sign."""
    arrive(store, 1, MAIN, DEPUTY, late=25 / 60)
    names = HandoverRules().equipment
    checks = [
        EquipmentCheck(each, in_order=each != "fax", note="" if each != "fax" else "缺纸") for each in names
    ]
    handover.hand_over(store, SHIFT, "p1", checks, by=by(24.5, actor="钱堃"))
    seen = [each.key for each in open_items(store)]
    handover.take_over(store, SHIFT, "p3", seen=seen, acknowledged=["o"], by=by(24.6, actor="李雅琴"))
    handover.review(store, SHIFT, "赵明远", "同意", by=by(25))


def a_quiet_night():
    """A shift with a patrol and nothing else, handed over in time."""
    store = a_room()
    arrive(store, 0, LEADER, MAIN, DEPUTY, DRIVER)
    at = by(16).at
    patrol = LogEntry(id="e", kind=LogKind.PATROL, at=at, typed_at=at, content="零时巡查，正常。")
    log.record(store, patrol, by=by(16, actor="钱堃"))
    order = StandingOrder("o", "每两小时报一次水库水位", "赵主任", day("2026-11-20"))
    handover.save_orders(store, [order], by=by(1))
    handed_over(store)
    return store
