from dataclasses import replace
from datetime import date, time

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import PlaceKey, Places, Post, ShiftType
from dutydesk.domain.roster import Duty
from dutydesk.errors import MissingFieldError, NameTakenError, NoHeadsError, StillUsedError
from dutydesk.services import duties
from dutydesk.services.changes import Topic, deed
from dutydesk.storage.roster import DUTIES
from tests.invented import BY, journalled, office_store, staffed_store

NOON = ShiftType("noon", "午间班", time(12), time(14), (Places("officer", RotationClass.WORKDAY, 1),), sort=9)


@pytest.fixture
def store():
    return office_store()


def full_day(store):
    return duties.pattern(store).shifts[0]


def plan_one(store):
    with deed(store, BY, "plan") as act:
        act.writing.put(DUTIES, Duty("d", PlaceKey(date(2026, 11, 16), "full_day", "officer", 0)))


def test_a_post_is_added_in_its_order(store):
    changes = duties.save_posts(store, [Post("standby", "备班", sort=9)], by=BY)
    assert changes.topics is Topic.SHIFTS
    assert [each.name for each in duties.pattern(store).posts] == [
        "带班领导", "值班员", "中层干部", "司机", "备班",
    ]  # fmt: skip
    assert duties.pattern(store).post_name("standby") == "备班"


@pytest.mark.parametrize(("name", "error"), [(" ", MissingFieldError), ("司机", NameTakenError)])
def test_one_post_that_cannot_be_keeps_all_from_being_saved(store, name, error):
    before = journalled(store)
    with pytest.raises(error):
        duties.save_posts(store, [Post("standby", "备班"), Post("other", name)], by=BY)
    assert journalled(store) == before


def test_a_post_that_nothing_names_is_removed(store):
    duties.save_posts(store, [Post("standby", "备班")], by=BY)
    duties.remove_posts(store, ["standby"], by=BY)
    assert "备班" not in [each.name for each in duties.pattern(store).posts]


def test_a_post_in_use_is_kept_and_its_uses_are_counted():
    store = staffed_store(8)
    with pytest.raises(StillUsedError) as refused:
        duties.remove_posts(store, ["driver"], by=BY)
    assert (refused.value.name, refused.value.uses) == ("司机", 2)


def test_a_shift_is_added_and_removed(store):
    duties.save_shifts(store, [NOON], by=BY)
    assert NOON in duties.pattern(store).shifts
    duties.remove_shifts(store, ["noon"], by=BY)
    assert NOON not in duties.pattern(store).shifts


def test_a_shift_cannot_lose_its_last_head(store):
    before = full_day(store)
    with pytest.raises(NoHeadsError):
        duties.save_shifts(store, [replace(before, places=())], by=BY)
    assert full_day(store) == before


def test_shifts_of_one_name_are_told_apart_by_their_dates(store):
    summer = replace(full_day(store), last=date(2026, 9, 30))
    winter = replace(summer, id="winter", first=date(2026, 10, 1), last=None)
    duties.save_shifts(store, [summer, winter], by=BY)
    with pytest.raises(NameTakenError):
        duties.save_shifts(store, [replace(winter, id="third")], by=BY)
    assert len(duties.pattern(store).shifts) == 2


def test_a_shift_without_a_name_is_refused(store):
    with pytest.raises(MissingFieldError):
        duties.save_shifts(store, [replace(NOON, name="")], by=BY)
    assert len(duties.pattern(store).shifts) == 1


def test_a_shift_that_duties_belong_to_is_kept(store):
    plan_one(store)
    with pytest.raises(StillUsedError):
        duties.remove_shifts(store, ["full_day"], by=BY)
    assert full_day(store).id == "full_day"
