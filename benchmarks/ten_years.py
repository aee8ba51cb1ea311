"""The file of an office of sixty after ten years: rosters, log, sign-ins, handovers, leave and the rest.

It is made once, with a fixed seed, and kept in build/: `python -m benchmarks.ten_years`.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from benchmarks import ten_years_rows as rows
from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import Period
from dutydesk.domain.office import Office
from dutydesk.domain.people import Person, Section
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.domain.rostering import make_plan
from dutydesk.services import files, roster
from dutydesk.services.changes import deed
from dutydesk.services.office import Founding
from dutydesk.services.people import save_people, save_sections
from dutydesk.storage.leave import LEAVES
from ui.words.planning import preset_word

if TYPE_CHECKING:
    from dutydesk.domain.roster import Duty
    from dutydesk.services.files import Store

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "build" / "ten_years.dutydesk"
YEAR_PLACE = ROOT / "build" / "one_year.dutydesk"
YEARS = range(2017, 2027)
TODAY = date(2026, 11, 21)
"""Up to here things have happened; the roster goes on to the end of the year."""
PEOPLE = 60
ZONE = ZoneInfo("Asia/Shanghai")
SECTIONS = ("办公室领导", "秘书科", "综合科", "信息科", "督查科", "行政科", "车队")
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马"
)
GIVEN = ("明远", "静", "建国", "雅琴", "志强", "堃", "喆", "晓梅", "国栋", "思源", "镕", "文博")


def ten_years() -> Path:
    """The path of the file, made if it is not there."""
    if not PLACE.exists():
        make(PLACE, YEARS)
    return PLACE


def year_file() -> Path:
    """The same office after its first year, made if it is not there."""
    if not YEAR_PLACE.exists():
        make(YEAR_PLACE, YEARS[-1:])
    return YEAR_PLACE


def make(place: Path, years: range) -> None:
    """Make the file of these years."""
    place.parent.mkdir(exist_ok=True)
    office = Office(name="云溪市人民政府办公室", preset=PresetKind.FULL_DAY.value)
    calendar = ROOT / "resources" / "calendar" / "holidays_2024_2026.csv"
    founding = Founding(office, preset(PresetKind.FULL_DAY, preset_word))
    start = author(date(2016, 12, 1))
    files.found_file(place, founding, calendar, by=start, fill=lambda store: fill(store, years))


def author(day: date) -> Author:
    """The one who did something in the morning of a day."""
    return Author("王敏", datetime.combine(day, time(9), ZONE).astimezone(UTC))


def fill(store: Store, years: range) -> None:
    """Let the years pass."""
    start = author(date(2016, 12, 1))
    save_sections(store, [Section(f"s{at}", name, at) for at, name in enumerate(SECTIONS)], by=start)
    save_people(store, [person(at) for at in range(PEOPLE)], by=start)
    dice = Random("ten years")
    for year in years:
        absences(store, dice, year)
        duties = publish_year(store, year)
        days: dict[date, list[Duty]] = defaultdict(list)
        for duty in duties:
            days[duty.place.day].append(duty)
        for day in sorted(days):
            if day <= TODAY:
                with deed(store, author(day), "record_entry") as act:
                    for table, value in rows.of_day(dice, day, days[day]):
                        act.writing.put(table, value)
        print(year, flush=True)


def person(at: int) -> Person:
    """One of the staff: a leader, a driver or an officer, by section."""
    section = at % len(SECTIONS)
    posts = {"leader"} if section == 0 else {"driver"} if section == len(SECTIONS) - 1 else {"officer"}
    title = "副主任" if section == 0 else "司机" if section == len(SECTIONS) - 1 else "科员"
    return Person(
        f"p{at}", SURNAMES[at % len(SURNAMES)] + GIVEN[at * 5 % len(GIVEN)], f"s{section}", title=title,
        posts=frozenset(posts | ({"mid_level"} if at % 3 == 0 else set())), phone=f"1380000{at:04}",
        short_phone=f"6{at:04}", joined=date(2000 + at % 16, 1 + at % 12, 1), sort=at + 1,
    )  # fmt: skip


def absences(store: Store, dice: Random, year: int) -> None:
    """Everybody is away some times a year; this year's last ones wait to be decided."""
    with deed(store, author(date(year - 1, 12, 5)), "import_leave") as act:
        for at in range(PEOPLE):
            for number in range(6):
                act.writing.put(LEAVES, rows.leave(dice, year, at, number, TODAY))


def publish_year(store: Store, year: int) -> tuple[Duty, ...]:
    """Plan the year and make it known."""
    period, by = Period(date(year, 1, 1), date(year, 12, 31)), author(date(year - 1, 12, 20))
    situation = roster.situation_of(store, period)
    roster.adopt_plan(store, situation, make_plan(situation, steps=2_000), by=by)
    roster.publish(store, period, by=by)
    return tuple(roster.grid(store, period).duties.values())


if __name__ == "__main__":
    print(ten_years())
