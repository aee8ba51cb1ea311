from datetime import date

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.roster import Wish
from dutydesk.domain.rostering import make_plan
from dutydesk.errors import MissingFieldError
from dutydesk.services import roster, wishes
from dutydesk.services.undo import undo
from tests.invented import BY, staffed_store

MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))
WEDNESDAY = date(2026, 11, 18)


@pytest.fixture
def store():
    return staffed_store(28)


def standing(store):
    """Who is planned on Wednesday."""
    plan = make_plan(roster.situation_of(store, MONTH))
    return {person for place, person in plan.cells if place.day == WEDNESDAY}


def test_a_wish_to_be_spared_is_granted(store):
    spared = min(standing(store))
    wishes.save_wishes(store, [Wish("w", spared, WEDNESDAY, wants=False)], by=BY)
    assert spared not in standing(store)


def test_a_wish_to_stand_is_granted(store):
    officers = {each.id for each in roster.situation_of(store, MONTH).people if "officer" in each.posts}
    keen = min(officers - standing(store))
    wishes.save_wishes(store, [Wish("w", keen, WEDNESDAY, wants=True)], by=BY)
    assert keen in standing(store)


def test_wishes_are_listed_by_day_and_taken_back(store):
    late, early = Wish("b", "p1", MONTH.last, wants=True), Wish("a", "p2", MONTH.first, wants=False)
    wishes.save_wishes(store, [late, early], by=BY)
    assert wishes.wishes(store) == (early, late)
    wishes.remove_wishes(store, ["a"], by=BY)
    assert wishes.wishes(store) == (late,)
    undo(store, by=BY)
    assert wishes.wishes(store) == (early, late)


def test_a_wish_of_nobody_is_refused_and_none_is_kept(store):
    asked = [Wish("a", "p1", WEDNESDAY, wants=True), Wish("b", "", WEDNESDAY, wants=True)]
    with pytest.raises(MissingFieldError):
        wishes.save_wishes(store, asked, by=BY)
    assert wishes.wishes(store) == ()
