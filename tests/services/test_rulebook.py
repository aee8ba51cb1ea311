from dataclasses import replace
from datetime import date

from dutydesk.domain.watch import WATCH, WatchRules
from dutydesk.services.changes import Topic
from dutydesk.services.rulebook import in_force, save_family
from tests.invented import BY, office_store


def test_rules_hold_from_their_day_on_and_what_was_before_keeps_its_own():
    store = office_store()
    wanted = replace(WatchRules(), vacant_minutes=10, room_posts=("guard",))
    assert save_family(store, WATCH, wanted, date(2026, 11, 1), by=BY).topics is Topic.OFFICE
    assert in_force(store, WATCH, date(2026, 10, 31)) == WatchRules()
    assert in_force(store, WATCH, date(2026, 11, 1)) == wanted
    assert save_family(store, WATCH, wanted, date(2026, 12, 1), by=BY).rows == 0
