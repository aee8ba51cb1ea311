from dataclasses import dataclass
from datetime import date

from dutydesk.domain.office import Rule
from dutydesk.domain.rulebook import Family


@dataclass(frozen=True, slots=True)
class Numbers:
    minutes: int = 30
    table: tuple[tuple[str, int], ...] = (("一般", 60),)


FAMILY = Family("numbers", Numbers())
SUMMER, AUTUMN = date(2026, 7, 1), date(2026, 10, 1)


def test_without_a_row_the_defaults_hold():
    assert FAMILY.on([], SUMMER) == Numbers()


def test_a_change_is_one_row_for_each_field_that_differs_and_holds_from_its_day_on():
    wanted = Numbers(table=(("一般", 90), ("重大", 15)))
    (row,) = FAMILY.changed(Numbers(), wanted, AUTUMN)
    assert (row.name, row.valid_from) == ("numbers.table", AUTUMN)
    assert FAMILY.on([row], SUMMER) == Numbers()
    assert FAMILY.on([row], AUTUMN) == wanted


def test_rows_of_other_families_are_none_of_its_business():
    rows = [Rule("a", "minutes", "1", SUMMER), Rule("b", "others.minutes", "2", SUMMER)]
    assert FAMILY.on(rows, AUTUMN) == Numbers()
