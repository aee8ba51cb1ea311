from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.backups import DAILY, MONTHLY, WEEKLY, Backup, is_due, superseded

NOON = datetime(2026, 11, 16, 12)  # noqa: DTZ001 - the office's own clock
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001 - the same
    lambda instant: instant.replace(microsecond=0)
)
backups = st.builds(Backup, instants, st.sampled_from("abc"))


def backup(days_ago, hour=12, **facts):
    at = NOON.replace(hour=hour) - timedelta(days=days_ago)
    return Backup(at, f"{at:%Y%m%d-%H}", **facts)


def kept(found):
    return sorted(set(found) - set(superseded(found)), reverse=True)


def test_nothing_goes_while_there_are_few():
    assert superseded([backup(number) for number in range(DAILY)]) == ()
    assert superseded([]) == ()


def test_of_a_day_the_newest_stays():
    assert superseded([backup(0, 8), backup(0, 12), backup(0, 17)]) == (backup(0, 8), backup(0, 12))


def test_of_three_years_of_days_two_weeks_eight_weeks_and_two_years_stay():
    found = kept([backup(number) for number in range(3 * 365)])
    assert found[:DAILY] == [backup(number) for number in range(DAILY)]
    sundays = [each for each in found if each.at.isoweekday() == 7]
    ends = {(each.at + timedelta(days=1)).day for each in found[DAILY:] if each not in sundays}
    assert len(sundays) >= WEEKLY - 1
    assert ends == {1}
    assert len({(each.at.year, each.at.month) for each in found}) == MONTHLY
    assert len(found) <= DAILY + WEEKLY + MONTHLY


def test_nothing_goes_because_the_office_was_closed():
    found = [backup(400 + number) for number in range(DAILY)]
    assert superseded(found) == ()
    assert superseded([*found, backup(0)]) == (found[-1],)


def test_what_was_made_before_a_migration_or_a_restore_is_kept_for_good_and_takes_no_place():
    before = [backup(0, hour, is_before=True) for hour in range(8)]
    plain = [backup(number) for number in range(DAILY)]
    assert superseded([*before, *plain]) == ()


@given(st.lists(backups, min_size=1, max_size=60))
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(found):
    stays = kept(found)
    assert max(found) in stays
    assert superseded(stays) == ()
    assert superseded(reversed(found)) == superseded(found)


@given(st.lists(st.integers(0, 3), min_size=30, max_size=120))
def test_thinning_day_by_day_keeps_what_thinning_at_the_end_keeps(gaps):
    days = [NOON + timedelta(days=sum(gaps[: at + 1]), minutes=at) for at in range(len(gaps))]
    found = [Backup(at, str(at)) for at in days]
    slowly = []
    for each in found:
        slowly = kept([*slowly, each])
    assert slowly == kept(found)


@pytest.mark.parametrize(("days_ago", "due"), [(1, True), (0, False)])
def test_a_backup_is_due_when_the_day_has_none(days_ago, due):
    assert is_due([backup(days_ago)], date(2026, 11, 16)) is due
    assert is_due([], date(2026, 11, 16))
