from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.domain.lists.table import Why
from dutydesk.domain.presets import PresetKind
from dutydesk.errors import NoHeaderError
from dutydesk.services.intake import Doubt, Fate, FieldChange, apply_tally, understand_tally
from dutydesk.services.people import save_people, staff
from tests.invented import BY, journalled, staffed_store

DATA = Path(__file__).parents[2] / "data"


def listed(tmp_path, *rows):
    path = tmp_path / "tally.csv"
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    return path


def officers(store):
    return [each for each in staff(store).people if "officer" in each.posts]


def test_counts_are_kept_changed_and_kept_again(tmp_path):
    store = staffed_store()
    person = officers(store)[0]
    section = staff(store).section_name(person)
    heading = ("姓名", "科室", "岗位", "2026年工作日", "双休日")
    for count, fate in (("5", Fate.ADDED), ("6", Fate.CHANGED), ("6", Fate.UNCHANGED)):
        intake = understand_tally(
            store, listed(tmp_path, heading, (person.name, section, "值班员", count, "0"))
        )
        assert [each.fate for each in intake.items] == [fate]
        assert apply_tally(store, intake, by=BY).rows == {"added": 2, "changed": 1, "unchanged": 0}[fate]
    assert {(each.post, each.rotation, each.count) for each in staff(store).tallies} == {
        ("officer", "workday", 6), ("officer", "restday", 0)
    }  # fmt: skip


def test_a_change_is_told_with_its_period(tmp_path):
    store = staffed_store()
    name = officers(store)[1].name
    intake = understand_tally(
        store, listed(tmp_path, ("姓名", "岗位", "2026年工作日"), (name, "值班员", "5"))
    )
    assert intake.items[0].changes == (FieldChange("workday", "", "5 (2026-01-01 – 2026-12-31)"),)


def test_without_posts_the_post_that_is_stood_longest_is_meant(tmp_path):
    store = staffed_store(kind=PresetKind.GAPS)
    both = officers(store)[0]
    save_people(store, [replace(both, posts=frozenset({"officer", "noon_officer"}))], by=BY)
    intake = understand_tally(store, listed(tmp_path, ("姓名", "工作日", "节假日"), (both.name, "5", "1")))
    assert [(each.doubt, each.line) for each in intake.doubts] == [(Doubt.SEVERAL_POSTS, 0)]
    apply_tally(store, intake, by=BY)
    assert {each.post for each in staff(store).tallies} == {"officer"}


def test_unknown_people_are_refused_and_unknown_posts_told(tmp_path):
    store = staffed_store()
    name = officers(store)[0].name
    rows = (("姓名", "科室", "岗位", "工作日"), ("查无此人", "车队", "", "5"), (name, "", "门卫", "5"))
    intake = understand_tally(store, listed(tmp_path, *rows))
    assert [(each.line, each.why, each.text) for each in intake.refused] == [
        (2, Why.UNKNOWN_PERSON, "车队 查无此人"), (3, Why.UNKNOWN_PERSON, f"车队 {name}")
    ]  # fmt: skip
    intake = understand_tally(store, listed(tmp_path, rows[0], rows[2]))
    assert intake.doubts[0].doubt is Doubt.UNKNOWN_POST


def test_no_tally(tmp_path):
    store = staffed_store(1)
    before = journalled(store)
    with pytest.raises(NoHeaderError):
        understand_tally(store, DATA / "leave_binjiang.csv")
    assert journalled(store) == before
