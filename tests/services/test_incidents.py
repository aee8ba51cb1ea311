from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.incidents import (
    NEEDED,
    REPORTS,
    Channel,
    ClockState,
    Grade,
    Incident,
    Report,
    ReportKind,
    ReportRules,
    Told,
)
from dutydesk.errors import (
    FutureEntryError,
    IncompleteReportError,
    MissingFieldError,
    NotFoundError,
    ReportOrderError,
)
from dutydesk.errors.discipline import SameIncidentError
from dutydesk.services import incidents
from dutydesk.services.changes import Topic
from dutydesk.services.charges import Charge, register
from dutydesk.services.discipline import candidates, waiting
from dutydesk.services.rulebook import save_family
from dutydesk.services.undo import undoable
from dutydesk.services.violations import drop, of_year
from dutydesk.storage.verify import verify
from tests.builders import day
from tests.services.nights import MAIN, a_room, arrive, by

TWO = by(6).at
"""14:00 on Friday."""


def slide(**facts):
    plain = {"id": "i", "name": "北侧边坡塌方", "learned_at": TWO, "received_at": TWO, "grade": Grade.MAJOR}
    return Incident(**{**plain, **facts})


def written(kind=ReportKind.INITIAL, hours=7.0, name="r", **facts):
    said = tuple((each, "正在核实") for each in NEEDED[kind])
    at = by(hours).at
    plain = {
        "id": name,
        "incident": "i",
        "kind": kind,
        "issued_at": at,
        "typed_at": at,
        "signed_by": "赵主任",
    }
    return Report(**{**plain, "signed_by": "赵主任", "facts": said, **facts})


def told(hours=6.25, name="t", **facts):
    at = by(hours).at
    return Told(**{"id": name, "incident": "i", "whom": "省总值班室", "at": at, "typed_at": at, **facts})


@pytest.fixture
def store():
    """An office whose officer learned of an incident at 14:00."""
    opened = a_room()
    arrive(opened, 0, MAIN)
    incidents.open_incident(opened, slide(), by=by(6))
    return opened


def noted(store):
    return [(each.kind, each.person, each.minutes) for each in candidates(store)]


def test_scenario_1_a_report_one_hour_late_is_one_candidate_against_the_officer_at_the_desk(store):
    incidents.tell(store, told(), by=by(6.25))
    incidents.issue_report(store, written(hours=8), by=by(8))
    assert noted(store) == [(ViolationKind.LATE_REPORT, "p1", 60)]
    clock = incidents.incident_file(store, "i").clocks[1]
    assert (clock.state(by(99).at), clock.minutes_late(by(99).at)) == (ClockState.MET_LATE, 60)
    assert not verify(store.db).faults


def test_a_report_in_time_leaves_nothing_behind(store):
    incidents.tell(store, told(), by=by(6.4))
    incidents.issue_report(store, written(), by=by(7))
    incidents.note_late_reports(store, by=by(30))
    assert candidates(store) == ()
    assert incidents.running_clocks(store) == ()


def test_what_is_overdue_is_noted_once_and_its_minutes_grow_until_it_is_reported(store):
    incidents.note_late_reports(store, by=by(6.4))
    assert candidates(store) == ()
    incidents.note_late_reports(store, by=by(7.25))
    incidents.note_late_reports(store, by=by(7.5))
    assert [minutes for _, _, minutes in noted(store)] == [45, 15]
    incidents.tell(store, told(hours=8), by=by(8))
    incidents.issue_report(store, written(hours=9), by=by(9))
    assert [minutes for _, _, minutes in noted(store)] == [90, 120]


def test_the_clocks_of_all_incidents_run_together_the_first_due_first(store):
    incidents.open_incident(store, slide(id="j", name="停电", learned_at=by(5.9).at), by=by(6.1))
    running = incidents.running_clocks(store)
    assert [(incident.name, clock.channel) for incident, clock in running] == [
        ("停电", Channel.PHONE), ("北侧边坡塌方", Channel.PHONE), ("停电", Channel.WRITTEN),
        ("北侧边坡塌方", Channel.WRITTEN),
    ]  # fmt: skip
    assert [incident.number for incident, _ in running] == [2, 1, 2, 1]


def test_the_rules_of_the_day_of_the_incident_judge_it(store):
    strict = replace(ReportRules(), deadlines=(("major", "phone", 5, "learned"),))
    save_family(store, REPORTS, strict, day("2026-11-21"), by=by(6))
    assert incidents.incident_file(store, "i").clocks[0].due == TWO + timedelta(minutes=30)


