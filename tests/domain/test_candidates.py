from dataclasses import replace

import pytest

from dutydesk.domain.brief import brief
from dutydesk.domain.calendar import SensitivePeriod
from dutydesk.domain.candidates import Obstacle, candidates, obstacles
from dutydesk.domain.duties import Turn
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Exemption, ExemptionScope, Pair
from tests.builders import (
    MONDAY,
    POST,
    a_duty,
    a_leave,
    a_person,
    a_place,
    a_shift,
    an_office,
    day,
    days,
    drawn,
)

WEDNESDAY = a_place("2026-11-18")
FREE = PlanRules(week_limit=0)


def ranked(office, place=WEDNESDAY):
    return [(each.person, each.obstacles) for each in candidates(brief(office), place)]


def test_whoever_is_furthest_behind_comes_first_and_whoever_is_barred_last():
    """Between dan and bob it is the address list, read on after cat, who stood last."""
    office = drawn("ann *....\nbob .....\ncat ....*\ndan .x...", rules=FREE)
    earlier = a_duty("cat", "2026-11-12")
    found = ranked(replace(office, duties=(*office.duties, earlier)), a_place("2026-11-19"))
    assert found == [
        ("dan", ()), ("bob", ()), ("ann", ()), ("cat", (Obstacle.REST,)),
    ]  # fmt: skip


def test_a_candidate_says_what_is_owed_what_is_planned_and_when_it_was_last():
    office = drawn("ann *...*\nbob .....", rules=FREE)
    ann = next(each for each in candidates(brief(office), WEDNESDAY) if each.person == "ann")
    assert (ann.due, ann.count, ann.behind, ann.last) == (2.5, 2, 0.5, day("2026-11-16"))


def test_whoever_stands_the_place_already_is_no_obstacle_to_themselves():
    assert ranked(drawn("ann ..*..\nbob .....", rules=FREE)) == [("ann", ()), ("bob", ())]


def near(**facts):
    """The obstacles of ann, who stands Monday, at the place of Wednesday."""
    office = drawn("ann *....\nbob .....", **{"rules": FREE, **facts})
    return dict(ranked(office))["ann"]


@pytest.mark.parametrize(
    ("drawing", "rules", "obstacle"),
    [
        ("ann .*...\nbob .....", FREE, Obstacle.REST),
        ("ann ...*.\nbob .....", FREE, Obstacle.REST),
        ("ann *...*\nbob .....", PlanRules(week_limit=2), Obstacle.WEEK_LIMIT),
        ("ann ..x..\nbob .....", FREE, Obstacle.ON_LEAVE),
        ("ann ...x.\nbob .....", FREE, Obstacle.ON_LEAVE),
    ],
)
def test_what_stands_in_the_way_is_said(drawing, rules, obstacle):
    office = drawn(drawing, rules=rules)
    assert ranked(office) == [("bob", ()), ("ann", (obstacle,))]
    assert obstacles(brief(office), WEDNESDAY) == {"ann": obstacle}


def test_a_shift_that_wants_a_longer_rest_gets_it():
    long = a_shift(rest_hours=48)
    assert near(rules=FREE) == ()
    assert near(rules=PlanRules(week_limit=0, consecutive_days=True), shifts=(long,)) == (Obstacle.REST,)


def two_on_wednesday(**facts):
    """Bob stands one of two places on Wednesday; ann is asked for the other."""
    extra = SensitivePeriod("s", days("2026-11-18"), "两会", ((POST, 1),))
    return drawn("ann .....\nbob ..*..\ncat .....", sensitive=(extra,), **{"rules": FREE, **facts})


def test_the_partner_of_a_pair_is_in_the_way_while_the_pair_lasts():
    second = replace(WEDNESDAY, seat=1)
    pair = Pair("p", "bob", "ann", days("2026-11-18"))
    assert ranked(two_on_wednesday(pairs=(pair,)), second) == [
        ("cat", ()), ("ann", (Obstacle.PAIR,)), ("bob", (Obstacle.SAME_DAY,)),
    ]  # fmt: skip
    over = replace(pair, period=days(MONDAY, 2))
    assert dict(ranked(two_on_wednesday(pairs=(over,)), second))["ann"] == ()
    apart = PlanRules(week_limit=0, pairs_apart=False)
    assert dict(ranked(two_on_wednesday(pairs=(pair,), rules=apart), second))["ann"] == ()


def test_somebody_of_the_section_is_in_the_way_where_sections_are_kept_apart():
    office = two_on_wednesday(rules=PlanRules(week_limit=0, sections_apart=True))
    together = replace(office, people=tuple(replace(each, section="s") for each in office.people))
    assert dict(ranked(together, replace(WEDNESDAY, seat=1)))["ann"] == (Obstacle.SECTION,)
    assert dict(ranked(office, replace(WEDNESDAY, seat=1)))["ann"] == ()


def test_nobody_is_proposed_who_is_not_named_for_the_post():
    people = [a_person(0), a_person(1, posts=frozenset())]
    office = an_office(people, days(MONDAY, 5), rules=FREE)
    assert ranked(office) == [("p0", ())]
    assert obstacles(brief(office), WEDNESDAY) == {"p1": Obstacle.POST}


def test_everything_that_holds_whatever_is_planned_is_listed():
    people = [a_person(0), a_person(1, joined=day("2026-12-01"))]
    office = an_office(
        people,
        days(MONDAY, 5),
        leaves=(a_leave("p1", MONDAY, 5),),
        exemptions=(Exemption("e", "p1", ExemptionScope.NIGHT, "孕期"),),
    )
    found = dict(ranked(office))
    assert found["p1"] == (Obstacle.NOT_SERVING, Obstacle.EXEMPT, Obstacle.ON_LEAVE)
    assert obstacles(brief(office), WEDNESDAY) == {"p1": Obstacle.NOT_SERVING}


def test_a_place_that_the_pattern_does_not_have_has_no_candidates():
    assert ranked(an_office(), a_place("2026-11-18", seat=1)) == []


def test_the_days_of_the_same_weeks_turn_are_not_in_its_way():
    duties = tuple(a_duty("p0", on) for on in days(MONDAY, 7))
    office = an_office(2, days(MONDAY, 7), shifts=(a_shift(turn=Turn.WEEK),), duties=duties)
    assert dict(ranked(office)) == {"p0": (), "p1": ()}
