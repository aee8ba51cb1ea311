from datetime import date, timedelta

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.swaps import SwapKind, SwapState
from dutydesk.services import swaps
from dutydesk.services.calendar import save_days
from tests.invented import BY
from tests.services.swapping import PLACE, at, away, free, partner, stands
from ui.swapping.way_form import Way


def names(dialog):
    model = dialog.table.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_free_come_first_and_nobody_is_asked_without_a_reason(asked, store):
    dialog = asked()
    assert dialog.chosen() == free_first(dialog)
    assert not dialog.ask.isEnabled()
    dialog.reason.setText("外出培训")
    assert dialog.ask.isEnabled()
    assert stands(store, PLACE)[1] not in {line.person.id for line in dialog.table.model.rows()}


def free_first(dialog):
    first = dialog.table.model.rows()[0]
    assert first.candidate.obstacles == ()
    return first.person.id


def test_a_cover_is_asked_for(asked, store):
    dialog = asked()
    dialog.choose(free(store))
    dialog.reason.setText("外出培训")
    dialog.ask.click()
    (request,) = swaps.swaps(store)
    assert (request.kind, request.place, request.counterpart) == (SwapKind.COVER, PLACE, free(store))
    assert (request.state, request.reason) == (SwapState.REQUESTED, "外出培训")
    assert not dialog.isVisible()


def test_what_the_other_one_can_give_is_offered(asked, store):
    other, returned = partner(store)
    dialog = asked()
    dialog.choose(other)
    dialog.ways.buttons[Way.EXCHANGE].setChecked(True)
    offered = [dialog.ways.returns.itemData(at) for at in range(dialog.ways.returns.count())]
    assert returned in offered
    dialog.ways.returns.setCurrentIndex(offered.index(returned))
    dialog.reason.setText("外出培训")
    dialog.ask.click()
    (request,) = swaps.swaps(store)
    assert (request.kind, request.returned) == (SwapKind.EXCHANGE, returned)


def test_a_month_that_is_not_planned_is_offered(asked, store):
    dialog = asked()
    months = [dialog.ways.months.itemData(each) for each in range(dialog.ways.months.count())]
    assert date(2027, 1, 1) in months
    assert date(2026, 12, 1) not in months
    dialog.ways.buttons[Way.LATER].setChecked(True)
    dialog.ways.months.setCurrentIndex(months.index(date(2027, 1, 1)))
    dialog.reason.setText("外出培训")
    dialog.ask.click()
    assert swaps.swaps(store)[0].month == date(2027, 1, 1)


def test_scenario_9_the_day_before_a_holiday_a_reason_for_the_haste_is_wanted(asked, store, instant):
    save_days(store, [CalendarDay(PLACE.day, LegalClass.STATUTORY_HOLIDAY, "节日")], by=BY)
    instant[0] = at(PLACE.day - timedelta(days=1)).at
    dialog = asked()
    dialog.reason.setText("外出培训")
    assert dialog.late.isVisible()
    assert "2 days before" in dialog.late.text()
    assert not dialog.ask.isEnabled()
    dialog.urgency.setText("家属急诊")
    assert dialog.ask.isEnabled()
    dialog.ask.click()
    assert swaps.swaps(store)[0].urgency == "家属急诊"


def test_with_time_enough_no_haste_is_asked_about(asked):
    assert not asked().late.isVisible()


def test_a_shift_that_is_on_is_taken_over_now(asked, store, instant):
    instant[0] = at(PLACE.day, 22).at
    dialog = asked()
    assert dialog.ways.way is Way.NOW
    assert not dialog.ways.buttons[Way.COVER].isEnabled()
    other = free(store)
    dialog.choose(other)
    dialog.reason.setText("突发高烧")
    assert dialog.ask.text() == "Let them take over now"
    dialog.ask.click()
    assert stands(store, PLACE)[1] == other


def test_a_refusal_leaves_the_dialog_open(asked, store, refused):
    dialog = asked()
    other = free(store)
    dialog.choose(other)
    dialog.reason.setText("外出培训")
    away(store, other, PLACE.day)
    dialog.ask.click()
    assert refused == ["SwapBreaksRuleError"]
    assert dialog.isVisible()


def test_a_paper_is_kept_with_the_word(asked, store):
    dialog = asked()
    dialog.choose(free(store))
    dialog.reason.setText("外出培训")
    dialog.paper.setText("3号")
    dialog.ask.click()
    assert swaps.swaps(store)[0].asked.paper == "3号"
    assert names(dialog)
