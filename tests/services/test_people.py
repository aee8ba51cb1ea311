from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.accounts import Role
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.followups import FollowUp
from dutydesk.domain.overtime import Overtime
from dutydesk.domain.people import Exemption, ExemptionScope, Pair, Section
from dutydesk.domain.roster import Duty, Tally
from dutydesk.errors import (
    AmbiguousPersonError,
    MissingFieldError,
    NameTakenError,
    OwnMatterError,
    ReversedPeriodError,
    SamePersonTwiceError,
    StillUsedError,
    UnknownPersonError,
    UnknownSectionError,
)
from dutydesk.services import followups, overtime, people
from dutydesk.services.changes import Topic, deed
from dutydesk.services.watch import sign_in
from dutydesk.storage.roster import DUTIES
from tests.invented import BY, journalled, staffed_store
from tests.services.nights import a_room, by, seat
from tests.services.test_rights import accounted_store, signed_in

NIGHTS = Exemption("e", "p1", ExemptionScope.NIGHT, "孕期", confirmed=False)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def store():
    return staffed_store()


def person(store, person_id):
    return next(each for each in people.staff(store).people if each.id == person_id)


def test_a_person_is_saved_with_every_reading_of_the_name(store):
    changed = replace(person(store, "p1"), name=" 曾堃 ")
    assert people.save_people(store, [changed], by=BY).topics is Topic.PEOPLE
    assert person(store, "p1").name == "曾堃"
    assert "zk" in person(store, "p1").initials


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": " "}, MissingFieldError),
        ({"section": ""}, MissingFieldError),
        ({"joined": date(2026, 5, 1), "left": date(2026, 4, 30)}, ReversedPeriodError),
    ],
)
def test_one_person_who_cannot_be_keeps_all_from_being_saved(store, change, error):
    before = journalled(store)
    first, second = person(store, "p1"), person(store, "p2")
    with pytest.raises(error):
        people.save_people(store, [replace(first, title="科长"), replace(second, **change)], by=BY)
    assert journalled(store) == before


def test_people_are_found_by_name_and_namesakes_by_section_too(store):
    namesake = replace(person(store, "p1"), id="other", section="s3")
    people.save_people(store, [namesake], by=BY)
    name = namesake.name
    assert people.find_person(store, f"{name}（综合科）").id == "other"
    assert people.staff(store).named("other") == f"{name}（综合科）"
    assert people.staff(store).named("p2") == person(store, "p2").name
    with pytest.raises(AmbiguousPersonError):
        people.find_person(store, name)
    with pytest.raises(UnknownPersonError):
        people.find_person(store, "无名氏")


def test_the_address_list_is_put_in_a_new_order(store):
    people.arrange_people(store, ["p3", "p1"], by=BY)
    order = [each.id for each in people.staff(store).people]
    assert order[:3] == ["p3", "p1", "p0"]
    assert len(order) == 12


def test_somebody_entered_by_mistake_goes_with_all_that_names_them(store):
    people.save_exemptions(store, [NIGHTS], by=BY)
    people.save_pairs(store, [Pair("ab", "p2", "p1", YEAR)], by=BY)
    people.save_tallies(store, [Tally("t", "p1", "officer", "workday", 3)], by=BY)
    people.remove_people(store, ["p1"], by=BY)
    left = people.staff(store)
    assert "p1" not in [each.id for each in left.people]
    assert (left.exemptions, left.pairs, left.tallies) == ((), (), ())


def test_whoever_has_duties_is_kept_and_so_is_everybody_removed_with_them(store):
    with deed(store, BY, "plan") as act:
        act.writing.put(DUTIES, Duty("d", PlaceKey(date(2026, 11, 16), "full_day", "officer", 0), "p1", "p1"))
    with pytest.raises(StillUsedError):
        people.remove_people(store, ["p2", "p1"], by=BY)
    assert len(people.staff(store).people) == 12


def test_a_section_is_added_found_and_removed(store):
    people.save_sections(store, [Section("new", "保密科", 9)], by=BY)
    assert people.staff(store).section_named(" 保密科 ").id == "new"
    people.remove_sections(store, ["new"], by=BY)
    with pytest.raises(UnknownSectionError):
        people.staff(store).section_named("保密科")


