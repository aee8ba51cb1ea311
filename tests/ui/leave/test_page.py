from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.leave import LeaveState
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.services import roster
from dutydesk.services.changes import deed
from dutydesk.services.leave.duties import unsettled_duties
from dutydesk.services.undo import undo
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.leave import LEAVES
from tests.builders import a_place
from tests.invented import BY
from tests.services.leave.office import agree, approved, asked, planned, state
from tests.ui.dropped import drop
from tests.ui.seen import shown, trigger
from ui.history.dialog import HistoryDialog
from ui.imports.dialog import ImportDialog
from ui.leave.return_dialog import MomentDialog
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


@pytest.fixture
def view(page):
    return page.requests.table.view


def names(view):
    return [row[0] for row in shown(view, "Name")]


def test_leave_is_listed_with_where_it_stands_and_filtered(page, view, store):
    approved(store, "ann", "2026-11-19", "2026-11-20")
    approved(store, "bob", "2026-11-16", "2026-11-17", stand_in="head")
    asked(store, "dan", "2026-12-01", stand_in="first")
    approved(store, "cat", "2026-11-09", stand_in="bob", state=LeaveState.REPORTED_BACK)
    page.reload()
    assert shown(view, "Name", "From – to", "Days", "State") == [
        ["蒋丹", "1 Dec", "1 days", "to be decided: section head"],
        ["陈安", "19 Nov – 20 Nov", "2 days", "on leave now"],
        ["褚博", "16 Nov – 17 Nov", "2 days", "overdue to report back"],
    ]
    page.filters.standing.setCurrentText("Overdue")
    assert names(view) == ["褚博"]
    page.filters.standing.setCurrentText("All leave")
    page.filters.section.setCurrentText("车队")
    assert names(view) == ["蒋丹"]
    page.filters.show_all()
    page.filters.kind.setCurrentText("sick")
    assert names(view) == []


def test_a_leave_is_gone_to_although_a_filter_hides_it(page, store):
    leave = approved(store, "cat", "2026-11-09", state=LeaveState.REPORTED_BACK)
    page.reload()
    page.go_to(leave)
    assert page.requests.chosen().id == leave
    assert page.place() == f"requests {leave}"
    page.go_to("year")
    assert page.place() == "year"


def test_the_slip_says_everything_and_the_duties_that_are_not_settled(page, store):
    planned(store, "ann", "2026-11-22")
    leave = asked(store, last="2026-11-24", leaves_city=True, destination="杭州", phone="19900001111")
    page.go_to(leave)
    page.reload()
    page.go_to(leave)
    told = page.requests.slip.text()
    for words in ("陈安", "2 days", "杭州 (leaves the city)", "19900001111", "卫才", "收文登记",
                  "section head: to be decided", "1 duty inside is not settled: 22 Nov Sun"):  # fmt: skip
        assert words in told


def test_acceptance_4_leave_over_a_saturday_duty_waits_for_it_to_be_settled(page, session, store):
    """domain.md §16.4, 4: asked for Thursday to Sunday; blocked until the Saturday's cell is covered."""
    planned(store, "ann", "2026-11-28")
    leave = asked(store, first="2026-11-26", last="2026-11-29")
    page.reload()
    page.go_to(f"inbox {leave}")
    page.decision.decider.setCurrentText("冯科")
    trigger_button(page.decision, "Agree to it")
    page.decision.decider.setCurrentText("郑二")
    trigger_button(page.decision, "Agree to it")
    assert "2026-11-28" in vars(session.told[-1])["days"]
    assert state(store, leave) is LeaveState.PENDING
    session.perform(roster.assign, [(a_place("2026-11-28"), "bob")], by=BY)
    trigger_button(page.decision, "Agree to it")
    assert state(store, leave) is LeaveState.APPROVED
    assert page.tabs.tabText(1) == "To be decided"


