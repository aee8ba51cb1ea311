from dataclasses import replace
from datetime import date, time

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import PlaceKey, Places, Post, ShiftType
from dutydesk.domain.office import Office, PlanRules
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.domain.roster import Duty
from dutydesk.errors import MissingFieldError, NameTakenError
from dutydesk.services import duties, office, people
from dutydesk.services.changes import Topic, deed
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import memory
from tests.invented import BY, journalled, office_store, staffed_store, words


@pytest.fixture
def store():
    return office_store()


def test_a_new_file_begins_with_its_preset(store):
    assert office.office(store).name == "云溪市人民政府办公室"
    assert [each.name for each in duties.pattern(store).shifts] == ["24小时班"]


def test_an_office_without_a_name_founds_nothing():
    store = memory()
    founding = office.Founding(Office(name=" "), preset(PresetKind.WEEKLY, words), (), ())
    with pytest.raises(MissingFieldError):
        office.found(store, founding, by=BY)
    assert journalled(store) == 0


def test_only_what_changed_of_the_particulars_is_written(store):
    changes = office.save_office(store, replace(office.office(store), fax="0571-1"), by=BY)
    assert (changes.topics, changes.rows) == (Topic.OFFICE, 1)
    assert office.office(store).fax == "0571-1"


def test_particulars_without_a_name_are_refused(store):
    with pytest.raises(MissingFieldError):
        office.save_office(store, replace(office.office(store), name=""), by=BY)
    assert office.office(store).name == "云溪市人民政府办公室"


def test_a_rule_holds_from_its_day_on(store):
    new_year = date(2027, 1, 1)
    office.save_rules(store, PlanRules(week_limit=3), new_year, by=BY)
    assert office.rules(store, date(2026, 12, 31)).week_limit == 2
    assert office.rules(store, new_year).week_limit == 3
    assert [(each.name, each.value) for each in office.rule_history(store)] == [("week_limit", "3")]


def test_another_preset_replaces_what_nothing_names(store):
    office.adopt_preset(store, preset(PresetKind.DAY_NIGHT, words), by=BY)
    pattern = duties.pattern(store)
    assert [each.name for each in pattern.shifts] == ["带班", "白班", "夜班"]
    assert "值班员" not in [each.name for each in pattern.posts]


def test_a_shift_with_duties_stays_beside_another_preset(store):
    with deed(store, BY, "plan") as act:
        act.writing.put(DUTIES, Duty("d", PlaceKey(date(2026, 11, 16), "full_day", "officer", 0)))
    office.adopt_preset(store, preset(PresetKind.DAY_NIGHT, words), by=BY)
    assert "24小时班" in [each.name for each in duties.pattern(store).shifts]
    assert "值班员" in [each.name for each in duties.pattern(store).posts]


def test_whoever_stood_an_old_post_may_stand_the_new_ones_of_that_word():
    store = staffed_store()
    office.adopt_preset(store, preset(PresetKind.DAY_NIGHT, words), by=BY)
    officer = people.staff(store).people[1]
    assert {"day_officer", "night_officer"} <= officer.posts
    assert not {"driver", "officer"} & officer.posts


def test_a_preset_whose_post_has_the_name_of_another_is_refused(store):
    duties.save_posts(store, [Post("own", "白班值班员")], by=BY)
    places = (Places("own", RotationClass.WORKDAY, 1),)
    duties.save_shifts(store, [ShiftType("own", "自定", time(8), time(9), places)], by=BY)
    with deed(store, BY, "plan") as act:
        act.writing.put(DUTIES, Duty("d", PlaceKey(date(2026, 11, 16), "own", "own", 0)))
    before = duties.pattern(store)
    with pytest.raises(NameTakenError):
        office.adopt_preset(store, preset(PresetKind.DAY_NIGHT, words), by=BY)
    assert duties.pattern(store) == before
