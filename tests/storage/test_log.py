from datetime import timedelta

import pytest

from dutydesk.domain.log import Bearing, Contact, LogEntry, LogKind, LogSearch
from dutydesk.services.changes import deed
from dutydesk.storage.log import LOG, contacts, found, newest_number
from dutydesk.storage.store import memory
from tests.builders import BY, NOW
from tests.storage.values import comes_back

CALLS = (
    ("总值班室来电核实汛情", "市总值班室", "赵明远", "zmy", False),
    ("通知召开防汛会议", "水利局", "钱静", "qj", True),
    ("值班电话线路测试", "", "", "", False),
)


@pytest.fixture
def store():
    opened = memory()
    with deed(opened, BY, "fill") as act:
        for number, (content, unit, person, initials, is_open) in enumerate(CALLS, 1):
            kind = LogKind.CALL_IN if unit else LogKind.EQUIPMENT_TEST
            act.writing.put(
                LOG,
                LogEntry(
                    id=f"e{number}", number=number, kind=kind, at=NOW + timedelta(hours=number), typed_at=NOW,
                    content=content, unit=unit, person=person, initials=initials, open=is_open,
                    phone="0571-88880000" if unit else "",
                ),
            )  # fmt: skip
    yield opened
    opened.close()


def numbers(store, text="", **facts):
    return [each.number for each in found(store, LogSearch(text, **facts))]


@pytest.mark.parametrize("table", ["log_entry", "log_template"])
def test_what_is_kept_comes_back_as_it_was(table):
    comes_back(table)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", [3, 2, 1]), ("值班", [3, 1]), ("总值班室", [1]), ("汛", [2, 1]), ("室来", [1]), ("试", [3]),
        ("0571-8", [2, 1]), ("zm", [1]), ("ZMY", [1]), ("防汛 会议", [2]), ("防汛 线路", []), ("水利局", [2]),
    ],
)  # fmt: skip
def test_any_piece_of_text_is_found_the_newest_first(store, text, wanted):
    assert numbers(store, text) == wanted


def test_a_search_is_narrowed_by_kind_time_and_what_is_open(store):
    assert numbers(store, "值班", kinds=frozenset({LogKind.CALL_IN})) == [1]
    assert numbers(store, since=NOW + timedelta(hours=2), until=NOW + timedelta(hours=3)) == [2]
    assert numbers(store, open_only=True) == [2]
    assert numbers(store, limit=2) == [3, 2]


def test_what_was_settled_is_open_no_more(store):
    settled = LogEntry(
        id="e4", number=4, kind=LogKind.OTHER, at=NOW, typed_at=NOW, bearing=Bearing.SETTLES, about="e2"
    )
    with deed(store, BY, "settle") as act:
        act.writing.put(LOG, settled)
    assert numbers(store, open_only=True) == []
    assert newest_number(store) == 4


@pytest.mark.parametrize("text", ["水利", "钱", "qj", "8888"])
def test_whom_one_spoke_with_is_found_by_unit_name_initials_or_phone(store, text):
    assert Contact("水利局", "钱静", "", "0571-88880000") in contacts(store, text, 5)