def test_acceptance_4_all_duties_inside_are_settled_with_one_click(page, store):
    """domain.md §16.4, 4: the proposal covers the Saturday; then the leave is approved, and undone in two."""
    planned(store, "ann", "2026-11-28")
    leave = asked(store, first="2026-11-26", last="2026-11-29")
    agree(store, leave, "head")
    page.reload()
    page.go_to(f"inbox {leave}")
    page.settling.go.click()
    assert unsettled_duties(store, store.get(LEAVES, leave)) == ()
    page.decision.decider.setCurrentText("郑二")
    trigger_button(page.decision, "Agree to it")
    assert state(store, leave) is LeaveState.APPROVED
    undo(store, by=BY)
    undo(store, by=BY)
    assert len(unsettled_duties(store, store.get(LEAVES, leave))) == 1


def trigger_button(widget, words):
    next(each for each in widget.findChildren(QPushButton) if each.text() == words).click()


def test_duties_are_waived_by_a_duty_leader_with_a_reason(page, session, store):
    planned(store, "ann", "2026-11-23")
    leave = asked(store)
    page.reload()
    page.go_to(f"inbox {leave}")
    page.decision.decider.setCurrentText("郑二")
    trigger_button(page.decision, "Waive the duties")
    assert type(session.told[-1]).__name__ == "MissingFieldError"
    page.decision.reason.setText("会后即回")
    trigger_button(page.decision, "Waive the duties")
    trigger_button(page.decision, "Agree to it")
    assert state(store, leave) is LeaveState.APPROVED


def test_a_decision_on_paper_names_who_decided_and_the_paper(page, store):
    leave = asked(store)
    page.reload()
    page.go_to(f"inbox {leave}")
    page.decision.decider.setCurrentText("周正")
    page.decision.paper.setText("请〔2026〕8号")
    page.decision.opinion.setText("请妥善交接")
    trigger_button(page.decision, "Refuse it")
    page.filters.show_all()
    page.go_to(leave)
    told = page.requests.slip.text()
    assert "周正: refused; 请妥善交接; paper 请〔2026〕8号" in told


def test_the_chiefs_leave_is_entered_from_the_superiors_paper(page, store):
    leave = asked(store, "chief", stand_in="second")
    page.reload()
    page.go_to(f"inbox {leave}")
    page.decision.decider.setEditText("市长")
    page.decision.paper.setText("市〔2026〕3号")
    trigger_button(page.decision, "Agree to it")
    assert store.get(LEAVES, leave).approved_by == "市长"


def test_somebody_reports_back_from_the_list(page, view, store):
    leave = approved(store, "ann", "2026-11-18", "2026-11-19", type="sick")
    page.reload()
    page.go_to(leave)
    trigger(page, "Report back…")
    dialog = page.findChild(MomentDialog)
    dialog.answer()
    assert "needs a certificate" in dialog.said()
    dialog.text.setText("诊断证明")
    dialog.answer()
    assert state(store, leave) is LeaveState.REPORTED_BACK


def test_a_leave_is_extended_from_the_list(page, store):
    leave = approved(store, "ann", "2026-11-19", "2026-11-20")
    page.reload()
    page.go_to(leave)
    trigger(page, "Extend…")
    dialog = page.findChild(MomentDialog)
    dialog.moment.day.setText("2026-11-31")
    dialog.answer()
    assert "no day" in dialog.said()
    dialog.moment.day.setText("2026-11-23")
    dialog.answer()
    assert [each.extends for each in store.all(LEAVES) if each.state is LeaveState.PENDING] == [leave]


def test_leave_is_called_off_with_a_reason(page, store, monkeypatch):
    monkeypatch.setattr(
        "ui.leave.deeds.ask_text", lambda _parent, _title, _question, entered: entered("不去了")
    )
    leave = approved(store, "ann", "2026-11-23")
    page.reload()
    page.go_to(leave)
    trigger(page, "Call off…")
    assert state(store, leave) is LeaveState.CANCELLED
    (reason,) = next(store.ask("select reason from journal where deed = 'cancel_leave'"))
    assert reason == "不去了"


