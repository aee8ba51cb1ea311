from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.history import Search
from dutydesk.domain.people import Section
from dutydesk.storage import history
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.roster import DUTIES
from tests.builders import BY
from tests.storage.values import ONE_EACH

LATER = replace(BY, actor="刘洋", on_behalf_of="陈局长", at=BY.at + timedelta(days=1))


@pytest.fixture
def store(store):
    with store.write(LATER, "rename", deed_id="1") as writing:
        writing.put(SECTIONS, Section("s", "督查科", 1))
        writing.remove(DUTIES, "d")
        writing.put(PEOPLE, replace(store.get(PEOPLE, "q"), title="科长"))
    return store


def test_pages_come_newest_first_and_go_on_where_the_one_before_ended(store):
    newest = store.db.execute("select max(seq) from journal").fetchone()[0]
    found, after = [], None
    while page := history.page(store, Search(), 4, after):
        found += [each.seq for each in page]
        after = (page[-1].lamport, page[-1].device)
    assert found == list(range(newest, 0, -1))
    assert history.count(store, Search()) == newest


@pytest.mark.parametrize(
    ("search", "deeds"),
    [
        (Search(since=LATER.at), {"rename"}),
        (Search(until=LATER.at), {"fill"}),
        (Search(since=BY.at, until=BY.at + timedelta(seconds=1)), {"fill"}),
        (Search(actor="刘洋"), {"rename"}),
        (Search(actor="陈局长"), {"rename"}),
        (Search(deed="fill"), {"fill"}),
        (Search(deed="nothing"), set()),
        (Search(actor="刘洋", deed="fill"), set()),
    ],
)
def test_what_is_looked_for_is_found(store, search, deeds):
    found = history.page(store, search, 1000)
    assert {each.deed for each in found} == deeds
    assert history.count(store, search) == len(found)


def test_tables_and_rows_narrow(store):
    tables = {each.table_name for each in history.page(store, Search(tables=frozenset({"duty", "wish"})), 99)}
    assert tables == {"duty", "wish"}
    (renamed, entered) = history.page(store, Search(rows=(("section", "s"), ("section", "none"))), 99)
    assert (renamed.deed, entered.deed) == ("rename", "fill")


def test_a_person_is_found_as_a_row_and_wherever_a_row_names_them(store):
    found = {(each.table_name, each.row_id) for each in history.page(store, Search(about="q"), 99)}
    assert found == {("person", "q"), ("ab_pair", "ab"), ("duty", "d")} | {
        each for each in found if each[0] not in {"person", "ab_pair", "duty"}
    }
    assert ("section", "s") not in found


def test_who_and_what_is_offered_once_each(store):
    assert {actor for actor, _ in history.doings(store)} == {"刘洋", BY.actor}
    assert {name for _, name in history.doings(store)} == {"fill", "rename"}


def test_the_places_of_duties_that_are_gone_are_known(store):
    place = ONE_EACH["duty"].place
    assert list(history.duty_places(store)) == [
        ("d", place.day.isoformat(), place.shift, place.post, place.seat)
    ]


def test_the_name_of_a_row_that_is_gone_is_known(store):
    with store.write(LATER, "add", deed_id="2") as writing:
        writing.put(SECTIONS, Section("t", "旧科"))
        writing.remove(SECTIONS, "t")
    assert list(history.last_names(store)) == [("section", "t", "旧科")]
