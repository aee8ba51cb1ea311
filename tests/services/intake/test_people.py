import csv
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dutydesk.domain.lists.table import Aside, Column, Why
from dutydesk.domain.people import ExemptionScope
from dutydesk.domain.presets import PresetKind
from dutydesk.errors import NoHeaderError
from dutydesk.services.changes import Topic
from dutydesk.services.intake import Doubt, Fate, FieldChange, apply_people, understand_people
from dutydesk.services.people import remove_exemptions, staff
from dutydesk.storage.verify import verify
from tests.invented import BY, journalled, office_store, staffed_store

DATA = Path(__file__).parents[2] / "data"
BINJIANG = DATA / "staff_binjiang.xlsx"
SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "staff.csv"
NIGHT, _, ALL, _ = ExemptionScope


def taken(store, path):
    intake = understand_people(store, path)
    return intake, apply_people(store, intake, by=BY)


def listed(tmp_path, *rows, codec="utf-8-sig"):
    path = tmp_path / "staff.csv"
    with path.open("w", encoding=codec, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def binjiang_rows():
    return [
        [str(each or "") for each in row]
        for row in load_workbook(BINJIANG).active.iter_rows(values_only=True)
    ]


def test_the_binjiang_list_comes_in_whole():
    store = office_store()
    intake, changes = taken(store, BINJIANG)
    everybody = staff(store)
    assert not intake.refused
    assert not intake.unread
    assert not intake.doubts
    assert [each.aside for each in intake.ignored] == [Aside.BLANK, Aside.TOTAL, Aside.REMARK]
    assert (len(everybody.people), len(everybody.sections), len(everybody.tallies)) == (59, 13, 177)
    assert changes.topics is Topic.PEOPLE
    assert changes.rows == 13 + 59 + 5 + 177
    assert verify(store.db).faults == ()


def test_the_binjiang_people_are_who_they_are():
    store = office_store()
    taken(store, BINJIANG)
    everybody = staff(store)
    people = everybody.people
    assert [people[at].name for at in (0, 4, 17, 58)] == ["汪琪萱", "叶轩", "崔思", "许伟"]
    assert [everybody.section_name(each) for each in people if each.name == "宋喆齐"] == [
        "综合三科",
        "督查室",
    ]
    assert people[0].posts == frozenset({"leader"})
    assert people[10].posts == frozenset({"mid_level"})
    assert (people[1].phone, people[2].phone) == ("17965565508", "17777646509")
    assert [each.joined for each in people[:4]] == [
        date(2025, 5, 3), date(2021, 8, 1), date(2011, 4, 19), date(2010, 1, 1)
    ]  # fmt: skip
    assert [each.sort for each in people] == list(range(1, 60))
    assert people[6].initials == "scy"
    assert people[19].note == "孕期，2026年11月—2027年5月不排夜班"


def test_the_binjiang_notes_are_offered_as_exemptions_to_confirm():
    store = office_store()
    intake, _ = taken(store, BINJIANG)
    assert [
        (each.name, each.exemption.scope, each.exemption.first, each.exemption.last)
        for each in intake.offered
    ] == [
        ("邓鑫", ALL, None, None),
        ("康俊浩", ALL, None, None),
        ("张珺杰", NIGHT, date(2026, 11, 1), date(2027, 5, 31)),
        ("宋喆齐", NIGHT, None, None),
        ("邱志文", ALL, None, None),
    ]
    assert not any(each.confirmed for each in staff(store).exemptions)


def test_the_binjiang_tally_is_the_opening_tally():
    store = office_store()
    taken(store, BINJIANG)
    everybody = staff(store)
    first = everybody.people[0].id
    counts = {each.rotation: each for each in everybody.tallies if each.person == first}
    assert {rotation: each.count for rotation, each in counts.items()} == {
        "workday": 5,
        "restday": 2,
        "holiday": 1,
    }
    assert {(each.post, each.since, each.until) for each in counts.values()} == {
        ("leader", date(2026, 1, 1), date(2026, 10, 31))
    }


@pytest.mark.parametrize("path", [BINJIANG, SAMPLE], ids=["binjiang", "sample"])
def test_a_second_import_changes_nothing(path):
    store = office_store(PresetKind.GAPS)
    taken(store, path)
    before = journalled(store)
    again, changes = taken(store, path)
    assert {each.fate for each in again.items} == {Fate.UNCHANGED}
    assert not again.offered
    assert (changes.rows, changes.topics) == (0, Topic(0))
    assert journalled(store) == before


def test_a_declined_exemption_is_not_offered_again():
    store = office_store()
    taken(store, BINJIANG)
    remove_exemptions(store, [staff(store).exemptions[0].id], by=BY)
    assert understand_people(store, BINJIANG).offered == ()


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-8", "gb18030"])
def test_the_same_list_as_csv_in_shuffled_columns_gives_the_same_people(tmp_path, codec):
    shuffled = [[row[at] for at in (8, 2, 5, 1, 7, 0, 3, 6, 4)] for row in binjiang_rows()]
    # a section that is repeated by leaving it blank stays with its rows, whatever column it stands in
    one, other = office_store(), office_store()
    taken(one, BINJIANG)
    intake, _ = taken(other, listed(tmp_path, *shuffled, codec=codec))
    assert not intake.refused
    told = [
        [
            (each.name, each.phone, each.joined, each.posts, each.note, each.sort)
            for each in staff(store).people
        ]
        for store in (one, other)
    ]
    assert told[0] == told[1]


def test_the_sample_office_comes_in_whole():
    store = office_store()
    intake, _ = taken(store, SAMPLE)
    everybody = staff(store)
    assert not intake.refused
    assert not intake.doubts
    assert len(everybody.people) == 32
    assert sum("leader" in each.posts for each in everybody.people) == 6
    assert sum("driver" in each.posts for each in everybody.people) == 4
    assert len(everybody.exemptions) == 3
    assert len(everybody.tallies) == 96


def test_changes_are_shown_field_by_field_and_empty_cells_say_nothing(tmp_path):
    store = office_store()
    taken(store, listed(tmp_path, ("姓名", "科室", "手机", "职务"), ("张三", "车队", "13800000001", "司机")))
    changed = listed(
        tmp_path, ("姓名", "科室", "手机", "职务", "岗位"), ("张三", "车队", "13800000002", "", "司机")
    )
    intake, changes = taken(store, changed)
    (item,) = intake.items
    assert (item.fate, item.line) == (Fate.CHANGED, 2)
    assert item.changes == (
        FieldChange("phone", "13800000001", "13800000002"), FieldChange("posts", "", "司机")
    )  # fmt: skip
    assert changes.rows == 1
    assert staff(store).people[0].title == "司机"


def test_somebody_who_moved_keeps_their_record(tmp_path):
    store = office_store()
    heading = ("姓名", "科室", "手机", "岗位")
    taken(store, listed(tmp_path, heading, ("张三", "车队", "13800000001", "司机")))
    person = staff(store).people[0].id
    intake, _ = taken(store, listed(tmp_path, heading, ("张三", "行政科", "13800000001", "司机")))
    assert intake.items[0].changes[0] == FieldChange("section", "车队", "行政科")
    assert [each.id for each in staff(store).people] == [person]


def test_unknown_posts_missing_posts_and_the_unlisted_are_told(tmp_path):
    store = staffed_store(2)
    intake = understand_people(store, listed(tmp_path, ("姓名", "科室", "岗位"), ("张三", "秘书科", "门卫")))
    told = [(each.doubt, each.line, each.text) for each in intake.doubts]
    assert told[:2] == [(Doubt.UNKNOWN_POST, 2, "门卫"), (Doubt.NO_POST, 2, "张三")]
    assert {each[0] for each in told[2:]} == {Doubt.NOT_LISTED}
    assert len(told) == 4


def test_newcomers_go_to_the_end_and_sections_are_made_in_the_order_of_the_list(tmp_path):
    store = staffed_store(3)
    taken(
        store,
        listed(
            tmp_path, ("姓名", "科室", "岗位"), ("张三", "调研科", "值班员"), ("李四", "秘书 科", "值班员")
        ),
    )
    everybody = staff(store)
    assert [each.name for each in everybody.people][-2:] == ["张三", "李四"]
    assert [each.name for each in everybody.sections].count("秘书科") == 1
    assert "调研科" in {each.name for each in everybody.sections}


def test_a_newcomer_needs_a_section_but_somebody_known_does_not(tmp_path):
    store = staffed_store(2)
    known = staff(store).people[0].name
    intake = understand_people(store, listed(tmp_path, ("姓名", "职务"), (known, "主任"), ("张三", "科员")))
    assert [(each.line, each.why) for each in intake.refused] == [(3, Why.NO_SECTION)]
    assert [each.name for each in intake.items] == [known]


def test_the_preview_says_how_each_column_was_understood_and_writes_nothing():
    store = office_store()
    before = journalled(store)
    intake = understand_people(store, BINJIANG)
    assert [each.sheet for each in intake.headers] == ["值班人员名单", "往年节假日值班次数"]
    assert {each.text: each.column for each in intake.headers[0].headings}["值班岗位"] is Column.POST
    assert intake.count(Fate.ADDED) == 118
    assert journalled(store) == before


def test_a_cell_that_begins_with_an_equals_sign_is_text(tmp_path):
    store = office_store()
    taken(store, listed(tmp_path, ("姓名", "科室", "职务"), ("张三", "车队", '=HYPERLINK("x")')))
    assert staff(store).people[0].title == '=HYPERLINK("x")'


def test_a_source_without_staff_is_refused(tmp_path):
    for rows in ([("车牌", "车型")], [("姓名", "科室", "工作日"), ("张三", "车队", "5")]):
        with pytest.raises(NoHeaderError):
            understand_people(office_store(), listed(tmp_path, *rows))
    with pytest.raises(NoHeaderError):
        understand_people(office_store(), DATA / "leave_binjiang.csv")
