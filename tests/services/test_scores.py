"""The year's sheets against the journal, and the closing of a year."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DISCIPLINE
from dutydesk.domain.seals import Occasion
from dutydesk.domain.violations import State
from dutydesk.errors import (
    DomainError,
    MissingFieldError,
    OwnMatterError,
)
from dutydesk.errors.discipline import (
    OpenMattersError,
    YearClosedError,
    YearNotOverError,
)
from dutydesk.services import scores, violations
from dutydesk.services.charges import Charge, register
from dutydesk.services.rulebook import save_family
from dutydesk.services.seals import occasion_of
from dutydesk.storage.verify import verify
from tests.builders import day
from tests.services.cases import PERSONNEL, as_, brought, charge, confirmed, with_accounts
from tests.services.nights import EIGHT, a_room, by

DAY = 24.0
TODAY = day("2026-11-30")
PEOPLE = tuple(f"p{number}" for number in range(1, 7))
YEAR_END = 45 * DAY
"""The fourth of January, in hours after that Friday's 8:00."""


@pytest.fixture
def store():
    return a_room()


def net(store, person, as_of=TODAY):
    return scores.sheet(store, person, as_of.year, as_of).net / 100


def test_scenario_2_absent_at_a_check_at_21_00_leaves_95_of_100(store):
    assert net(store, "p1") == 100
    confirmed(store)
    sheet = scores.sheet(store, "p1", 2026, TODAY)
    assert (sheet.taken, sheet.net, sheet.consequences) == (500, 9500, ())
    assert sheet.lines[0].violation.kind is ViolationKind.ABSENT_FROM_POST
    assert net(store, "p1", day("2026-11-20")) == 100  # the day before it was confirmed
    assert net(store, "p1", day("2026-11-21")) == 95


def test_at_ten_points_merit_is_lost_and_an_upheld_appeal_gives_it_back(store):
    confirmed(store)
    second = confirmed(store, charge(hours=30, place=None, person="p1"), hours=31)
    assert scores.sheet(store, "p1", 2026, TODAY).consequences == ("merit_lost",)
    violations.appeal(store, second, "当时去接紧急传真", by=by(3 * DAY))
    violations.decide(store, second, State.CANCELLED, "经查属实", by=by(4 * DAY))
    sheet = scores.sheet(store, "p1", 2026, TODAY)
    assert (sheet.taken, sheet.net, sheet.consequences) == (500, 9500, ())
    assert [(each.state, each.points) for each in sheet.lines] == [
        (State.CONFIRMED, 500),
        (State.CANCELLED, 0),
    ]
    assert net(store, "p1", day("2026-11-23")) == 90  # as it was while the appeal was not decided


def test_a_sheet_never_falls_below_the_floor(store):
    harsh = replace(DISCIPLINE.defaults, points=(("other", 15000, "point"),))
    save_family(store, DISCIPLINE, harsh, day("2026-01-01"), by=by(0))
    confirmed(store)
    assert net(store, "p1") == 0


def test_points_are_given_with_a_reason_and_not_to_oneself(store):
    with_accounts(store)
    give = (day("2026-11-20"), 200, "妥善处置山洪预警")
    scores.add_points(store, "p1", *give, by=as_(PERSONNEL, 1))
    assert net(store, "p1") == 102
    with pytest.raises(OwnMatterError):
        scores.add_points(store, PERSONNEL, *give, by=as_(PERSONNEL, 1))
    with pytest.raises(MissingFieldError):
        scores.add_points(store, "p1", day("2026-11-20"), 200, " ", by=as_(PERSONNEL, 1))


def test_sheets_are_made_for_everybody_who_belonged_to_the_office(store):
    assert [each.person for each in scores.sheets(store, 2026, TODAY)] == [f"p{at}" for at in range(14)]
    assert scores.sheets(store, 2007, day("2007-12-31")) == ()


def test_a_year_is_closed_when_it_is_over_and_nothing_is_open(store):
    with pytest.raises(YearNotOverError):
        scores.close_year(store, 2026, by=by(1))
    confirmed(store)
    waiting = brought(store, hours=19)
    with pytest.raises(OpenMattersError) as refused:
        scores.close_year(store, 2026, by=by(YEAR_END))
    assert refused.value.count == 1
    violations.drop(store, waiting, "同一件事", by=by(20))
    assert occasion_of(scores.close_year(store, 2026, by=by(YEAR_END))) is Occasion.CLOSING
    kept = scores.closing(store, 2026)
    assert next(each.net for each in kept.sheets if each.person == "p1") == 9500
    assert not verify(store.db).faults


def test_what_may_still_be_appealed_keeps_the_year_open(store):
    late = charge(hours=40 * DAY, place=None, person="p1")  # 30 December
    confirmed(store, late, hours=40 * DAY)
    with pytest.raises(OpenMattersError):
        scores.close_year(store, 2026, by=by(43 * DAY))


