import pytest

from dutydesk.domain.leave.chain import (
    USUAL,
    ApprovalRule,
    Approver,
    Decision,
    LeaveStep,
    Level,
    levels,
    rule_for,
)
from dutydesk.domain.leave.rules import LeaveRules
from tests.builders import a_person, day
from tests.domain.leave.office import PEOPLE, a_request, the_book

HEAD, DEPUTY, CHIEF, OUTSIDE = Approver
TODAY = day("2026-11-23")


@pytest.mark.parametrize(
    ("level", "halves", "steps"),
    [
        (Level.STAFF, 1, (HEAD,)),
        (Level.STAFF, 2, (HEAD,)),
        (Level.STAFF, 3, (HEAD, DEPUTY)),
        (Level.STAFF, 6, (HEAD, DEPUTY)),
        (Level.STAFF, 7, (HEAD, DEPUTY, CHIEF)),
        (Level.SECTION_HEAD, 2, (DEPUTY,)),
        (Level.SECTION_HEAD, 3, (CHIEF,)),
        (Level.DEPUTY, 1, (CHIEF,)),
        (Level.CHIEF, 1, (OUTSIDE,)),
    ],
)
def test_the_usual_chain_goes_by_level_and_days(level, halves, steps):
    assert rule_for(USUAL, level, "personal", halves, TODAY).steps == steps


def test_a_rule_for_a_kind_goes_before_one_for_all_and_a_newer_before_an_older():
    rules = (
        ApprovalRule("a", Level.STAFF, 0, None, (HEAD,)),
        ApprovalRule("b", Level.STAFF, 0, None, (DEPUTY,), valid_from=day("2026-01-01")),
        ApprovalRule("c", Level.STAFF, 0, None, (CHIEF,), kind="official"),
        ApprovalRule("d", Level.STAFF, 0, None, (HEAD,), valid_from=day("2027-01-01")),
    )
    assert rule_for(rules, Level.STAFF, "sick", 2, TODAY).id == "b"
    assert rule_for(rules, Level.STAFF, "official", 2, TODAY).id == "c"
    assert rule_for(rules, Level.CHIEF, "sick", 2, TODAY) is None


def test_levels_are_read_off_titles_and_there_is_one_chief():
    assert levels(PEOPLE, LeaveRules().levels) == {
        "chief": Level.CHIEF, "first": Level.DEPUTY, "second": Level.DEPUTY, "house": Level.DEPUTY,
        "head": Level.SECTION_HEAD, "ann": Level.STAFF, "bob": Level.STAFF, "cat": Level.STAFF,
        "dan": Level.STAFF,
    }  # fmt: skip


def test_the_chief_named_for_the_office_is_the_chief():
    known = levels(PEOPLE, LeaveRules().levels, "house")
    assert (known["house"], known["chief"]) == (Level.CHIEF, Level.DEPUTY)


def test_a_rank_goes_before_a_title():
    person = a_person(title="工会主席", rank="副主任级")
    assert levels([person], LeaveRules().levels) == {person.id: Level.DEPUTY}


@pytest.mark.parametrize(
    ("person", "approver", "names"),
    [
        ("ann", HEAD, ["head", "second", "chief"]),
        ("ann", DEPUTY, ["second", "chief"]),  # the one in charge of the section
        ("dan", DEPUTY, ["first", "second", "house", "chief"]),  # nobody is in charge of it
        ("dan", HEAD, ["first", "second", "house", "chief"]),  # it has no head
        ("first", CHIEF, ["chief"]),
        ("chief", CHIEF, []),
        ("chief", OUTSIDE, []),
    ],
)
def test_a_step_is_for_those_named_or_above_and_never_for_the_applicant(person, approver, names):
    assert [each.id for each in the_book().entitled(a_request(person), approver)] == names


@pytest.mark.parametrize(
    ("decision", "agreed"), [(None, False), (Decision.AGREED, True), (Decision.SENT_BACK, False)]
)
def test_only_what_was_decided_in_favour_is_agreed(decision, agreed):
    assert LeaveStep("s", "l", 1, HEAD, decision).is_agreed is agreed
