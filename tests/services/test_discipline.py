from dutydesk.services.discipline import candidates
from tests.services.nights import MAIN, a_room, arrive


def test_what_was_noted_is_told_in_the_order_in_which_it_came_about():
    store = a_room()
    arrive(store, 0, MAIN, late=0.1)
    arrive(store, 1, MAIN, late=0.2)
    assert [(each.person, each.minutes) for each in candidates(store)] == [("p1", 6), ("p3", 12)]
