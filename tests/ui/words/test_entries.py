from contextlib import closing
from dataclasses import replace

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.history import Names, Search
from dutydesk.domain.people import Exemption, ExemptionScope, Pair
from dutydesk.services import history
from dutydesk.services.office import office, rules, save_office, save_rules
from dutydesk.services.people import remove_exemptions, save_exemptions, save_pairs, save_people, staff
from tests.builders import MONDAY
from tests.invented import BY, staffed_store
from ui.words.entries import change_text, field_texts, record_text


@pytest.fixture
def store():
    with closing(staffed_store()) as opened:
        yield opened


@pytest.fixture
def told(store):
    """The newest changes of a table as record and change."""

    def tell(table, number=1):
        found = history.page(store, Search(tables=frozenset({table})), viewer="")[:number]
        names = history.names(store)
        return [(record_text(each, names), change_text(each, names)) for each in found]

    return tell


def test_a_change_says_which_record_and_what_became_what(store, told):
    person = staff(store).people[1]
    save_people(store, [replace(person, title="处长", posts=frozenset({"leader", "officer"}))], by=BY)
    ((record, change),) = told("person")
    assert record == f"person: {person.name}"
    assert f"title {person.title or '—'} → 处长" in change
    assert "may stand" in change
    assert "带班领导, 值班员" in change


def test_what_is_entered_and_removed_is_told_with_names_for_ids(store, told):
    name = staff(store).named("p2")
    save_exemptions(store, [Exemption("e", "p2", ExemptionScope.NIGHT, "孕期", first=MONDAY)], by=BY)
    ((record, change),) = told("exemption")
    assert record == f"exemption: {name} 16 Nov 2026"
    assert change == f"entered: confirmed yes; from 16 Nov 2026; person {name}; reason 孕期; spared nights"
    remove_exemptions(store, ["e"], by=BY)
    assert told("exemption")[0][1].startswith("removed: ")


def test_a_pair_is_told_by_both(store, told):
    save_pairs(store, [Pair("ab", "p2", "p3", Period(MONDAY, MONDAY))], by=BY)
    ((record, _),) = told("ab_pair")
    everybody = staff(store)
    assert record == f"A/B pair: {everybody.named('p2')} {everybody.named('p3')} 16 Nov 2026"


def test_a_part_is_told_by_what_it_belongs_to_and_never_by_its_id(store, told):
    save_people(store, staff(store).people[:1], by=BY)
    names = Names({"incident": {"i": "山体滑坡"}, "follow_up": {"f": "№3"}})
    (event,) = history.page(store, Search(tables=frozenset({"person"})), viewer="")[:1]
    report = replace(event, table="report", row="0192", facts={"id": "0192", "incident": "i"})
    matter = replace(event, table="follow_up", row="f", facts={"id": "f"})
    assert record_text(report, names) == "report of an incident: 山体滑坡"
    assert record_text(matter, names) == "follow-up: №3"


def test_a_particular_of_the_office_and_a_rule_are_told_by_their_words(store, told):
    save_office(store, replace(office(store), fax="0571-1", chief="p2"), by=BY)
    named = dict(told("office", 2))
    assert named["office particulars: fax"] == "fax — → 0571-1"
    assert named["office particulars: chief duty leader"].endswith(staff(store).named("p2"))
    save_rules(store, replace(rules(store, MONDAY), week_limit=4), MONDAY, by=BY)
    ((record, _),) = told("rule")
    assert record == "rule: Most duties of a person in a week (0: no limit)"


def test_fields_that_follow_from_others_are_not_told(store):
    (event,) = history.page(store, Search(rows=(("person", "p2"),)), viewer="")
    told = {name for name, _, _ in field_texts(event, history.names(store))}
    assert "name" in told
    assert not told & {"order", "pinyin", "initials", "id"}
