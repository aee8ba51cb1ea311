from datetime import date

import pytest

from dutydesk.domain.calendar import LegalClass
from dutydesk.services import calendar, undo
from tests.invented import BY
from tests.ui.seen import cell, choose, put, shown, trigger

TEXT = """国务院办公厅通知2027年
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至12日（农历正月初七、周五）放假调休，共8天。1月31日（周日）上班。
"""


def test_a_pasted_notice_is_looked_over_and_entered(page, session):
    page.year.year.setValue(2027)
    dialog = page.paste_notice()
    assert not dialog.can_enter()
    dialog.text.setPlainText(TEXT)
    assert shown(dialog.days.view)[:1] == [["2027-01-01", "Fri", "statutory holiday", "元旦"]]
    assert "11 holidays" in dialog.notice()
    dialog.accept_notice()
    assert page.year.notice() == ""
    assert session.read(calendar.notices)[-1].source == "State Council notice for 2027"
    session.perform(undo.undo, by=BY)
    assert "2027" in page.year.notice()


def test_what_is_left_in_doubt_is_said(page):
    dialog = page.paste_notice()
    dialog.text.setPlainText("2027年端午节：6月12日至14日放假，共3天。")
    assert "festival itself" in dialog.notice()
    assert shown(dialog.days.view)[2][2] == "statutory holiday ?"


def test_a_text_that_is_no_notice_is_refused_in_place(page):
    dialog = page.paste_notice()
    dialog.text.setPlainText("今天天气很好")
    assert "今天天气很好" in dialog.notice()
    assert not dialog.can_enter()
    assert shown(dialog.days.view) == []


def test_special_days_are_typed_and_cleared(page, session, qtmodeltester):
    page.tabs.setCurrentWidget(page.special)
    view = page.special.list.table.view
    assert page.tabs.tabText(1) == "Special days of 2026 (5)"
    assert shown(view, "Date", "Weekday", "Counts as")[-1] == ["2026-10-10", "Sat", "working day"]
    put(view, "2026-10-05", "Kind of day", "statutory holiday")
    put(view, "2026-10-05", "Festival", "中秋节")
    assert session.read(calendar.calendar).day(date(2026, 10, 5)).legal is LegalClass.STATUTORY_HOLIDAY
    choose(view, "2026-10-10")
    trigger(page.special, "As the weekday")
    assert len(shown(view)) == 4
    qtmodeltester.check(view.model())


def test_a_kind_that_is_none_is_refused_in_its_cell(page, session):
    view = page.special.list.table.view
    put(view, "2026-10-05", "Kind of day", "holidayish")
    assert "holidayish" in page.special.list.notice()
    assert session.read(calendar.calendar).day(date(2026, 10, 5)).legal is LegalClass.ADJUSTED_REST


def test_a_sensitive_period_begins_with_a_leader_on_site(page, session):
    page.tabs.setCurrentWidget(page.sensitive)
    view = page.sensitive.list.table.view
    trigger(page.sensitive, "Add a sensitive period")
    put(view, 0, "Reason", "全国两会")
    put(view, 0, "From", "2027-03-03")
    put(view, 0, "To", "2027-03-12")
    put(view, 0, "Extra heads in every shift", "带班领导、值班员 2")
    (period,) = session.read(calendar.sensitive_periods)
    assert (len(period.period), period.places) == (10, (("leader", 1), ("officer", 2)))
    assert shown(view, "Days") == [["10"]]


@pytest.mark.parametrize(("title", "text"), [("To", "2020-01-01"), ("From", ""), ("Reason", "")])
def test_a_sensitive_period_cannot_end_before_it_begins_or_have_no_reason(page, session, title, text):
    trigger(page.sensitive, "Add a sensitive period")
    view = page.sensitive.list.table.view
    put(view, 0, "Reason", "汛期")
    before = session.read(calendar.sensitive_periods)
    put(view, 0, title, text)
    assert session.read(calendar.sensitive_periods) == before
    assert cell(view, 0, title).data() == text
    assert page.sensitive.list.notice()


def test_a_day_or_a_year_is_gone_to(page):
    page.go_to("2025-05-01")
    assert page.place() == "2025-05-01"
    page.go_to("2027")
    assert page.year.year.value() == 2027
    page.go_to("nowhere")
    assert page.place() == "2027-01-01"
