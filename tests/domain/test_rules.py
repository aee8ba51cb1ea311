"""Each rule finds the one violation that was planted, and nothing where none was."""

from dataclasses import replace

import pytest

from dutydesk.domain.brief import brief
from dutydesk.domain.calendar import Calendar, SensitivePeriod
from dutydesk.domain.duties import Post, Turn
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Exemption, ExemptionScope, Pair
from dutydesk.domain.rules import (
    SEVERITY,
    Rule,
    Severity,
    check,
    filled_around,
    holiday_rosters_due,
    lasting,
)
from tests.builders import (
    MONDAY,
    POST,
    a_duty,
    a_leave,
    a_place,
    a_shift,
    an_office,
    day,
    days,
    drawn,
    the_calendar,
)

CLEAN = """
    ann *...*..
    bob .*...*.
    cat ..*...*
    dan ...*...
"""
WEDNESDAY = day("2026-11-18")


def clean(**facts):
    return drawn(CLEAN, **facts)


def found(office):
    return [(each.rule, each.day, each.people) for each in check(brief(office))]


def only(office):
    """The one finding of an office, and that its place and people are of the staff."""
    (finding,) = check(brief(office))
    assert finding.severity is SEVERITY[finding.rule]
    assert set(finding.people) <= office.index.keys()
    return finding


def standing(office, person, on):
    """The same with somebody else at the places of a day."""
    stood = a_place(on).day
    duties = (replace(each, actual=person) if each.place.day == stood else each for each in office.duties)
    return replace(office, duties=tuple(duties))


def without(office, person, **facts):
    people = tuple(replace(each, **facts) if each.id == person else each for each in office.people)
    return replace(office, people=people)


def test_a_clean_roster_has_no_findings():
    assert found(clean()) == []


PLANTED = {
    Rule.EMPTY_PLACE: (lambda: standing(clean(), None, WEDNESDAY), ()),
    Rule.ON_LEAVE: (lambda: replace(clean(), leaves=(a_leave("cat", WEDNESDAY),)), ("cat",)),
    Rule.EXEMPT: (
        lambda: replace(
            clean(),
            exemptions=(
                Exemption("e", "cat", ExemptionScope.NIGHT, "孕期", first=WEDNESDAY, last=WEDNESDAY),
            ),
        ),
        ("cat",),
    ),
    Rule.NOT_SERVING: (lambda: without(clean(), "cat", joined=day("2026-11-19")), ("cat",)),
    Rule.NO_LEADER: (
        lambda: replace(
            clean(),
            posts=(Post(POST, "值班员"),),
            sensitive=(SensitivePeriod("s", days(WEDNESDAY), "两会"),),
        ),
        (),
    ),
    Rule.PAIR_TOGETHER: (
        lambda: two_a_day(pairs=(Pair("p", "cat", "dan", days(WEDNESDAY)),)),
        ("cat", "dan"),
    ),
    Rule.SECTION_TOGETHER: (
        lambda: without(two_a_day(rules=PlanRules(sections_apart=True)), "dan", section="s2"),
        ("cat", "dan"),
    ),
}


def two_a_day(**facts):
    """Two officers on Wednesday, one on the other days."""
    extra = SensitivePeriod("s", days(WEDNESDAY), "两会", ((POST, 1),))
    office = clean(sensitive=(extra,), **facts)
    moved = standing(office, "ann", "2026-11-19")
    others = (each for each in moved.duties if each.place.day != day("2026-11-20"))
    return replace(moved, duties=(*others, a_duty("dan", WEDNESDAY, seat=1)))


@pytest.mark.parametrize("rule", PLANTED, ids=str)
def test_the_planted_violation_is_the_one_that_is_found(rule):
    plant, people = PLANTED[rule]
    office = plant()
    errors = [each for each in check(brief(office)) if each.rule is rule]
    assert [(each.day, each.people, each.severity) for each in errors] == [
        (WEDNESDAY, people, Severity.ERROR)
    ]
    assert [each.place for each in errors if each.place] == (
        [] if rule is Rule.NO_LEADER else [errors[0].place]
    )


def test_somebody_not_named_for_the_post_is_found():
    finding = only(without(clean(rules=PlanRules(fair_bound=9)), "dan", posts=frozenset()))
    assert (finding.rule, finding.day, finding.people) == (Rule.WRONG_POST, day("2026-11-19"), ("dan",))


