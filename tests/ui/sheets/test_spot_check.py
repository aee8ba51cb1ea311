from datetime import UTC, datetime

import pytest

from dutydesk.domain.spot_checks import Found, Item, Method, Presence, SpotCheck
from dutydesk.services.people import staff
from tests.ui.sheets.conftest import place, texts
from ui.sheets.spot_check import spot_check_sheet
from ui.words.spot_checks import item_text, method_text, presence_text


def test_a_check_is_one_line_of_the_register(store, head):
    check = SpotCheck(
        id="c", at=datetime(2026, 11, 16, 13, tzinfo=UTC), method=Method.SITE, shift="2026-11-16/full_day",
        inspector="周镕", seconds=8, problem="two entries missing", handling="to be added",
        evidence="photo 7",
        found=(
            Found(place("2026-11-16", "officer"), "li", Presence.ABSENT, "room empty"),
            Found(place("2026-11-16", "leader"), "chen", Presence.ON_POST),
        ),
        items=((Item.LEADER_ON_POST, True), (Item.LOG_FILLED, False), (Item.PLAN_AT_HAND, True)),
    )  # fmt: skip
    sheet = spot_check_sheet([check], staff(store), {"full_day": "24小时班"}, head)
    told = "李堃: absent from post（room empty）; two entries missing; Evidence: photo 7"
    assert texts(sheet) == [
        [
            "11-16\n21:00", "on site", "11-16\n24小时班", "李堃, 陈局长", "陈局长", "√", "8", "×", "", told,
            "to be added", "周镕", "",
        ]
    ]  # fmt: skip
    assert sheet.landscape


@pytest.mark.parametrize(
    ("word", "codes"), [(method_text, Method), (presence_text, Presence), (item_text, Item)]
)
def test_every_way_finding_and_item_has_a_word_of_its_own(word, codes):
    assert len({word(each) for each in codes}) == len(codes)
