from dutydesk.services.clock_doubt import note_jump
from dutydesk.services.discipline import candidates
from dutydesk.services.grounds import grounds
from tests.services.nights import MAIN, a_room, arrive, by


def test_a_ground_is_told_with_who_entered_it_when_and_whether_the_clock_was_right():
    store = a_room()
    arrive(store, 0, MAIN, late=2)
    (noted,) = candidates(store)
    (found,) = grounds(store, noted.records)
    assert (found.table, found.at, found.by, found.on_behalf_of) == ("attendance", by(2).at, "王敏", "")
    assert found.doubt is None
    note_jump(store, by(25).at, by(24.1).at, by=by(24.1))
    arrive(store, 1, MAIN, late=0.2)
    doubted = candidates(store)[-1]
    assert grounds(store, doubted.records)[0].doubt.right == by(25).at


def test_what_the_journal_does_not_know_is_left_out():
    assert grounds(a_room(), [("attendance", "gone"), ("incident", "")]) == ()
