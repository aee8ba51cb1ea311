from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.roster import News, Publication, changed_since, news_of, published_cells, renewed
from tests.builders import MONDAY, a_duty, a_place, day, days

MON, TUE, WED = (a_place(f"2026-11-{number}") for number in (16, 17, 18))


def a_publication(version, hour, **cells):
    at = datetime(2026, 11, 13, hour, tzinfo=UTC)
    places = {"mon": MON, "tue": TUE, "wed": WED}
    known = tuple((places[name], person) for name, person in cells.items())
    return Publication(f"v{version}", days(MONDAY, 7), version, at, "王敏", known)


def test_what_was_made_known_last_holds_place_by_place():
    second, first = (
        a_publication(2, 10, tue="bob", wed=None),
        a_publication(1, 9, mon="ann", tue="ann", wed="ann"),
    )
    assert published_cells([second, first]) == {MON: "ann", TUE: "bob", WED: None}


def test_only_a_place_that_was_made_known_can_have_changed():
    known = {MON: "ann", TUE: "bob"}
    duties = [a_duty("ann", "2026-11-16"), a_duty("cat", "2026-11-17"), a_duty("cat", "2026-11-18")]
    assert changed_since(known, duties) == {TUE}


def test_a_place_that_was_emptied_has_changed():
    emptied = replace(a_duty("ann"), actual=None)
    assert changed_since({MON: "ann"}, [emptied]) == {MON}


def test_everybody_is_told_what_they_gained_and_lost_by_the_first_day_that_changed():
    known = {MON: "ann", TUE: "bob", WED: "ann"}
    duties = [
        a_duty("ann", day("2026-11-16")),
        a_duty("cat", day("2026-11-17")),
        a_duty("bob", day("2026-11-18")),
    ]
    assert news_of(known, duties) == (
        News("bob", (WED,), (TUE,)),
        News("cat", (TUE,), ()),
        News("ann", (), (WED,)),
    )


@given(
    st.dictionaries(st.sampled_from((MON, TUE, WED)), st.sampled_from(("ann", "bob", None))),
    st.dictionaries(st.sampled_from((MON, TUE, WED)), st.sampled_from(("ann", "bob"))),
)
def test_the_news_turn_the_old_roster_into_the_new_one(known, present):
    duties = [a_duty(person, place.day) for place, person in present.items()]
    told = dict(known)
    news = news_of(known, duties)
    for each in news:
        told.update(dict.fromkeys(each.lost))
    for each in news:
        told.update(dict.fromkeys(each.gained, each.person))
    assert {place: person for place, person in told.items() if person} == present


def test_what_the_newest_version_changed_is_told_apart_from_what_it_took_over():
    first = a_publication(1, 8, mon="ann", tue="bob")
    second = a_publication(2, 9, mon="cat", tue="bob", wed="dan")
    third = a_publication(3, 10, mon="cat", tue=None)
    assert renewed([first]) == frozenset()
    assert renewed([second, first]) == {MON}
    assert renewed([first, second, third]) == {TUE}
