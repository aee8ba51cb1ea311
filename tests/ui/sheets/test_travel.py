from dutydesk.domain.leave import Half
from tests.builders import a_leave
from tests.ui.sheets.conftest import texts
from ui.i18n import CHINESE, set_language
from ui.sheets.travel import travel_sheet
from ui.words.duty_names import duty_names

LEAVE = a_leave(
    "chen", "2026-11-16", "2026-11-18", to_half=Half.MORNING, destination="省会", phone="13900000000",
    acting="li", reason="参加会议", leaves_city=True,
)  # fmt: skip


def test_the_journey_and_who_is_in_charge_stand_there(store, head):
    set_language(CHINESE)
    rows = texts(travel_sheet(LEAVE, duty_names(store), head, duties=["11月16日 带班"], decided=["同意"]))
    assert rows[0][1::2] == ["陈局长", "局长"]
    assert rows[2][1] == "省会"
    assert rows[3][1::2] == ["2026年11月16日 上午", "2026年11月18日 上午"]
    assert rows[4][1::2] == ["李堃", "科长"]
    assert rows[5][1::2] == ["13800000002", "13900000000"]
    assert rows[6][1] == "11月16日 带班"
    assert rows[7][1] == "同意"


def test_nobody_in_charge_leaves_room_for_the_pen(store, head):
    sheet = travel_sheet(a_leave("nobody", "2026-11-16"), duty_names(store), head)
    assert texts(sheet)[4][1::2] == ["", ""]
    assert not sheet.landscape