def test_two_duties_on_one_day_are_found():
    office = standing(two_a_day(), "cat", WEDNESDAY)
    errors = [each for each in check(brief(office)) if each.rule is Rule.DOUBLE_DUTY]
    assert [(each.place, each.people) for each in errors] == [(a_place(WEDNESDAY, seat=1), ("cat",))]


@pytest.mark.parametrize(
    ("rules", "shift", "broken"),
    [
        (PlanRules(), a_shift(), True),
        (PlanRules(consecutive_days=True, rest_hours=0), a_shift(), False),
        (PlanRules(consecutive_days=True, rest_hours=1), a_shift(), True),
        (PlanRules(consecutive_days=True, rest_hours=0), a_shift(rest_hours=48), True),
    ],
)
def test_too_little_rest_is_found(rules, shift, broken):
    office = drawn("ann **.....\nbob ..*.*..\ncat ...*.*.\ndan ......*", rules=rules, shifts=(shift,))
    errors = [
        each for each in check(brief(office)) if each.rule is Rule.REST_TOO_SHORT and "ann" in each.people
    ]
    assert [(each.day, dict(each.facts)["earlier"]) for each in errors] == (
        [(day("2026-11-17"), "2026-11-16")] if broken else []
    )


def test_rest_is_counted_over_the_edge_of_the_period():
    before = a_duty("ann", "2026-11-15")
    office = clean()
    errors = check(brief(replace(office, duties=(before, *office.duties))))
    assert [(each.rule, each.day, each.people) for each in errors] == [
        (Rule.REST_TOO_SHORT, MONDAY, ("ann",))
    ]


def test_more_duties_a_week_than_allowed_are_found_and_another_week_is_another():
    office = drawn("ann *.*.*..\nbob .*.*.*.\ncat ......*", rules=PlanRules(week_limit=2))
    errors = [each for each in check(brief(office)) if each.rule is Rule.WEEK_LIMIT]
    assert [(each.people, dict(each.facts)["count"], dict(each.facts)["limit"]) for each in errors] == [
        (("ann",), "3", "2"), (("bob",), "3", "2"),
    ]  # fmt: skip
    weeks = drawn("ann *.*....*.*....\nbob .*.*....*.*...", rules=PlanRules(week_limit=2))
    assert Rule.WEEK_LIMIT not in [each.rule for each in check(brief(weeks))]


def test_a_pair_is_kept_apart_only_while_it_lasts():
    lasting = Pair("p", "cat", "dan", days(WEDNESDAY))
    over = replace(lasting, period=days(MONDAY, 2))
    for pair, broken in ((lasting, True), (over, False)):
        rules = [each.rule for each in check(brief(two_a_day(pairs=(pair,))))]
        assert (Rule.PAIR_TOGETHER in rules) is broken


def test_a_leader_on_another_day_does_not_lead_on_this_one():
    period = SensitivePeriod("s", days(MONDAY, 7), "两会")
    office = standing(clean(sensitive=(period,)), None, WEDNESDAY)
    assert [each.day for each in check(brief(office)) if each.rule is Rule.NO_LEADER] == [WEDNESDAY]


def test_an_unfair_roster_is_found_and_a_fair_one_is_not():
    free = PlanRules(week_limit=0, rest_hours=0, consecutive_days=True)
    unfair = drawn("ann ****...\nbob ....*.*\ncat .....*.", rules=free)
    finding = only(unfair)
    assert (finding.rule, finding.severity) == (Rule.UNFAIR, Severity.WARNING)
    assert dict(finding.facts) == {"post": POST, "rotation": "workday", "fewest": "0", "most": "4"}
    assert found(replace(unfair, rules=replace(free, fair_bound=4))) == []


def test_a_difference_that_the_days_around_even_out_is_not_unfair():
    free = PlanRules(week_limit=0, rest_hours=0, consecutive_days=True)
    whole = drawn("ann **..*\nbob ..**.", rules=free)
    part = replace(whole, period=days(MONDAY, 2))
    assert [each.rule for each in check(brief(part))] == [Rule.UNFAIR]
    assert lasting(check(brief(part)), brief(whole)) == ()
    assert lasting(check(brief(part)), brief(part)) == check(brief(part))


def test_other_findings_last_whatever_the_days_around_are():
    assert lasting(check(brief(an_office(4))), brief(clean())) == check(brief(an_office(4)))