def test_reports_are_numbered_and_come_in_their_order(store):
    incidents.issue_report(store, written(), by=by(7))
    for number in (1, 2):
        follow = written(ReportKind.FOLLOW_UP, 7 + number, f"f{number}")
        incidents.issue_report(store, follow, by=by(7 + number))
    with pytest.raises(ReportOrderError):
        incidents.issue_report(store, written(hours=10, name="again"), by=by(10))
    incidents.issue_report(store, written(ReportKind.FINAL, 10, "end"), by=by(10))
    found = incidents.incident_file(store, "i")
    assert [(each.sequence, each.number) for each in found.reports] == [(0, 1), (1, 2), (2, 3), (0, 4)]
    assert found.is_over
    assert incidents.incident_files(store, open_only=True) == ()
    assert incidents.incident_files(store) == (found,)


def test_what_is_incomplete_or_of_an_impossible_time_does_not_go_out(store):
    with pytest.raises(IncompleteReportError):
        incidents.issue_report(store, written(facts=()), by=by(7))
    with pytest.raises(FutureEntryError):
        incidents.issue_report(store, written(hours=8), by=by(7))
    with pytest.raises(FutureEntryError):
        incidents.tell(store, told(hours=5), by=by(7))
    with pytest.raises(MissingFieldError):
        incidents.tell(store, told(whom=" "), by=by(7))
    with pytest.raises(NotFoundError):
        incidents.tell(store, told(incident="none"), by=by(7))
    assert incidents.incident_file(store, "i").reports == ()


def test_an_issued_report_is_evidence_and_an_incident_is_not(store):
    assert undoable(store).deed == "open_incident"
    incidents.issue_report(store, written(), by=by(7))
    assert undoable(store) is None


def test_an_incident_that_was_reported_late_is_not_taken_back(store):
    incidents.note_late_reports(store, by=by(9))
    assert candidates(store)
    assert undoable(store) is None


def test_when_it_was_learned_of_changes_with_a_reason_only(store):
    graver = slide(grade=Grade.EXTREME, number=77)
    assert incidents.change_incident(store, graver, by=by(7)).topics is Topic.INCIDENTS
    assert incidents.incident_file(store, "i").incident == replace(graver, number=1)
    earlier = replace(graver, learned_at=by(5).at)
    with pytest.raises(MissingFieldError):
        incidents.change_incident(store, earlier, by=by(7))
    incidents.change_incident(store, earlier, by=by(7, reason="通话录音为13:00"))
    assert incidents.incident_file(store, "i").clocks[0].begins == by(5).at


def test_late_by_phone_and_in_writing_is_one_matter_charged_once_unless_somebody_says_otherwise(
    store,
):
    incidents.note_late_reports(store, by=by(8))
    phone, paper = waiting(store)
    assert (phone.others, paper.others, paper.charged) == ((paper.candidate,), (phone.candidate,), "")
    first, second = (_charge(each) for each in (phone, paper))
    register(store, first, by=by(9))
    (left,) = waiting(store)
    assert (left.candidate, left.charged) == (paper.candidate, "2026-001")
    with pytest.raises(SameIncidentError) as refused:
        register(store, second, by=by(9))
    assert refused.value.number == "2026-001"
    register(store, replace(second, apart=True), by=by(9))
    assert [each.due for each in of_year(store, 2026)] == [300, 300]


def test_where_the_first_was_found_not_to_be_so_the_other_may_be_brought(store):
    incidents.note_late_reports(store, by=by(8))
    phone, paper = (_charge(each) for each in waiting(store))
    register(store, phone, by=by(9))
    drop(store, of_year(store, 2026)[0].id, "电话已报，漏记", by=by(10))
    register(store, paper, by=by(11))
    assert waiting(store) == ()


def test_lateness_of_another_incident_is_another_matter(store):
    incidents.open_incident(store, slide(id="j", name="停电"), by=by(6))
    incidents.note_late_reports(store, by=by(8))
    for each in waiting(store):
        assert [other.records for other in each.others] == [each.candidate.records]


def _charge(waits):
    found = waits.candidate
    return Charge(
        kind=found.kind, at=found.at, what="迟报", person=found.person, records=found.records,
        candidate=found.id,
    )  # fmt: skip
