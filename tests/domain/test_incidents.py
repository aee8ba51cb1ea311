from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.incidents import (
    NEEDED,
    Channel,
    ClockState,
    Grade,
    Incident,
    Report,
    ReportKind,
    ReportRules,
    Told,
    clocks,
    missing,
    next_sequence,
    refuse_impossible,
    refuse_unready,
)
from dutydesk.errors import FutureEntryError, IncompleteReportError, MissingFieldError, ReportOrderError
from tests.builders import NOW

RULES = ReportRules()
SLIDE = Incident(id="i", name="边坡塌方", learned_at=NOW, received_at=NOW, grade=Grade.MAJOR)


def at(minutes):
    return NOW + timedelta(minutes=minutes)


def a_report(kind=ReportKind.INITIAL, minutes=50, **facts):
    said = tuple((name, "正在核实") for name in NEEDED[kind])
    plain = {
        "id": kind.value, "incident": "i", "kind": kind, "issued_at": at(minutes), "typed_at": at(minutes),
        "signed_by": "赵主任", "facts": said,
    }  # fmt: skip
    return Report(**{**plain, **facts})


def told(minutes, **facts):
    return Told(id="t", incident="i", whom="省总值班室", at=at(minutes), typed_at=at(minutes), **facts)


def of(channel, incident=SLIDE, reports=(), calls=(), rules=RULES):
    return next(each for each in clocks(incident, reports, calls, rules) if each.channel is channel)


@pytest.mark.parametrize(
    ("minutes", "state"),
    [
        (0, ClockState.RUNNING), (29, ClockState.RUNNING), (30, ClockState.WARNING), (47, ClockState.WARNING),
        (48, ClockState.URGENT), (60, ClockState.URGENT), (60 + 1 / 60, ClockState.OVERDUE),
    ],
)  # fmt: skip
def test_a_clock_warns_at_half_and_at_four_fifths_and_is_overdue_from_the_second_after(minutes, state):
    assert of(Channel.WRITTEN).state(at(minutes)) is state


def test_scenario_1_received_at_14_written_at_16_is_late_by_60_minutes():
    clock = of(Channel.WRITTEN, reports=[a_report(minutes=120)])
    assert (clock.state(at(500)), clock.minutes_late(at(500))) == (ClockState.MET_LATE, 60)


def test_a_clock_is_met_by_the_first_report_or_upward_call():
    assert of(Channel.WRITTEN, reports=[a_report(), a_report(minutes=90)]).state(at(500)) is ClockState.MET
    assert of(Channel.PHONE, calls=[told(10)]).state(at(500)) is ClockState.MET
    assert of(Channel.PHONE, calls=[told(10, upward=False)]).state(at(500)) is ClockState.OVERDUE
    assert of(Channel.PHONE, calls=[told(10, channel=Channel.WRITTEN)]).met_at is None


def test_the_rule_says_which_instant_starts_the_clock():
    rules = replace(RULES, deadlines=(("major", "phone", 20, "occurred"),))
    happened = replace(SLIDE, occurred_at=at(-15))
    assert of(Channel.PHONE, happened, rules=rules).due == at(5)
    assert of(Channel.PHONE, rules=rules).due == at(20)
    assert len(clocks(SLIDE, (), (), rules)) == 1


def test_a_sensitive_incident_is_reported_as_a_grave_one():
    small = replace(SLIDE, grade=Grade.ORDINARY)
    assert of(Channel.WRITTEN, small).due == at(1440)
    assert of(Channel.WRITTEN, replace(small, sensitive=True)).due == at(60)


def test_a_clock_tells_when_it_changes_next():
    clock = of(Channel.PHONE)
    assert [clock.next_change(at(each)) for each in (0, 15, 24, 31)] == [at(15), at(24), at(30), None]
    assert of(Channel.PHONE, calls=[told(3)]).next_change(at(4)) is None


def test_a_report_says_everything_before_it_goes_out():
    report = a_report()
    refuse_unready(report, (), NOW)
    silent = replace(report, facts=tuple(each for each in report.facts if each[0] != "dead"))
    assert missing(silent.kind, silent.facts) == ("dead",)
    with pytest.raises(IncompleteReportError) as refused:
        refuse_unready(silent, (), NOW)
    assert refused.value.fields == "dead"


@pytest.mark.parametrize(
    ("kind", "earlier", "good"),
    [
        ("initial", "", True), ("initial", "initial", False), ("follow_up", "", False),
        ("follow_up", "initial", True), ("final", "", False), ("final", "initial follow_up", True),
        ("follow_up", "initial final", False),
    ],
)  # fmt: skip
def test_reports_come_in_their_order(kind, earlier, good):
    before = [a_report(ReportKind(each)) for each in earlier.split()]
    report = a_report(ReportKind(kind))
    if good:
        refuse_unready(report, before, NOW)
    else:
        with pytest.raises(ReportOrderError) as refused:
            refuse_unready(report, before, NOW)
        assert refused.value.kind == kind


def test_somebody_lets_a_report_go_out_and_not_before_it_was_learned_of():
    with pytest.raises(MissingFieldError):
        refuse_unready(a_report(signed_by=" "), (), NOW)
    for wrong in ({"issued_at": at(-1)}, {"issued_at": at(51)}):
        with pytest.raises(FutureEntryError):
            refuse_unready(a_report(**wrong), (), NOW)


def test_follow_ups_are_counted():
    before = [a_report(), a_report(ReportKind.FOLLOW_UP)]
    assert [next_sequence(kind, before) for kind in ReportKind] == [0, 2, 0]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": ""}, MissingFieldError), ({"learned_at": at(1)}, FutureEntryError),
        ({"received_at": at(1)}, FutureEntryError), ({"occurred_at": at(1)}, FutureEntryError),
    ],
)  # fmt: skip
def test_an_incident_has_a_name_and_possible_times(change, error):
    refuse_impossible(SLIDE, NOW)
    with pytest.raises(error):
        refuse_impossible(replace(SLIDE, **change), NOW)
