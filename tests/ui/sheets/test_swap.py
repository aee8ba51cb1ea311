from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dutydesk.domain.swaps import Swap, SwapKind, SwapState, Word
from tests.ui.sheets.conftest import place, texts
from ui.i18n import CHINESE, set_language
from ui.sheets.swap import swap_sheet
from ui.words.duty_names import duty_names

AT = datetime(2026, 11, 12, 2, 30, tzinfo=UTC)
ASKED = Swap(
    "s", SwapKind.EXCHANGE, place("2026-11-16", "officer"), "li", "zhang", place("2026-11-19", "officer"),
    reason="外出培训", asked=Word("li", AT, "换班单3号"),
)  # fmt: skip


@pytest.fixture
def sheet(store, head):
    set_language(CHINESE)
    names = duty_names(store)
    return lambda swap: texts(swap_sheet(swap, names, head))


def words(rows):
    return "\n".join(text for line in rows for text in line)


def test_who_gives_which_duty_to_whom_stands_there_with_room_for_signatures(sheet):
    rows = sheet(ASKED)
    assert rows[0][1] == "李堃"
    assert "11月16日" in rows[1][1]
    assert "主班" in rows[1][1]
    assert rows[3][1] == "张伟（秘书科）"
    assert "11月19日" in rows[4][1]
    assert "换班单3号" in words(rows)
    assert "2026年11月12日 10:30" in words(rows)
    assert rows[-1][1] == ""


def test_the_kind_is_ticked(sheet):
    ticked = [sheet(replace(ASKED, kind=kind))[2][1].index("☑") for kind in SwapKind]
    assert ticked == sorted(set(ticked))


def test_a_filed_swap_has_its_number_and_who_approved_it(sheet):
    done = replace(
        ASKED, state=SwapState.APPLIED, filing="2026-007", approved=Word("chen", AT), applied_at=AT,
        urgency="家属急诊",
    )  # fmt: skip
    said = words(sheet(done))
    assert "2026-007　2026-11-12 10:30" in said
    assert "陈局长" in said
    assert "家属急诊" in said


def test_what_is_returned_may_not_be_known_yet_or_be_nothing(sheet):
    assert "2026-12" in sheet(replace(ASKED, returned=None, month=date(2026, 12, 1)))[4][1]
    assert sheet(replace(ASKED, returned=None, kind=SwapKind.COVER))[4][1] == "—"


def test_a_leave_or_an_emergency_stands_for_the_words(sheet):
    for swap in (replace(ASKED, leave="l"), replace(ASKED, kind=SwapKind.TAKEOVER)):
        assert "换班单3号" not in words(sheet(swap))
    refused = replace(ASKED, state=SwapState.REFUSED, closing="对方已请假")
    assert "对方已请假" in words(sheet(refused))
