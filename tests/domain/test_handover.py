from datetime import date

import pytest

from dutydesk.domain.handover import (
    EquipmentCheck,
    HandoverRules,
    Item,
    ItemKind,
    StandingOrder,
    counted,
    is_quiet,
    refuse_unchecked,
    refuse_unseen,
)
from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.errors import UncheckedEquipmentError, UnseenItemsError
from tests.builders import NOW

RULES = HandoverRules(equipment=("fax", "keys"))


def entries(*kinds):
    return [LogEntry(id=str(at), kind=kind, at=NOW, typed_at=NOW) for at, kind in enumerate(kinds)]


def test_a_shift_of_patrols_and_tests_is_quiet():
    routine = entries(LogKind.PATROL, LogKind.EQUIPMENT_TEST)
    assert is_quiet(routine, RULES)
    assert is_quiet([], RULES)
    assert not is_quiet([*routine, *entries(LogKind.CALL_IN)], RULES)


def test_entries_are_counted_by_kind():
    kinds = (LogKind.CALL_OUT, LogKind.CALL_IN, LogKind.CALL_OUT)
    assert counted(entries(*kinds)) == (("call_in", 1), ("call_out", 2))


def test_everything_on_the_list_is_in_order_or_it_is_said_what_is_wrong():
    keys = EquipmentCheck("keys", in_order=False, note="缺一把")
    refuse_unchecked([EquipmentCheck("fax", in_order=True), keys], RULES)
    with pytest.raises(UncheckedEquipmentError) as refused:
        refuse_unchecked([EquipmentCheck("fax", in_order=False)], RULES)
    assert refused.value.equipment == "fax keys"


def test_nothing_open_goes_unseen():
    item = Item(ItemKind.ENTRY, "e", 1, "…")
    refuse_unseen([item.key], ["entry/e", "more"])
    with pytest.raises(UnseenItemsError) as refused:
        refuse_unseen([item.key, "order"], [])
    assert refused.value.count == 2


@pytest.mark.parametrize(("day", "holds"), [(15, False), (16, True), (20, True), (21, False)])
def test_an_order_holds_from_its_first_to_its_last_day(day, holds):
    order = StandingOrder("o", "每两小时报一次水位", "赵喆", date(2026, 11, 16), date(2026, 11, 20))
    assert order.holds(date(2026, 11, day)) is holds
