from dataclasses import replace

from dutydesk.domain.accounts import RIGHTS, Role, Sight, may_see
from dutydesk.domain.people import Exemption, ExemptionScope
from dutydesk.services.people import save_exemptions, save_people, staff
from dutydesk.services.roster import grid
from dutydesk.services.veils import VEIL, veiled, veiled_reasons, veiled_roster
from tests.builders import a_person, days
from tests.services.test_rights import accounted_store, signed_in


def test_phones_are_veiled_for_whoever_may_not_see_them():
    store = accounted_store(p1={Role.VIEWER})
    some = [a_person(1, phone="13800000001"), a_person(2, phone="13800000002"), a_person(3)]
    assert [each.phone for each in veiled(store, "p1", some)] == ["13800000001", VEIL, ""]
    assert [each.phone for each in veiled(store, "", some)] == [VEIL, VEIL, ""]
    assert veiled(store, "p0", some) == tuple(some)


def test_a_roster_shows_the_phones_that_its_reader_may_see():
    store = accounted_store(p1={Role.VIEWER}, p2={Role.DUTY_OFFICER})
    shown = grid(store, days("2026-11-16", 1))
    assert veiled_roster(store, "p1", shown).people["p3"].phone == VEIL
    assert veiled_roster(store, "p2", shown) == shown


def test_whoever_may_write_a_phone_sees_it():
    writers = RIGHTS["save_people"] | RIGHTS["import_people"]
    assert all(may_see({role}, Sight.PHONE) for role in writers)  # else a veil would be saved in its place


def test_a_veil_is_never_kept_in_the_place_of_a_phone():
    store = accounted_store()
    (before,) = (each for each in staff(store).people if each.id == "p3")
    (seen,) = veiled(store, "", [before])
    save_people(store, [replace(seen, title="调研员", short_phone="61111")], by=signed_in("p0"))
    (after,) = (each for each in staff(store).people if each.id == "p3")
    assert after == replace(before, title="调研员", short_phone="61111")


def test_reasons_of_exemptions_are_veiled_for_whoever_may_not_see_them_but_never_ones_own():
    store = accounted_store(p1={Role.DUTY_OFFICER}, p2={Role.PERSONNEL})
    some = [
        Exemption("e1", "p1", ExemptionScope.NIGHT, "孕期"),
        Exemption("e2", "p3", ExemptionScope.ALL, "病"),
    ]
    assert [each.reason for each in veiled_reasons(store, "p1", some)] == ["孕期", VEIL]
    assert [each.reason for each in veiled_reasons(store, "", some)] == [VEIL, VEIL]
    assert veiled_reasons(store, "p2", some) == tuple(some)
    save_exemptions(store, some, by=signed_in("p2"))
    save_exemptions(store, veiled_reasons(store, "", some), by=signed_in("p2"))
    assert [each.reason for each in staff(store).exemptions] == ["孕期", "病"]


def test_whoever_may_write_a_reason_sees_it():
    writers = RIGHTS["save_exemptions"] | RIGHTS["confirm_exemptions"]
    assert all(may_see({role}, Sight.LEAVE_REASON) for role in writers)


def test_the_note_of_the_staff_list_is_veiled_with_the_reasons():
    store = accounted_store(p1={Role.DUTY_OFFICER}, p2={Role.PERSONNEL})
    noted = a_person(3, note="孕期，不排夜班", phone="13800000003")
    assert veiled(store, "p1", [noted]) == (replace(noted, note=VEIL),)
    assert veiled(store, "p2", [noted]) == veiled(store, "p3", [noted]) == (noted,)
    (before,) = (each for each in staff(store).people if each.id == "p4")
    save_people(store, [replace(before, note="病")], by=signed_in("p2"))
    save_people(store, [replace(before, note=VEIL, title="调研员")], by=signed_in("p0"))
    assert replace(before, note="病", title="调研员") in staff(store).people
