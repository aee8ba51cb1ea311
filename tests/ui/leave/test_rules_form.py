from datetime import date

from dutydesk.domain.leave.rules import LEAVE, LeaveRules
from dutydesk.services.rulebook import in_force


def test_the_numbers_of_leave_hold_from_their_day_on(page, store):
    page.go_to("rules")
    form = page.rules
    form.numbers["grace_days"].setValue(3)
    form.heads_apart.setChecked(False)
    form.scale.setText("1:5、10:10、20:20")
    form.valid_from.setText("2027-01-01")
    form.save.click()
    kept = in_force(store, LEAVE, date(2027, 1, 1))
    assert (kept.grace_days, kept.heads_apart, kept.annual_scale[-1]) == (3, False, (20, 20))
    assert in_force(store, LEAVE, date(2026, 12, 31)) == LeaveRules()


def test_what_is_no_day_or_no_scale_is_refused_in_place(page, store):
    page.go_to("rules")
    form = page.rules
    form.valid_from.setText("2026-11-31")
    form.save.click()
    assert "no day" in form.notice()
    form.valid_from.setText("")
    form.scale.setText("five")
    form.save.click()
    assert "1:5、10:10、20:15" in form.notice()
    assert in_force(store, LEAVE, date(2027, 1, 1)) == LeaveRules()
