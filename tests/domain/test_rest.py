import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.calendar import LegalClass
from dutydesk.domain.rest import Earned, RestRules, Used, ledger
from tests.builders import day

RULES = RestRules()
LEGAL = LegalClass


@pytest.mark.parametrize(
    ("legal", "night", "halves"),
    [
        (LEGAL.WORKDAY, True, 1), (LEGAL.WORKDAY, False, 0), (LEGAL.ADJUSTED_WORKDAY, True, 1),
        (LEGAL.WEEKEND, False, 2), (LEGAL.ADJUSTED_REST, True, 2), (LEGAL.HOLIDAY_WEEKEND, True, 2),
        (LEGAL.STATUTORY_HOLIDAY, True, 4),
    ],
)  # fmt: skip
def test_a_served_shift_earns_by_the_table(legal, night, halves):
    assert RULES.of_duty(legal, night=night, served=1440, whole=1440) == halves
    assert RULES.of_duty(legal, night=night, served=719, whole=1440) == 0


@pytest.mark.parametrize(
    ("legal", "minutes", "halves"),
    [
        (LEGAL.WORKDAY, 239, 0),
        (LEGAL.WORKDAY, 240, 1),
        (LEGAL.WEEKEND, 500, 2),
        (LEGAL.STATUTORY_HOLIDAY, 240, 2),
    ],
)
def test_overtime_earns_whole_half_days(legal, minutes, halves):
    assert RULES.of_overtime(legal, minutes) == halves
    assert RestRules(overtime=()).of_overtime(legal, minutes) == 0


def test_rest_lasts_six_months_or_for_ever():
    assert RULES.expires(day("2026-08-31")) == day("2027-02-28")
    assert RestRules(valid_months=0).expires(day("2026-08-31")) is None


def lot(name, on, halves, until=None):
    return Earned("p1", day(on), halves, day(until) if until else None, ("attendance", name))


def left(found):
    return [(each.earned.record[1], each.left, each.expired) for each in found.lots]


def test_what_expires_first_is_taken_first():
    earned = [
        lot("ever", "2026-01-01", 2),
        lot("b", "2026-03-01", 2, "2026-09-01"),
        lot("a", "2026-02-01", 2, "2026-08-01"),
    ]
    found = ledger("p1", earned, [Used(day("2026-04-01"), 3, "l")], day("2026-05-01"))
    assert left(found) == [("a", 0, 0), ("b", 1, 0), ("ever", 2, 0)]
    assert (found.left, found.earned, found.used, found.short) == (3, 6, 3, 0)


def test_what_is_over_is_gone_and_warned_of_before():
    earned = [lot("a", "2026-02-01", 2, "2026-08-01")]
    assert [each.left for each in ledger("p1", earned, [], day("2026-07-15")).expiring(30)] == [2]
    assert ledger("p1", earned, [], day("2026-06-15")).expiring(30) == ()
    gone = ledger("p1", earned, [Used(day("2026-08-02"), 1, "l")], day("2026-08-03"))
    assert (gone.left, gone.expired, gone.short) == (-1, 2, 1)


def test_nothing_is_taken_before_it_is_earned():
    earned = [lot("a", "2026-05-01", 2)]
    assert ledger("p1", earned, [Used(day("2026-04-01"), 2, "l")], day("2026-06-01")).short == 2
    assert ledger("p1", earned, [], day("2026-04-30")).lots == ()


numbers = st.integers(1, 4)
spans = st.tuples(st.dates(day("2026-01-01"), day("2026-12-31")), numbers, st.integers(0, 200) | st.none())


@settings(max_examples=150)
@given(
    st.lists(spans, max_size=8), st.lists(st.tuples(st.dates(day("2026-01-01"), day("2026-12-31")), numbers))
)
def test_every_half_day_is_left_taken_or_expired(earnings, takings):
    earned = [
        Earned(
            "p1",
            on,
            halves,
            None if length is None else on.fromordinal(on.toordinal() + length),
            ("t", f"{at}"),
        )
        for at, (on, halves, length) in enumerate(earnings)
    ]
    used = [Used(on, halves, "l") for on, halves in takings]
    found = ledger("p1", earned, used, day("2026-12-31"))
    assert found.earned == sum(each.left + each.expired for each in found.lots) + found.used - found.short
    assert all(each.left >= 0 and each.expired >= 0 for each in found.lots)
    assert found.left == found.earned - found.expired - found.used
