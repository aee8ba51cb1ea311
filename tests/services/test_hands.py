from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding, Rule
from dutydesk.errors import SwapBreaksRuleError
from dutydesk.services import roster
from dutydesk.services.changes import deed
from dutydesk.services.hands import duty_at, hand_over, name_of, refuse_broken
from tests.invented import BY, staffed_store

PLACE = PlaceKey(date(2026, 11, 16), "full_day", "officer", 0)


def hands(store, *cells):
    with deed(store, BY, "assign_duties") as act:
        hand_over(store, act, cells)


def test_whose_turn_it_was_stays():
    store = staffed_store()
    roster.assign(store, [(PLACE, "p1")], by=BY)
    hands(store, (PLACE, "p2"))
    hands(store, (PLACE, "p3"))
    duty = duty_at(store, PLACE)
    assert (duty.planned, duty.actual, duty.stood_in) == ("p1", "p3", True)


def test_a_place_where_nothing_was_entered_is_nobodys_turn():
    store = staffed_store()
    assert duty_at(store, PLACE) is None
    hands(store, (PLACE, "p1"))
    assert duty_at(store, PLACE).planned is None
    assert duty_at(store, replace(PLACE, seat=1)) is None


def test_the_first_broken_rule_is_named():
    store = staffed_store()
    refuse_broken(store, [])
    with pytest.raises(SwapBreaksRuleError) as refusal:
        refuse_broken(store, [Finding(Rule.ON_LEAVE, PLACE.day, PLACE, ("p1",))])
    assert vars(refusal.value) == {"name": name_of(store, "p1"), "day": "2026-11-16", "rule": "on_leave"}
