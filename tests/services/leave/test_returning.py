import pytest

from dutydesk.domain.leave import Half, LeaveState
from dutydesk.errors import CertificateMissingError, LeaveNotBegunError, LeaveStateError
from dutydesk.services.leave.returning import overdue, report_back
from dutydesk.storage.leave import LEAVES
from tests.builders import day
from tests.invented import BY
from tests.services.leave.office import approved, asked, leave_store, state

MORNING, AFTERNOON = Half


def test_whoever_is_back_is_away_no_longer():
    store = leave_store()
    leave = approved(store, "ann", "2026-11-16", "2026-11-20")
    report_back(store, leave, day("2026-11-19"), MORNING, by=BY)
    kept = store.get(LEAVES, leave)
    assert (kept.state, kept.back) == (LeaveState.REPORTED_BACK, (day("2026-11-19"), MORNING))
    assert kept.taken().period.last == day("2026-11-18")
    with pytest.raises(LeaveStateError):
        report_back(store, leave, day("2026-11-19"), MORNING, by=BY)


def test_nobody_is_back_before_they_left():
    store = leave_store()
    leave = approved(store, "ann", "2026-11-16", "2026-11-20")
    with pytest.raises(LeaveNotBegunError):
        report_back(store, leave, day("2026-11-16"), MORNING, by=BY)
    with pytest.raises(LeaveStateError):
        report_back(store, asked(store), day("2026-11-24"), MORNING, by=BY)


def test_an_extension_ends_with_its_leave_and_is_called_off_when_it_was_not_needed():
    store = leave_store()
    first = approved(store, "ann", "2026-11-16", "2026-11-17")
    second = approved(store, "ann", "2026-11-18", id="second", extends=first)
    third = approved(store, "ann", "2026-11-19", id="third", extends="second")
    report_back(store, first, day("2026-11-18"), AFTERNOON, by=BY)
    assert [state(store, each) for each in (first, second, third)] == [
        LeaveState.REPORTED_BACK, LeaveState.REPORTED_BACK, LeaveState.CANCELLED,
    ]  # fmt: skip
    assert store.get(LEAVES, second).back == (day("2026-11-18"), AFTERNOON)
    assert store.get(LEAVES, first).taken().period.last == day("2026-11-17")


def test_two_days_ill_need_a_certificate_and_one_does_not():
    store = leave_store()
    long = approved(store, "ann", "2026-11-16", "2026-11-17", type="sick")
    with pytest.raises(CertificateMissingError) as refused:
        report_back(store, long, day("2026-11-18"), MORNING, by=BY)
    assert vars(refused.value) == {"kind": "sick", "days": "2"}
    report_back(store, long, day("2026-11-18"), MORNING, certificate="市一院诊断证明", by=BY)
    assert store.get(LEAVES, long).certificate == "市一院诊断证明"
    short = approved(store, "ann", "2026-11-19", type="sick")
    report_back(store, short, day("2026-11-20"), MORNING, by=BY)


def test_whoever_does_not_report_back_is_overdue_by_working_days():
    store = leave_store()
    leave = approved(store, "ann", "2026-11-19", "2026-11-20")
    assert overdue(store, day("2026-11-23")) == ()
    (late,) = overdue(store, day("2026-11-26"))
    assert (late.leave.id, late.due, late.days) == (leave, day("2026-11-23"), 3)
    report_back(store, leave, day("2026-11-26"), MORNING, by=BY)
    assert overdue(store, day("2026-11-26")) == ()


def test_a_leave_that_was_extended_is_not_overdue():
    store = leave_store()
    first = approved(store, "ann", "2026-11-16", "2026-11-17")
    approved(store, "ann", "2026-11-18", "2026-11-27", id="longer", extends=first)
    assert overdue(store, day("2026-11-25")) == ()
