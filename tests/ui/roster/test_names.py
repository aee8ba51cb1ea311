from datetime import date

import pytest

from dutydesk.domain.duties import PlaceKey
from dutydesk.errors import AmbiguousPersonError, UnknownPersonError
from dutydesk.services import roster
from tests.ui.roster.conftest import NOVEMBER
from ui.roster.names import Named
from ui.widgets.name_edit import found

PLACE = PlaceKey(date(2026, 11, 2), "full_day", "officer", 0)


@pytest.fixture
def named(store):
    return Named(roster.grid(store, NOVEMBER))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("吴静", "p5"),
        (" 吴　静 ", "p5"),
        ("孙镕(信息科)", "p3"),
        ("孙镕（综合科）", "p2"),
        ("p5", "p5"),
        ("吴静\n13800000005", "p5"),
        ("", None),
        ("—", None),
    ],
)
def test_a_cell_names_people_as_lists_do(named, text, person):
    assert named.read([(PLACE, text)]) == ([(PLACE, person)], [])


@pytest.mark.parametrize(("text", "error"), [("无此人", UnknownPersonError), ("孙镕", AmbiguousPersonError)])
def test_a_text_that_names_nobody_or_two_is_refused(named, text, error):
    found_, refused = named.read([(PLACE, "吴静"), (PLACE, text)])
    assert found_ == [(PLACE, "p5")]
    assert [(each.text, type(each.error)) for each in refused] == [(text, error)]


def test_those_who_may_stand_the_post_come_first(named):
    choices = named.choices("leader")
    assert [each.label for each in choices[:3]] == ["赵明远", "王文博", "韩镕"]
    assert "not for this post" in choices[4].detail


def test_people_are_found_by_initials_and_pinyin(named):
    assert [each.label for each in found(named.everybody(), "wxm")] == ["卫晓梅"]
    assert [each.label for each in found(named.everybody(), "weixiao")] == ["卫晓梅"]
    assert {each.label for each in found(named.everybody(), "sr")} == {"孙镕(综合科)", "孙镕(信息科)"}
