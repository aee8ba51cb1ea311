"""An invented office in memory: its posts and shifts, a few dozen people, and what to write them with."""

from datetime import UTC, date, datetime

from dutydesk.domain.accounts import Author
from dutydesk.domain.office import Office
from dutydesk.domain.people import Person, Section
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.domain.rostering import make_plan
from dutydesk.services import roster
from dutydesk.services.office import Founding, found
from dutydesk.services.people import save_people, save_sections
from dutydesk.storage.connection import connect
from dutydesk.storage.leave import LEAVE_TYPES
from dutydesk.storage.store import Store, memory
from tests.builders import LEAVE_TYPES as KINDS

NOW = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
BY = Author("王敏", NOW)
WORDS = {
    "leader": "带班领导", "officer": "值班员", "noon_officer": "午间值班员", "day_officer": "白班值班员",
    "night_officer": "夜班值班员", "mid_level": "中层干部", "driver": "司机", "main_officer": "主班",
    "deputy_officer": "副班", "full_day_shift": "24小时班", "noon_shift": "午间班", "night_shift": "夜班",
    "day_shift": "白班", "lead_duty": "带班", "weekly_shift": "周班",
}  # fmt: skip
SECTIONS = ("办公室领导", "秘书科", "综合科", "信息科", "督查科", "行政科", "车队")
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马"
)
_GIVEN = ("明远", "静", "建国", "雅琴", "志强", "堃", "喆", "晓梅", "国栋", "思源", "镕", "文博")


def words(code):
    return WORDS.get(code, code)


def office_store(kind=PresetKind.FULL_DAY):
    """An office with posts and shifts and nobody in it."""
    store = memory()
    particulars = Office(name="云溪市人民政府办公室", duty_phone="0571-0000 0000", preset=kind.value)
    found(store, Founding(particulars, preset(kind, words), (), ()), by=BY)
    return store


def sections():
    return [Section(f"s{number}", name, number) for number, name in enumerate(SECTIONS, 1)]


def people(number=12):
    """The first people of the address list, in turn from each section; nobody has a namesake below 60."""
    return [_person(at) for at in range(number)]


def _person(at):
    section = at % len(SECTIONS)
    title = "副主任" if section == 0 else "司机" if section == 6 else ("科长" if at < 14 else "科员")
    posts = {"leader"} if section == 0 else {"driver"} if section == 6 else {"officer"}
    if title == "科长":
        posts.add("mid_level")
    return Person(
        f"p{at}", _SURNAMES[at % len(_SURNAMES)] + _GIVEN[(at * 5) % len(_GIVEN)], f"s{section + 1}",
        title=title, posts=frozenset(posts), phone=f"1380000{at:04}", short_phone=f"6{at:04}",
        joined=date(2008 + at % 17, 1 + at % 12, 1), sort=at + 1,
    )  # fmt: skip


def staffed_store(number=12, kind=PresetKind.FULL_DAY):
    """An office with people."""
    store = office_store(kind)
    save_sections(store, sections(), by=BY)
    save_people(store, people(number), by=BY)
    return store


def published_store(period, number=42, kind=PresetKind.FULL_DAY):
    """An office of some size whose roster of a period is planned and made known; leave can be entered."""
    store = staffed_store(number, kind)
    with store.write(BY, "leave_types", deed_id="leave-types") as writing:
        for each in KINDS:
            writing.put(LEAVE_TYPES, each)
    plan(store, period)
    roster.publish(store, period, by=BY)
    return store


def plan(store, period):
    """Plan a period and take the plan over."""
    situation = roster.situation_of(store, period)
    roster.adopt_plan(store, situation, make_plan(situation, steps=2_000), by=BY)


def a_copy(store):
    """Another store with the same content: what is done to it does not concern the first."""
    db = connect(":memory:")
    store.db.conn.backup(db.conn)
    return Store(db, None)


def journalled(store):
    """How many entries the journal has: the same after a refusal."""
    return next(iter(store.db.execute("select count(*) from journal").fetchone()))