def test_what_cannot_be_done_is_grey(page, store):
    leave = approved(store, "ann", "2026-11-23")
    page.reload()
    page.go_to(leave)
    enabled = {each.text(): each.isEnabled() for each in page.actions()}
    assert not enabled["Report back…"]
    assert enabled["Extend…"]
    assert not enabled["Change…"]


def test_a_leave_list_is_dropped_and_the_menu_brings_whoever_imports_here(
    page, session, store, qtbot, tmp_path, monkeypatch
):
    path = tmp_path / "请假.csv"
    path.write_text(
        "姓名,科室,请假类型,开始,结束,工作代理人\n陈安,综合科,病假,2026-11-25,2026-11-26,卫才\n", "utf-8"
    )
    assert drop(path, page)
    page.findChild(ImportDialog).accept_import()
    assert [each.person for each in store.all(LEAVES)] == ["ann"]
    monkeypatch.setattr("ui.leave.page.ask_open", lambda _parent, _title, _kinds, chosen: chosen(Path(path)))
    window = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(window)
    window.show()
    window.do("import_leave")
    assert window.findChild(ImportDialog) is not None


def test_the_reason_is_not_for_everybodys_eyes(page, session, store):
    leave = asked(store)
    with deed(store, BY, "begin", right="found_office") as act:
        for person, role in (("chief", Role.ADMINISTRATOR), ("dan", Role.VIEWER), ("ann", Role.VIEWER)):
            act.writing.put(ACCOUNTS, Account(person, frozenset({role})))
        act.writing.put(SECRETS, Secret("chief", SecretKind.PHRASE, "-"))
    for person, seen in (("dan", False), ("ann", True)):
        session.person = person
        page.reload()
        page.go_to(leave)
        assert ("家中有事" in page.requests.slip.text()) is seen


def test_the_history_of_a_leave_tells_it_with_its_steps(page, view, store):
    leave = asked(store, last="2026-11-24")
    page.reload()
    page.go_to(leave)
    page.commands()["history"]()
    dialog = page.findChild(HistoryDialog)
    kinds = {row[5].partition(":")[0] for row in shown(dialog.changes.list)}
    assert kinds >= {"leave", "step of approval"}
    dialog.reject()
    trigger(view, "History…")


def test_the_kinds_of_leave_have_their_history(page):
    page.go_to("kinds")
    page.kinds.list.table.view.selectRow(0)
    page.commands()["history"]()
    dialog = page.findChild(HistoryDialog)
    assert all(row[5].startswith("kind of leave: ") for row in shown(dialog.changes.list))
    dialog.reject()


def test_whoever_should_have_reported_back_is_named_above_the_page(page, view, store):
    approved(store, "ann", "2026-11-16", "2026-11-17")
    approved(store, "bob", "2026-11-24", stand_in="head")
    page.reload()
    assert page.notice() == "Not reported back from leave in time: 陈安 (2 days)."
    page.show_overdue()
    assert names(view) == ["陈安"]


def test_whoever_leaves_the_city_gets_the_report_of_absence(page, store, monkeypatch):
    sheets = []
    monkeypatch.setattr("ui.paper.printing.preview", lambda sheet, _: sheets.append(sheet))
    (report,) = (each for each in page.actions() if each.text() == "Trip report…")
    here = asked(store, "ann", last="2026-11-24")
    gone = asked(store, "bob", "2026-12-01", leaves_city=True, destination="杭州", phone="19900001111")
    page.reload()
    page.go_to(here)
    assert not report.isEnabled()
    page.go_to(gone)
    report.trigger()
    (sheet,) = sheets
    assert sheet.title == "Report of absence from the city"
    assert "杭州" in [cell.text for line in sheet.rows for cell in line]


def test_the_slip_is_printed_as_it_stands(page, store, monkeypatch):
    sheets = []
    monkeypatch.setattr("ui.paper.printing.preview", lambda sheet, _: sheets.append(sheet))
    planned(store, "ann", "2026-11-23")
    leave = asked(store)
    page.reload()
    page.go_to(leave)
    trigger(page, "Slip…")
    (sheet,) = sheets
    assert "23 Nov Mon" in str([cell.text for line in sheet.rows for cell in line])
