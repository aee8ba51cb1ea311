from dataclasses import fields, replace
from datetime import date

import pytest

from dutydesk.domain.office import PlanRules
from dutydesk.services import office
from tests.invented import BY
from ui.shifts.rules_form import rule_words


@pytest.fixture
def rules(page):
    page.go_to("rules")
    return page.rules


@pytest.fixture
def form(page):
    page.go_to("office")
    return page.office


def test_every_rule_has_a_word_and_a_field(rules):
    assert rule_words().keys() == {each.name for each in fields(PlanRules)}
    assert rules.entered() == PlanRules()
    assert not rules.save.isEnabled()


def test_rules_hold_from_their_day_on(rules, session):
    rules.field("week_limit").setValue(3)
    rules.field("sections_apart").setChecked(True)
    rules.valid_from.setText("2027-01-01")
    rules.save.click()
    kept = session.read(office.rules, date(2027, 1, 1))
    assert (kept.week_limit, kept.sections_apart) == (3, True)
    assert session.read(office.rules, session.today()) == PlanRules()
    assert rules.entered() == PlanRules()
    assert "2027" in rules.notice()
    assert "Most duties of a person in a week" in rules.history.text()


def test_a_day_that_is_none_keeps_what_was_entered(rules, session):
    rules.field("rest_hours").setValue(24)
    rules.valid_from.setText("2027-02-30")
    rules.save.click()
    assert "2027-02-30" in rules.notice()
    assert rules.field("rest_hours").value() == 24
    assert session.read(office.rule_history) == ()


def test_what_is_typed_survives_a_deed_elsewhere(rules, session):
    rules.field("week_limit").setValue(5)
    session.perform(office.save_office, replace(session.read(office.office), fax="1"), by=BY)
    assert rules.field("week_limit").value() == 5
    assert rules.save.isEnabled()


def test_the_particulars_are_saved_as_one_deed(form, session):
    form.lines["fax"].setText("0571-2")
    form.chief.setText("赵明远")
    form.notes.setPlainText("一、当面交接。\n二、电话畅通。")
    form.save.click()
    kept = session.read(office.office)
    assert (kept.fax, kept.chief, kept.notes.count("\n")) == ("0571-2", "p0", 1)
    assert kept.preset == "gaps"
    assert not form.save.isEnabled()


@pytest.mark.parametrize(("name", "chief"), [("", ""), ("云溪", "无名氏")])
def test_an_office_needs_a_name_and_a_chief_who_is_somebody(form, session, name, chief):
    before = session.read(office.office)
    form.lines["name"].setText(name)
    form.chief.setText(chief)
    form.save.click()
    assert form.notice()
    assert session.read(office.office) == before
    assert form.lines["name"].text() == name


def test_the_page_is_gone_to_by_its_tabs(page):
    page.go_to("office")
    assert page.place() == "office"
    page.commands()["find"]()
    assert page.place() == "pattern"
