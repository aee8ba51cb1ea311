import pytest

from dutydesk.domain.planner.problem import Rules
from dutydesk.domain.relief import relief
from tests.domain.planner.drawings import drawn, picture


@pytest.fixture(autouse=True, scope="module")
def _short():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dutydesk.domain.planner.resettle.STEPS", 2_000)
        yield


def test_a_cover_is_one_change():
    problem = drawn("ann x...\nbob ....\ncyd ....")
    found = relief(problem, (0, 1, 2, 1), [0])
    assert (found.cost, found.exchanged) == ((0, 1, 2), frozenset())


def test_the_stand_in_goes_before_the_turn():
    problem = drawn("ann x.....\nbob ......\ncyd ......")
    plan = (0, None, 1, None, None, None)
    assert relief(problem, plan, [0]).chosen[0] == 2
    assert relief(problem, plan, [0], 1).chosen[0] == 1


def test_an_exchange_concerns_two_people():
    problem = drawn("ann x...\nbob ....\ncyd x...", rules=Rules())
    found = relief(problem, (0, 1, None, None), [0])
    assert picture(problem, found.chosen) == ".*..\n*...\n...."
    assert found.exchanged == {0, 1}
    assert found.cost == (0, 2, 2)


def test_room_is_made_where_the_two_cannot_exchange():
    problem = drawn("ann xx..\nbob ....\ncyd x...", rules=Rules())
    found = relief(problem, (0, 1, None, None), [0])
    assert picture(problem, found.chosen) == "....\n*...\n.*.."
    assert found.exchanged == frozenset()
    assert [(change.slot, change.because) for change in found.changes] == [(0, 0), (1, 0)]


def test_nobody_free_leaves_it_empty():
    problem = drawn("ann x..\nbob xx.", rules=Rules())
    assert relief(problem, (0, None, 1), [0]).cost == (1, 1, 2)


def test_what_is_held_stays():
    problem = drawn("ann x...\nbob .#..\ncyd x...", rules=Rules())
    assert relief(problem, (0, 1, None, None), [0]).chosen == (None, 1, None, None)


def test_nothing_lost_is_nothing_changed():
    assert relief(drawn("ann ..\nbob .."), (0, 1), []).changes == ()