def test_a_closed_year_is_final(store):
    case = confirmed(store)
    scores.close_year(store, 2026, by=by(YEAR_END))
    kept = scores.closing(store, 2026)
    for refused in (
        lambda: register(store, charge(), by=by(YEAR_END + 1)),
        lambda: violations.cancel(store, case, "查明有误", by=by(YEAR_END + 1)),
        lambda: scores.add_points(store, "p1", day("2026-12-01"), 500, "补加", by=by(YEAR_END + 1)),
        lambda: scores.close_year(store, 2026, by=by(YEAR_END + 1)),
    ):
        with pytest.raises(YearClosedError):
            refused()
    dearer = replace(DISCIPLINE.defaults, points=(("other", 800, "point"),))
    save_family(store, DISCIPLINE, dearer, day("2026-01-01"), by=by(YEAR_END + 2))
    again = {each.person: each.taken for each in scores.sheets(store, 2026, day("2027-06-30"))}
    assert {each.person: each.taken for each in kept.sheets} == again


# The sheets against the journal


STEPS = {
    State.INFORMED: "inform", State.HEARD: "hear", State.VERIFIED: "verify", State.CONFIRMED: "confirm",
    State.EXCUSED: "excuse", State.DROPPED: "drop", State.APPEALED: "appeal", State.CANCELLED: "cancel",
    State.CHANGED: "decide",
}  # fmt: skip


class History:
    """A random course of a few weeks, with rules that change and deeds that are refused."""

    def __init__(self, seed):
        self.chance = Random(seed)  # noqa: S311 - a history, no secret
        self.store = a_room()
        self.hours = 14.0
        deeds = (self.bring, *(self.step,) * 9, self.give, self.rule)
        for _ in range(self.chance.randint(10, 80)):
            self.hours += self.chance.uniform(0.1, 30)
            with suppress(DomainError):
                self.chance.choice(deeds)()

    def by(self):
        return by(self.hours)

    def person(self):
        return self.chance.choice(PEOPLE)

    def bring(self):
        kind = self.chance.choice(list(ViolationKind))
        at = by(self.chance.uniform(1, self.hours)).at
        told = Charge(kind=kind, at=at, what="发现", person=self.person())
        register(self.store, told, by=self.by())

    def step(self):
        """Mostly a step that may follow, now and then any."""
        known = [each for year in (2026, 2027) for each in violations.of_year(self.store, year)]
        case = self.chance.choice(known or self.bring() or violations.of_year(self.store, 2026))
        follows = [name for state, name in STEPS.items() if case.may_become(state)]
        onward = [each for each in follows if each not in {"excuse", "drop", "cancel"}]
        name = self.chance.choice([*onward * 20, *follows, *STEPS.values()])
        if name == "decide" or case.state is State.APPEALED:
            outcome = self.chance.choice((State.MAINTAINED, State.CHANGED, State.CANCELLED))
            points = self.chance.randint(0, 600)
            violations.decide(self.store, case.id, outcome, "复核", points=points, by=self.by())
        else:
            getattr(violations, name)(self.store, case.id, "有话", by=self.by())

    def give(self):
        points = self.chance.randint(-300, 300)
        scores.add_points(self.store, self.person(), day("2026-11-25"), points, "表现", by=self.by())

    def rule(self):
        points = (
            ("late", self.chance.randint(50, 900), "point"),
            ("other", self.chance.randint(1, 9), "percent"),
        )
        changed = replace(DISCIPLINE.defaults, points=points, joint_percent=self.chance.choice((0, 50)))
        first = day("2026-11-20") + timedelta(days=self.chance.randint(0, 60))
        save_family(self.store, DISCIPLINE, changed, first, by=self.by())


def by_the_journal(store, person, year, until):
    """The points taken from and given to somebody, read off the journal alone."""
    sql = "select table_name, row_id, after from journal where at_utc < ? order by seq"
    newest = {}
    for table, row, after in store.ask(sql, (f"{until:%Y-%m-%dT%H:%M:%SZ}",)):
        newest[table, row] = json.loads(after) if after else None
    rows = [(table, row) for (table, _), row in newest.items() if row and row.get("person") == person]
    taken = sum(
        row["points"] for table, row in rows if table == "violation" and row["judged_day"][:4] == str(year)
    )
    given = sum(row["points"] for table, row in rows if table == "addition" and row["day"][:4] == str(year))
    return taken, given


def holds(seed):
    made = History(seed)
    for _ in range(3):
        as_of = (EIGHT + timedelta(days=made.chance.randint(0, 100))).date()
        until = scores.end_of(made.store, as_of)
        for year in (2026, 2027):
            for person in (*PEOPLE, "p0"):
                sheet = scores.sheet(made.store, person, year, as_of)
                assert (sheet.taken, sheet.added) == by_the_journal(made.store, person, year, until)
                assert sheet.net == max(0, sheet.base - sheet.taken + sheet.added)
    return {each.state for each in violations.of_year(made.store, 2026)}


@pytest.mark.parametrize("seed", range(4))
def test_the_sheet_is_the_sum_over_the_journal_at_any_date(seed):
    holds(seed)


@pytest.mark.slow
def test_the_sheet_is_the_sum_over_the_journal_for_300_histories_at_any_date():
    assert set().union(*map(holds, range(100, 400))) == set(State)  # every course was taken
