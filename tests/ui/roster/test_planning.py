from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.services import roster
from dutydesk.services.duties import remove_shifts
from dutydesk.storage.leave import LEAVES
from tests.invented import BY
from tests.ui.roster.conftest import NOVEMBER
from ui.roster.cells import Mark

MONDAY = PlaceKey(date(2026, 11, 2), "full_day", "leader", 0)


@pytest.fixture
def planned(store):
    """Nothing is planned here."""
    return store


@pytest.fixture
def grid(session):
    """Reads the roster as it is kept."""
    return lambda: session.read(roster.grid, NOVEMBER)


def test_a_plan_is_a_proposal_until_it_is_adopted(page, grid):
    page.side.plan.plan()
    assert page.model.cells[1][0].marks & Mark.PROPOSED
    assert page.model.cells[1][0].text
    assert not grid().duties
    assert page.model.read_only
    assert any("proposal" in each for each in page.notices.texts())
    page.planning.adopt()
    assert len(grid().duties) == 120
    assert not page.model.cells[1][0].marks & Mark.PROPOSED
    assert not page.model.read_only


def test_the_result_says_how_full_and_how_fair(page):
    page.side.plan.plan()
    assert page.side.plan.result.summary.text().startswith("120 of 120 places are filled.")
    assert any("duties a person" in each for each in page.side.plan.result.list.texts())


def test_a_dropped_proposal_leaves_nothing(page):
    page.side.plan.plan()
    page.side.plan.drop.click()
    assert page.planning.proposal is None
    assert page.model.cells[1][0].marks & Mark.EMPTY
    assert not page.side.plan.result.isVisibleTo(page.side.plan)


def test_a_deed_in_between_drops_the_proposal(page, session):
    page.side.plan.plan()
    session.perform(roster.assign, [(MONDAY, "p0")], by=BY)
    assert page.planning.proposal is None
    assert page.model.index_of(MONDAY).data() == "赵明远"


def test_thinking_longer_gives_a_proposal_that_is_no_worse(page):
    page.side.plan.plan()
    first = page.planning.proposal.plan
    page.planning.improved.connect(page.planning.stop)
    page.side.plan.think.click()
    second = page.planning.proposal.plan
    rules = first.asked.problem.rules
    assert second.chosen.cost.rank(rules) <= first.chosen.cost.rank(rules)
    assert not page.planning.busy


def test_what_is_entered_can_be_kept(page, grid):
    page.cells.enter([(MONDAY, "韩镕")])
    page.side.plan.keep_entered.setChecked(True)
    page.side.plan.plan()
    page.planning.adopt()
    assert grid().names[grid().duties[MONDAY].actual] == "韩镕"


def test_an_empty_place_says_what_stands_in_the_way(page, store, grid):
    everybody = [person for person in grid().people.values() if "driver" in person.posts]
    with store.write(BY, "test", deed_id="leave") as writing:
        for person in everybody:
            leave = Leave(
                person.id, person.id, "annual", type(NOVEMBER)(date(2026, 11, 9), date(2026, 11, 12)),
                state=LeaveState.APPROVED,
            )  # fmt: skip
            writing.put(LEAVES, leave)
    page.side.plan.plan()
    empty = [each for each in page.side.plan.result.list.texts() if "stays empty" in each]
    assert any("10 Nov Tue 司机 stays empty" in each and "on leave 4" in each for each in empty)
    page.side.plan.result.list.chosen.emit(page.planning.proposal.plan.unfilled[0])
    assert page.model.place(page.view.currentIndex()) == page.planning.proposal.plan.unfilled[0]


def test_a_plan_elsewhere_is_shown_where_it_is(page):
    page.side.plan.first.set_day(date(2026, 12, 7))
    page.side.plan.last.set_day(date(2026, 12, 13))
    page.side.plan.plan()
    assert page.model.lines()[0].day == date(2026, 12, 7)
    assert page.model.cells[0][0].marks & Mark.PROPOSED


def test_an_office_without_shifts_is_told_so(page, store, refused):
    remove_shifts(store, ["full_day"], by=BY)
    page.side.plan.plan()
    assert refused == ["NoShiftsError"]
    assert not page.planning.busy


def test_planning_at_once_from_the_notice(page):
    way_on = page.notices.findChild(QPushButton)
    assert way_on.text() == "Plan Nov 2026"
    way_on.click()
    assert page.side.currentWidget() is page.side.plan
    assert page.planning.proposal is not None
