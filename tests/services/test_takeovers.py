from dutydesk.services.takeover import take_over
from dutydesk.services.takeovers import taken_over
from tests.services.nights import DEPUTY, FRIDAY, a_room, by, seat


def test_the_last_takeover_of_a_place_tells_since_when_its_person_answers():
    store = a_room()
    for hours, person in ((1, "p9"), (2, "p10")):
        take_over(store, seat(0, *DEPUTY), person, "突发疾病", by=by(hours))
    assert taken_over(store, FRIDAY, FRIDAY) == {seat(0, *DEPUTY): by(2).at}