def test_a_filled_stretch_ends_at_the_first_empty_place():
    office = drawn("ann *.***.*")
    assert filled_around(office, days("2026-11-19")) == days("2026-11-18", "2026-11-20")
    assert filled_around(office, days("2026-11-17")) == days("2026-11-16", "2026-11-20")


def test_an_empty_roster_is_not_called_unfair():
    rules = {each.rule for each in check(brief(an_office(4)))}
    assert rules == {Rule.EMPTY_PLACE}


def test_a_year_without_notice_is_found_from_its_first_day_planned():
    office = an_office(4, days("2026-12-31", 3), calendar=the_calendar())
    warnings = [each for each in check(brief(office)) if each.rule is Rule.YEAR_WITHOUT_NOTICE]
    assert [(each.day, each.facts, each.severity) for each in warnings] == [
        (day("2027-01-01"), (("year", "2027"),), Severity.WARNING)
    ]


def test_a_duty_of_an_older_pattern_is_noted():
    office = clean(shifts=(a_shift(), a_shift(id="old", places=())))
    finding = only(replace(office, duties=(*office.duties, a_duty("dan", "2026-11-22", shift="old"))))
    assert (finding.rule, finding.severity, finding.people) == (Rule.OLD_PATTERN, Severity.NOTE, ("dan",))


def test_an_exemption_that_nobody_confirmed_is_noted():
    exemption = Exemption("e", "ann", ExemptionScope.ALL, "病", confirmed=False)
    finding = only(clean(exemptions=(exemption,)))
    assert (finding.rule, finding.severity, finding.facts) == (
        Rule.UNCONFIRMED_EXEMPTION, Severity.NOTE, (("reason", "病"),),
    )  # fmt: skip
    assert found(clean(exemptions=(replace(exemption, person="gone"),))) == []


def test_a_locked_or_published_cell_excuses_nothing():
    office = replace(clean(), leaves=(a_leave("cat", WEDNESDAY),))
    held = replace(office, duties=tuple(replace(each, locked=True) for each in office.duties))
    kept = replace(office, kept=frozenset(each.place for each in office.duties))
    assert found(held) == found(kept) == found(office) != []


def test_the_days_of_one_weeks_turn_are_no_rest_broken():
    week = drawn("ann *******\nbob .......", shifts=(a_shift(turn=Turn.WEEK),))
    assert found(week) == []


HOLIDAY = days("2026-10-01", "2026-10-07")


@pytest.mark.parametrize(
    ("today", "published", "late"),
    [
        ("2026-09-28", False, False),  # three days before: the last day on which it is in time
        ("2026-09-29", False, True),
        ("2026-09-29", True, False),
        ("2026-10-07", False, True),
        ("2026-10-08", False, False),
    ],
)
def test_a_holiday_roster_is_due_three_days_before_the_block(today, published, late):
    office = an_office(9, days("2026-09-01", "2026-10-31"), calendar=the_calendar())
    kept = frozenset(office.places(HOLIDAY)) if published else frozenset()
    due = holiday_rosters_due(replace(office, kept=kept), day(today))
    found = [(each.rule, each.severity) for each in due if each.day == HOLIDAY.first]
    assert found == ([(Rule.NOT_SENT_UP, Severity.WARNING)] if late else [])


@pytest.mark.parametrize("period", [days("2025-01-01", "2025-01-31"), days("2025-02-01", "2025-02-28")])
def test_a_block_over_the_end_of_a_month_is_asked_for_as_far_as_the_month_goes(period):
    office = an_office(9, period, calendar=the_calendar())
    published = replace(office, kept=frozenset(office.places(period)))
    assert [each.rule for each in holiday_rosters_due(office, day("2025-01-26"))] == [Rule.NOT_SENT_UP]
    assert list(holiday_rosters_due(published, day("2025-01-26"))) == []


def test_findings_come_in_the_order_of_days():
    office = replace(an_office(4, days("2026-12-28", 14)), calendar=Calendar())
    listed = [each.day for each in check(brief(office))]
    assert listed == sorted(listed)


def test_every_rule_has_its_severity_and_was_planted_here():
    assert SEVERITY.keys() == set(Rule)
    errors = {rule for rule, severity in SEVERITY.items() if severity is Severity.ERROR}
    planted_alone = {Rule.WRONG_POST, Rule.DOUBLE_DUTY, Rule.REST_TOO_SHORT, Rule.WEEK_LIMIT}
    assert errors == PLANTED.keys() | planted_alone
