"""The matrix drawn a second time, and the rules of one's own word and one's own matter."""

from dataclasses import replace

import pytest

from dutydesk.domain.accounts import (
    IN_PERSON,
    OPEN,
    RIGHTS,
    Role,
    Sight,
    has_word_of,
    is_own,
    may,
    may_enter,
    may_see,
    refuse_own,
    who_may,
)
from dutydesk.errors import OwnMatterError
from tests.builders import BY

LETTERS = dict(zip("VOLPASIX", Role, strict=True))
DRAWN = """
save_accounts            .......X
remove_accounts          .......X
set_secret               .......X
keep_code                .......X
save_sign_in_rules       .......X
see_broken_glass         .......X
let_try_again            ..L....X
change_secret            VOLPASIX
open_desk                VOLPASIX
enter_wrong_secret       VOLPASIX
enter_wrong_code         VOLPASIX
wait_anew                VOLPASIX
break_glass              VOLPASIX
save_office              ...P...X
save_rules               ...P...X
adopt_preset             ...P...X
save_posts               ...P...X
remove_posts             ...P...X
save_shifts              ...P...X
remove_shifts            ...P...X
set_second_folder        .......X
save_calendar_days       ...P...X
clear_calendar_days      ...P...X
adopt_notice             ...P...X
save_sensitive_periods   ...P...X
remove_sensitive_periods ...P...X
import_calendar          ...P...X
save_sections            ...P.S.X
remove_sections          ...P.S.X
save_people              ...P.S.X
arrange_people           ...P.S.X
remove_people            ...P.S.X
save_pairs               ...P.S.X
remove_pairs             ...P.S.X
save_tallies             ...P.S.X
import_people            ...P.S.X
import_tally             ...P.S.X
save_exemptions          ...P.S..
remove_exemptions        ...P.S..
confirm_exemptions       ....AS..
draft_leave              VOLPASIX
ask_leave                VOLPASIX
extend_leave             VOLPASIX
cancel_leave             VOLPASIX
report_back              VOLPASIX
import_leave             ...P.S..
decide_leave             ....AS..
waive_duties             ..L.....
save_leave_types         .....S.X
remove_leave_types       .....S.X
save_approval_rules      .....S.X
remove_approval_rules    .....S.X
save_leave_credits       .....S.X
remove_leave_credits     .....S.X
lock_duties              ...P....
unlock_duties            ...P....
adopt_plan               ...P....
save_wishes              ...P....
remove_wishes            ...P....
assign_duties            ..LP....
note_duty                ..LP....
publish_roster           ...PA...
propose_swap             VOLPASIX
agree_swap               VOLPASIX
refuse_swap              VOLPASIX
cancel_swap              VOLPASIX
approve_swap             ..L.....
apply_swap               ..LP....
take_over_duty           .OL.....
settle_leave             ..LPA...
trust_clock              ..L....X
export_audit             ....ASIX
print_contacts           .OLPAS.X
sign_in                  .OL.....
sign_out                 .OL.....
open_incident            .OL.....
change_incident          .OL.....
tell_of_incident         .OL.....
issue_report             .OL.....
take_instruction         .OL.....
pass_on_instruction      .OL.....
answer_instruction       .OL.....
register_follow_up       .OL.....
add_progress             .OL.....
extend_follow_up         .OL.....
escalate_follow_up       .OL.....
close_follow_up          ..L.....
save_standing_orders     ..L.....
save_shift_note          .OL.....
hand_over                .OL.....
take_over                .OL.....
review_handover          .OL.....
register_violation       ..L..SI.
dismiss_candidate        ..L..SI.
inform_accused           ..L..SI.
plan_checks              .....SI.
record_check             ..L..SI.
issue_circular           ....AS..
hear_accused             VOLPASIX
request_overtime         VOLPASIX
record_overtime          VOLPASIX
verify_overtime          .....S..
refuse_overtime          ....AS..
appeal_violation         VOLPASIX
verify_violation         .....S..
add_points               .....S..
close_year               .....S..
confirm_violation        ....A...
decide_appeal            ....A...
cancel_violation         ....A...
excuse_violation         ....AS..
drop_violation           ....AS..
record_entry             .OL.....
correct_entry            .OL.....
pursue_entry             .OL.....
settle_entry             .OL.....
save_templates           .OL.....
remove_templates         .OL.....
make_seal_key            VOLPASIX
note_candidates          VOLPASIX
doubt_clock              VOLPASIX
end_doubt                VOLPASIX
seal_journal             VOLPASIX
found_office             VOLPASIX
restore_backup           VOLPASIX
salvage_file             VOLPASIX
"""
"""Viewer, duty Officer, duty Leader, Planner, Approver, perSonnel, Inspector, administrator (X)."""


