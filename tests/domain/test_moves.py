from dutydesk.domain.brief import brief
from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Places
from dutydesk.domain.moves import broken_by, moved
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Pair
from dutydesk.domain.rules import Rule
from dutydesk.domain.situation import Situation
from tests.builders import MONDAY, POST, a_duty, a_person, a_place, a_shift, an_office, day, days, drawn

TUESDAY = a_place("2026-11-17")


def rules(situation: Situation, *cells):
    return [(each.rule, each.people) for each in broken_by(situation, cells)]


def test_a_free_person_breaks_nothing():
    office = drawn("ann *.....*\nbob ...*...\ncat .......")
    assert rules(office, (a_place(), "cat")) == []
    assert rules(office) == []


def test_whoever_is_on_leave_or_too_near_a_duty_is_named():
    office = drawn("ann *......\nbob ..*....\ncat x......\ndan .*.....")
    assert rules(office, (a_place(), "cat")) == [(Rule.ON_LEAVE, ("cat",))]
    assert rules(office, (a_place(), "dan")) == [(Rule.REST_TOO_SHORT, ("dan",))]
    assert rules(office, (a_place(), "bob")) == []


def test_duties_outside_the_days_that_change_count_too():
    office = drawn("ann *......\nbob ....*.*")
    found = broken_by(office, [(a_place(), "bob")])
    assert [each.rule for each in found] == [Rule.WEEK_LIMIT]


def test_what_is_wrong_already_is_no_new_trouble():
    office = drawn("ann **.....\nbob .......")
    assert rules(office, (TUESDAY, "ann")) == []
    assert rules(office, (TUESDAY, "bob")) == []


def test_an_exchange_is_judged_as_a_whole():
    office = drawn("ann *......\nbob .*.....")
    assert rules(office, (a_place(), "bob")) == [(Rule.REST_TOO_SHORT, ("bob",))]
    assert rules(office, (a_place(), "bob"), (TUESDAY, "ann")) == []


def test_an_emptied_place_is_nobodys_broken_rule():
    assert rules(drawn("ann *......"), (a_place(), None)) == []


def test_the_brief_knows_who_would_stand_where():
    asked = moved(brief(drawn("ann *......\nbob .......")), [(a_place(), "bob")])
    assert asked.before[0] == 1
    assert asked.situation.duty[a_place()].actual == "bob"
    assert asked.situation.duty[a_place()].planned == "ann"
    assert asked.situation.duty[a_place()].place.day == day("2026-11-16")


def test_two_of_one_section_may_not_stand_together_when_only_their_pair_is_over():
    places = tuple(Places(POST, rotation, 2) for rotation in RotationClass)
    people = [a_person(number, section="s") for number in range(2)]
    stood = (a_duty("p0", MONDAY), a_duty(None, MONDAY, seat=1))
    over = Pair("p", "p0", "p1", days("2026-11-20"))
    apart = PlanRules(sections_apart=True)
    office = an_office(people, shifts=(a_shift(places=places),), duties=stood, pairs=(over,), rules=apart)
    assert rules(office, (a_place(seat=1), "p1")) == [(Rule.SECTION_TOGETHER, ("p0", "p1"))]
