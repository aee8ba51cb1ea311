"""A small office with a chief, two deputies and two sections, and the book of its leave."""

from dataclasses import replace

from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.rules import LeaveRules
from dutydesk.domain.people import Person, Section
from tests.builders import a_leave, a_preset, day, the_calendar

SECTIONS = (
    Section("lead", "领导", 1),
    Section("one", "综合科", 2, leader="second"),
    Section("two", "车队", 3),
)
PEOPLE = (
    Person("chief", "周正", "lead", title="秘书长、办公室主任", posts=frozenset({"leader"})),
    Person("first", "吴一", "lead", title="副主任", posts=frozenset({"leader"})),
    Person("second", "郑二", "lead", title="副秘书长", posts=frozenset({"leader"})),
    Person("house", "王局", "lead", title="机关事务中心主任"),
    Person("head", "冯科", "one", title="科长"),
    Person("ann", "陈安", "one", title="科员", works_since=day("2012-03-01")),
    Person("bob", "褚博", "one", title="副科长", joined=day("2001-07-01")),
    Person("cat", "卫才", "one", title="四级主任科员"),
    Person("dan", "蒋丹", "two", title="驾驶员"),
)  # fmt: skip


def a_request(person="ann", first="2026-11-23", last=None, **facts):
    """A request with everything filled in."""
    full = {"reason": "家中有事", "stand_in": "cat", "handed_over": "收文登记", "type": "personal"}
    return a_leave(person, first, last, **{**full, **facts})


def the_book(*leaves, **facts):
    """The book with these leaves in it."""
    plain = {
        "people": PEOPLE,
        "sections": SECTIONS,
        "pairs": (),
        "kinds": a_preset().leave_types,
        "leaves": leaves,
        "credits": (),
        "calendar": the_calendar(),
        "rules": LeaveRules(),
    }
    return LeaveBook(**{**plain, **facts})


def with_rules(book, **facts):
    """The book under other rules."""
    return replace(book, rules=replace(book.rules, **facts))
