from dataclasses import replace

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DISCIPLINE
from dutydesk.domain.violations import State
from dutydesk.errors import (
    FutureEntryError,
    MissingFieldError,
    StillUsedError,
)
from dutydesk.errors.discipline import (
    StoodInError,
)
from dutydesk.services import violations
from dutydesk.services.charges import register
from dutydesk.services.discipline import candidates
from dutydesk.services.people import remove_people
from dutydesk.services.rulebook import save_family
from dutydesk.services.watch import note_vacancies, sign_in
from tests.builders import day
from tests.services.cases import (
    brought,
    charge,
    confirmed,
    state_of,
)
from tests.services.nights import DEPUTY, MAIN, a_room, arrive, by, seat


@pytest.fixture
def store():
    return a_room()


def found(store, violation):
    return next(each for each in violations.of_year(store, 2026) if each.id == violation)


def test_who_stood_in_is_the_one_accountable(store):
    sign_in(store, seat(), "p8", cover_by="赵主任", by=by(0))
    with pytest.raises(StoodInError) as refused:
        register(store, charge(person="p1"), by=by(14))
    assert (refused.value.name, refused.value.actual) == ("钱堃", "冯志强")
    assert found(store, brought(store)).person == "p8"
    swapped = charge(ViolationKind.UNAUTHORISED_SWAP, person="p1")
    assert found(store, brought(store, swapped)).person == "p1"


def test_a_violation_says_what_was_found_of_whom_and_when(store):
    for facts, refusal in (
        ({"what": " "}, MissingFieldError),
        ({"place": None}, MissingFieldError),
        ({"hours": 15.0}, FutureEntryError),
    ):
        with pytest.raises(refusal):
            register(store, charge(**facts), by=by(14))


def test_the_leader_answers_too_where_the_rules_say_so_in_a_course_of_their_own(store):
    half = replace(DISCIPLINE.defaults, joint_percent=50)
    save_family(store, DISCIPLINE, half, day("2026-01-01"), by=by(0))
    register(store, charge(), by=by(14))
    first, joint = violations.readable(store, "")
    assert (first.person, first.due, first.joint_of) == ("p1", 500, "")
    assert (joint.person, joint.due, joint.joint_of, joint.number) == ("p0", 250, first.id, 2)
    assert len(violations.course(store, joint.id)) == 1


def test_a_vacancy_becomes_a_violation_only_by_somebodys_word(store):
    arrive(store, 0, DEPUTY)
    note_vacancies(store, by=by(0.6))
    assert violations.readable(store, "") == ()
    vacant = next(each for each in candidates(store) if each.place == seat())
    told = charge(vacant.kind, hours=0, place=vacant.place, candidate=vacant.id)
    assert found(store, brought(store, told)).candidate == vacant.id


def test_somebody_with_a_violation_stays_in_the_staff_list(store):
    arrive(store, 0, MAIN)
    brought(store, charge(person="p12", place=None))
    with pytest.raises(StillUsedError):
        remove_people(store, ["p12"], by=by(15))


def test_a_rule_changed_in_the_middle_of_the_year_judges_only_what_comes_after(store):
    dearer = replace(DISCIPLINE.defaults, points=(("absent_from_post", 800, "point"),))
    save_family(store, DISCIPLINE, dearer, day("2026-11-21"), by=by(0))
    before = confirmed(store)
    after = confirmed(store, charge(hours=25, place=seat(1)), hours=26)
    assert state_of(store, before) == (State.CONFIRMED, 5)
    assert state_of(store, after) == (State.CONFIRMED, 8)
    assert [found(store, each).rule for each in (before, after)] == ["", "discipline.points@2026-11-21"]
