import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from shiboken6 import isValid

from dutydesk.domain.office import Office
from dutydesk.errors import DiskFullError, MissingFieldError, PlanCancelledError
from dutydesk.services import office, undo
from dutydesk.services.changes import Topic
from dutydesk.storage import store
from tests.conftest import drain
from ui.session import Session


def save(session, name):
    return session.perform(office.save_office, Office(name=name), by=session.author())


def test_a_deed_is_announced_once_and_can_be_read_back(session, qtbot):
    with qtbot.waitSignal(session.changed, timeout=0) as announced:
        changes = save(session, "滨江区政府办公室")
    assert announced.args == [changes]
    assert changes.topics == Topic.OFFICE
    assert session.read(office.office).name == "滨江区政府办公室"


def test_a_refusal_is_announced_instead_and_changes_nothing(session, qtbot):
    with qtbot.assertNotEmitted(session.changed), qtbot.waitSignal(session.refused, timeout=0) as told:
        assert save(session, " ") is None
    assert isinstance(told.args[0], MissingFieldError)
    assert session.read(undo.undoable) is None


def test_a_failing_disk_is_told_too(session, qtbot):
    def fail(_store):
        raise DiskFullError("/duty.dutydesk")

    with qtbot.waitSignal(session.refused, timeout=0) as told:
        session.perform(fail)
    assert isinstance(told.args[0], DiskFullError)


def test_a_bug_is_not_swallowed(session):
    def broken(_store):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session.perform(broken)


def test_a_deed_carries_who_and_when(session):
    author = session.author(on_behalf_of="李主任", reason="纸质审批")
    assert (author.actor, author.on_behalf_of, author.reason) == ("王秘书", "李主任", "纸质审批")
    assert author.at == datetime(2026, 11, 16, 1, 30, tzinfo=UTC)


def test_today_is_the_day_of_the_office_not_of_greenwich(qapp):
    late = Session(
        store.memory(), actor="", now=lambda: datetime(2026, 11, 16, 17, tzinfo=UTC), executor=None
    )
    assert late.today() == date(2026, 11, 17)


def test_a_job_reports_and_hands_over_its_result(session):
    seen = []

    def job(report):
        return [report(step) for step in range(3)]

    session.compute(job, seen.append, seen.append)
    assert seen == [0, 1, 2, [True, True, True]]


def test_a_refusal_by_a_job_is_announced(session, qtbot):
    def job(_report):
        raise PlanCancelledError

    with qtbot.waitSignal(session.refused, timeout=0):
        session.compute(job, lambda _: pytest.fail("there is no result"))


@pytest.fixture
def threaded(qapp):
    made = Session(store.memory(), actor="", now=lambda: datetime.now(UTC), executor=ThreadPoolExecutor(1))
    yield made
    made.close()


def test_a_job_runs_beside_the_window_and_is_delivered_on_its_thread(threaded, qtbot):
    here, seen = threading.get_ident(), []

    def job(report):
        report(threading.get_ident())
        return threading.get_ident()

    def done(there):
        seen.append((there != here, threading.get_ident() == here))

    def progress(there):
        seen.append((there != here, threading.get_ident() == here))

    threaded.compute(job, done, progress)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(True, True), (True, True)]


def test_a_stopped_job_hands_over_what_it_has_and_a_cancelled_one_nothing(threaded, qtbot):
    def endless(report):
        rounds = 0
        while report(rounds):
            rounds += 1
        return rounds

    seen = []
    threaded.compute(endless, seen.append, lambda _: None).cancel()
    stopped = threaded.compute(endless, seen.append, lambda rounds: rounds and stopped.stop())
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0] > 0


def test_a_job_that_touches_the_store_fails_on_the_windows_thread(threaded, qtbot):
    def thief(_report):
        return threaded.read(office.office)

    with qtbot.captureExceptions() as raised:
        threaded.compute(thief, lambda _: pytest.fail("there is no result"))
        qtbot.waitUntil(lambda: bool(raised))
    assert "thread" in str(raised[0][1])


def test_a_job_is_let_go_of_by_the_window_and_not_by_the_thread_that_did_it(session):
    first = session.compute(lambda _report: 1, [].append)
    drain()
    assert isValid(first)
    second = session.compute(lambda _report: 2, [].append)
    drain()
    assert (isValid(first), isValid(second)) == (False, True)
