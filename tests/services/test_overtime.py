from dataclasses import replace

import pytest

from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.errors import FutureEntryError, MissingFieldError, NotAllowedError, OwnMatterError
from dutydesk.errors.discipline import OvertimeHoursError, OvertimeStateError
from dutydesk.services import overtime
from tests.services.cases import ACCUSED, APPROVER, INSPECTOR, PERSONNEL, as_, with_accounts
from tests.services.nights import a_room, by


@pytest.fixture
def store():
    return a_room()


def asked(**facts):
    plain = {"id": "o", "person": "p1", "starts": by(10).at, "ends": by(14).at, "reason": "防汛会商"}
    return Overtime(**{**plain, **facts})


def test_overtime_is_asked_for_recorded_and_verified(store):
    overtime.request(store, asked(approved_by="赵主任"), by=by(8))
    assert [each.state for each in overtime.waiting(store)] == [OvertimeState.REQUESTED]
    overtime.record(store, "o", by(10).at, by(15).at, "起草汛情报告", by=by(16))
    overtime.verify(store, "o", "与门禁记录相符", by=by(20))
    (kept,) = overtime.overtime(store, by(0).at, by(24).at)
    assert (kept.state, kept.minutes, kept.word) == (OvertimeState.VERIFIED, 300, "王敏")
    assert overtime.waiting(store) == ()


def test_no_step_is_skipped(store):
    overtime.request(store, asked(), by=by(8))
    with pytest.raises(OvertimeStateError) as told:
        overtime.verify(store, "o", by=by(20))
    assert told.value.overtime == "requested"
    overtime.refuse(store, "o", "可次日办理", by=by(9))
    with pytest.raises(OvertimeStateError):
        overtime.record(store, "o", by(10).at, by(14).at, "完成", by=by(16))


def test_what_cannot_be_is_refused(store):
    with pytest.raises(MissingFieldError):
        overtime.request(store, asked(reason=" "), by=by(8))
    with pytest.raises(OvertimeHoursError):
        overtime.request(store, asked(ends=by(9).at), by=by(8))
    overtime.request(store, asked(), by=by(8))
    with pytest.raises(FutureEntryError):
        overtime.record(store, "o", by(10).at, by(14).at, "完成", by=by(12))
    with pytest.raises(MissingFieldError):
        overtime.record(store, "o", by(10).at, by(14).at, "", by=by(16))
    with pytest.raises(MissingFieldError):
        overtime.refuse(store, "o", "", by=by(16))


def test_nobody_verifies_their_own(store):
    with_accounts(store)
    overtime.request(store, replace(asked(), person=PERSONNEL), by=as_(PERSONNEL, 8))
    overtime.record(store, "o", by(10).at, by(14).at, "完成", by=as_(PERSONNEL, 16))
    with pytest.raises(OwnMatterError):
        overtime.verify(store, "o", by=as_(PERSONNEL, 20))


def test_nobody_asks_for_another_or_records_for_them_but_on_paper_or_who_keeps_the_book(store):
    with_accounts(store)
    for stranger in (INSPECTOR, APPROVER):
        with pytest.raises(NotAllowedError):
            overtime.request(store, asked(), by=as_(stranger, 8))
    overtime.request(store, asked(), by=as_(ACCUSED, 8))
    with pytest.raises(NotAllowedError):
        overtime.record(store, "o", by(10).at, by(14).at, "完成", by=as_(APPROVER, 16))
    paper = as_(APPROVER, 16, principal="p1", paper="加〔2026〕3号")
    overtime.record(store, "o", by(10).at, by(14).at, "完成", by=paper)
    overtime.request(store, asked(id="other", person="p2"), by=as_(PERSONNEL, 17))
