from datetime import date

import pytest

from dutydesk.domain.people import Exemption, ExemptionScope
from dutydesk.services import people
from tests.invented import BY
from tests.ui.seen import cell, choose, put, shown, trigger
from ui.people.confirm_dialog import ConfirmDialog

NIGHTS, ALL = ExemptionScope.NIGHT, ExemptionScope.ALL


@pytest.fixture
def view(page, session):
    exemptions = [
        Exemption("a", "p1", ALL, "长期病假", confirmed=False),
        Exemption("b", "p2", NIGHTS, "孕期", "赵明远", date(2026, 11, 1), date(2027, 5, 31)),
        Exemption("c", "p3", NIGHTS, "年满55岁", confirmed=False),
        Exemption("d", "p4", NIGHTS, "旧伤", "赵明远", date(2025, 1, 1), date(2025, 2, 28)),
    ]
    session.perform(people.save_exemptions, exemptions, by=BY)
    page.tabs.setCurrentWidget(page.exemptions)
    return page.exemptions.list.table.view


def kept(session, exemption_id):
    return next(each for each in session.read(people.staff).exemptions if each.id == exemption_id)


def confirm(page, qtbot, name):
    trigger(page.exemptions.list.table.view, page.exemptions.confirming.text())
    dialog = page.findChild(ConfirmDialog)
    dialog.name.setText(name)
    dialog.accept_name()


def test_what_waits_for_a_word_stands_first(page, view, qtmodeltester):
    assert shown(view, "State", "Name") == [
        ["to confirm", "钱堃"],
        ["to confirm", "李雅琴"],
        ["in force", "孙镕"],
        ["in force", "周国栋"],
    ]
    assert page.tabs.tabText(1) == "Exemptions (2 to confirm)"
    qtmodeltester.check(view.model())


def test_all_that_waits_is_confirmed_by_whoever_approved_it(page, view, session, qtbot):
    confirm(page, qtbot, "赵明远")
    assert shown(view, "State", "Approved by")[:2] == [["in force", "赵明远"]] * 2
    assert page.tabs.tabText(1) == "Exemptions"


def test_only_what_is_selected_is_confirmed(page, view, session, qtbot):
    choose(view, "李雅琴")
    confirm(page, qtbot, "赵明远")
    assert kept(session, "c").confirmed
    assert not kept(session, "a").confirmed


def test_a_cell_is_typed_and_a_wrong_word_refused(page, view, session):
    put(view, "孙镕", "Spared", "holidays")
    put(view, "孙镕", "To", "2027-13-01")
    assert kept(session, "b").scope is ExemptionScope.HOLIDAY
    assert kept(session, "b").last == date(2027, 5, 31)
    assert "2027-13-01" in page.exemptions.list.notice()
    put(view, "孙镕", "To", "2027年6月")
    assert kept(session, "b").last == date(2027, 6, 30)


def test_a_post_makes_it_an_exemption_from_that_post(view, session):
    put(view, "孙镕", "Post", "中层干部")
    assert (kept(session, "b").scope, kept(session, "b").post) == (ExemptionScope.POST, "mid_level")
    assert cell(view, "孙镕", "Spared").data() == "one post"


def test_a_new_exemption_waits_for_name_and_reason(page, view, session):
    trigger(page.exemptions, "Add an exemption")
    put(view, 4, "Name", "吴静")
    assert "Reason" in page.exemptions.list.notice()
    put(view, 4, "Reason (never printed)", "哺乳期")
    assert "哺乳期" in [each.reason for each in session.read(people.staff).exemptions]


def test_somebody_who_is_nobody_is_refused(page, view, session):
    put(view, "孙镕", "Name", "无名氏")
    assert "无名氏" in page.exemptions.list.notice()
    assert kept(session, "b").person == "p2"


def test_exemptions_are_removed_together(page, view):
    choose(view, "孙镕", "周国栋")
    trigger(page.exemptions, "Remove")
    assert len(shown(view)) == 2
