import re
from dataclasses import is_dataclass
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from dutydesk.domain.history import Names
from dutydesk.storage.tables import ALL
from ui.i18n import set_language
from ui.words.values import value_text

ID = "01a1fcf1-2063-738e-ae97-f6e9649647f7"
NAMES = Names({"person": {"p": "李堃", ID: "赵喆"}, "post": {"officer": "值班员", "driver": "司机"}})


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("note", None, ""),
        ("note", "", ""),
        ("note", "officer", "officer"),
        ("sort", 3, "3"),
        ("locked", 1, "yes"),
        ("locked", 0, "no"),
        ("actual", "p", "李堃"),
        ("actual", "nobody", "nobody"),
        ("whatever", ID, "赵喆"),
        ("post", "officer", "值班员"),
        ("posts", '["driver", "officer"]', "司机, 值班员"),
        ("posts", "[]", ""),
        ("places", '[["2026-11-16", 1], ["2026-11-17", 2]]', "2 pieces"),
        ("day", "2026-11-16", "16 Nov 2026"),
        ("day", "2026-02-31", "2026-02-31"),
        ("at", "2026-11-16T01:30:00Z", "2026-11-16 09:30"),
        ("published_at", "2026-11-16T01:30:00+00:00", "2026-11-16 09:30"),
        ("legal", "statutory_holiday", "statutory holiday"),
        ("legal", "unheard", "unheard"),
        ("rotation", "workday", "working day"),
        ("scope", "night", "nights"),
        ("from_half", "morning", "morning"),
        ("occasion", "backup", "backup"),
        ("state", "sent_back", "sent back"),
        ("kind", "audit", "export of the journal"),
        ("content", "agreed", "agreed"),
        ("roles", '["planner", "viewer"]', "planner, viewer"),
        ("note", "[no list", "[no list"),
        ("note", '{"a": 1}', "1 piece"),
        ("encoded", "••••••", "••••••"),
    ],
)
def test_a_field_is_told_in_words(column, value, told):
    assert value_text(column, value, NAMES) == told


def told_codes():
    """Every code that a journalled table may keep, with the field in which it stands."""
    for table in ALL:
        kind = get_type_hints(table.from_row)["return"]
        for field, hint in get_type_hints(kind).items() if is_dataclass(kind) else ():
            yield from ((table.name, field, each.value) for each in codes_in(hint))


def codes_in(hint):
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        yield from hint
    for part in get_args(hint):
        yield from codes_in(part)


def test_no_code_is_told_as_it_is_kept():
    set_language("zh_CN")
    told = {(table, field, code): value_text(field, code, NAMES) for table, field, code in told_codes()}
    assert len(told) > 100
    assert {code for code, words in told.items() if not re.search("[\u4e00-\u9fff]|PIN", words)} == set()