@pytest.mark.parametrize(("name", "error"), [("", MissingFieldError), ("秘书科", NameTakenError)])
def test_a_section_without_a_name_of_its_own_is_refused(store, name, error):
    with pytest.raises(error):
        people.save_sections(store, [Section("new", name)], by=BY)
    assert len(people.staff(store).sections) == 7


def test_a_section_with_people_is_kept(store):
    with pytest.raises(StillUsedError):
        people.remove_sections(store, ["s2"], by=BY)
    assert len(people.staff(store).sections) == 7


def test_exemptions_count_from_when_somebody_approved_them(store):
    people.save_exemptions(store, [NIGHTS], by=BY)
    people.confirm_exemptions(store, ["e"], approved_by=" 赵主任 ", by=BY)
    (confirmed,) = people.staff(store).exemptions
    assert (confirmed.confirmed, confirmed.approved_by) == (True, "赵主任")
    people.remove_exemptions(store, ["e"], by=BY)
    assert people.staff(store).exemptions == ()


def test_nobody_confirms_an_exemption_that_nobody_approved(store):
    people.save_exemptions(store, [NIGHTS], by=BY)
    with pytest.raises(MissingFieldError):
        people.confirm_exemptions(store, ["e"], approved_by="", by=BY)
    assert not people.staff(store).exemptions[0].confirmed


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"person": ""}, MissingFieldError),
        ({"reason": " "}, MissingFieldError),
        ({"scope": ExemptionScope.POST}, MissingFieldError),
        ({"first": date(2026, 2, 1), "last": date(2026, 1, 1)}, ReversedPeriodError),
    ],
)
def test_an_exemption_that_says_too_little_is_refused(store, change, error):
    with pytest.raises(error):
        people.save_exemptions(store, [replace(NIGHTS, **change)], by=BY)
    assert people.staff(store).exemptions == ()


def test_a_pair_is_made_and_dissolved(store):
    people.save_pairs(store, [Pair("ab", "p1", "p2", YEAR)], by=BY)
    assert len(people.staff(store).pairs) == 1
    people.remove_pairs(store, ["ab"], by=BY)
    assert people.staff(store).pairs == ()


@pytest.mark.parametrize(("other", "error"), [("p1", SamePersonTwiceError), ("", MissingFieldError)])
def test_a_pair_needs_two_people(store, other, error):
    with pytest.raises(error):
        people.save_pairs(store, [Pair("ab", "p1", other, YEAR)], by=BY)
    assert people.staff(store).pairs == ()


def test_a_tally_of_nothing_is_kept_until_it_is_removed(store):
    people.save_tallies(store, [Tally("t", "p1", "officer", "workday", 0)], by=BY)
    assert people.staff(store).tallies[0].count == 0
    people.save_tallies(store, [], forgotten=["t"], by=BY)
    assert people.staff(store).tallies == ()


def test_nobody_lets_their_own_exemption_count():
    store = accounted_store(p1={Role.PERSONNEL}, p2={Role.PLANNER})
    asked = Exemption("e", "p1", ExemptionScope.NIGHT, "孕期", confirmed=False)
    people.save_exemptions(store, [asked], by=signed_in("p1"))
    with pytest.raises(OwnMatterError):
        people.confirm_exemptions(store, ["e"], approved_by="副主任", by=signed_in("p1"))
    with pytest.raises(OwnMatterError):
        people.save_exemptions(store, [replace(asked, confirmed=True)], by=signed_in("p1"))
    people.save_exemptions(store, [replace(asked, confirmed=True)], by=signed_in("p2"))


def test_whoever_left_a_trace_is_not_removed():
    store = a_room()
    sign_in(store, seat(), "p11", unauthorised=True, by=by())
    night = Overtime(id="o", person="p10", starts=by(10).at, ends=by(14).at, reason="防汛会商")
    overtime.request(store, night, by=by(8))
    follow_up = FollowUp(
        id="f", content="催办", registered_at=by().at, due=by(9).at, handler="p9", responsible="蒋雅琴"
    )
    followups.register(store, follow_up, by=by())
    for person in ("p9", "p10", "p11"):
        with pytest.raises(StillUsedError):
            people.remove_people(store, [person], by=by(9))