def drawn(rights):
    """A matrix as a drawing, one line a deed."""
    return [
        f"{deed:25}" + "".join(letter if role in roles else "." for letter, role in LETTERS.items())
        for deed, roles in rights.items()
    ]


def test_the_matrix_is_the_one_that_is_drawn_here():
    assert sorted(drawn(RIGHTS)) == sorted(DRAWN.strip().splitlines())


@pytest.mark.parametrize("role", Role)
def test_every_pair_of_role_and_deed_is_as_drawn(role):
    for line in DRAWN.strip().splitlines():
        deed, marks = line.split()
        letter = next(each for each, named in LETTERS.items() if named is role)
        assert may({role}, deed) is (letter in marks), (role, deed)


def test_a_deed_that_the_matrix_does_not_know_is_nobodys():
    assert who_may("launder") == frozenset()
    assert not may(Role, "launder")


def test_an_open_deed_asks_for_no_role():
    assert all(may((), deed) for deed in OPEN)
    assert not any(may((), deed) for deed in RIGHTS.keys() - OPEN)


APPROVER, CLERK = frozenset({Role.APPROVER}), frozenset({Role.DUTY_OFFICER})


def test_a_clerk_enters_what_an_approver_decided_on_paper():
    assert may_enter(CLERK, APPROVER, "confirm_exemptions")
    assert not may_enter(CLERK, CLERK, "confirm_exemptions")
    assert not may_enter(frozenset({Role.VIEWER, Role.INSPECTOR}), APPROVER, "confirm_exemptions")


@pytest.mark.parametrize("deed", sorted(IN_PERSON))
def test_nobody_becomes_administrator_by_a_paper(deed):
    assert not may_enter(CLERK, frozenset(Role), deed)


@pytest.mark.parametrize(
    ("sight", "letters"), [(Sight.PHONE, "OLPASX"), (Sight.LEAVE_REASON, "PAS"), (Sight.POINTS, "ASI")]
)
def test_who_sees_what_is_not_for_everybody(sight, letters):
    assert {letter for letter, role in LETTERS.items() if may_see({role}, sight)} == set(letters)


def test_whoever_signed_in_has_their_own_word_and_no_other():
    by = replace(BY, person="p1")
    assert has_word_of(by, "p1")
    assert not has_word_of(by, "p2")


def test_a_paper_with_a_number_is_somebodys_word():
    assert has_word_of(replace(BY, person="p1", principal="p2", paper="2026-17"), "p2")
    assert not has_word_of(replace(BY, person="p1", principal="p2"), "p2")
    assert not has_word_of(replace(BY, person="p1", principal="p2", paper="2026-17"), "p3")


def test_in_an_office_without_accounts_the_desk_is_believed():
    assert has_word_of(BY, "p1")


@pytest.mark.parametrize("facts", [{"person": "p1"}, {"person": "p9", "principal": "p1", "paper": "2026-17"}])
def test_nobody_decides_what_is_their_own_not_on_paper_either(facts):
    by = replace(BY, **facts)
    assert is_own(by, ["p2", "p1"])
    with pytest.raises(OwnMatterError):
        refuse_own(by, "p2", "p1")


def test_what_is_somebody_elses_may_be_decided():
    refuse_own(replace(BY, person="p1"), "p2", "p3")
    refuse_own(BY, "p1")


def test_a_matter_of_nobody_is_not_the_matter_of_whoever_did_not_sign_in():
    refuse_own(BY, "")
