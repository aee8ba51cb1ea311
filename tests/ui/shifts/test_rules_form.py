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
