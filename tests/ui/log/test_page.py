"""The duty log at three in the morning: few keys, nothing modal, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dutydesk.domain.log import Bearing, Level, LogKind, LogSearch
from dutydesk.errors import EmptyEntryError, NotADayError
from dutydesk.services import drafts, followups, incidents, log
from dutydesk.services.undo import undoable
from tests.services.nights import by
from tests.ui.seen import choose, shown, trigger
from ui.editing.facts_dialog import FactsDialog
from ui.history.dialog import HistoryDialog
from ui.log import printing, templates
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


def type_in(page, **lines):
    for name, text in lines.items():
        if name == "content":
            page.form.content.setPlainText(text)
        else:
            page.form.lines[name].setText(text)


def entries(session):
    return session.read(log.search, LogSearch())


def press(page, key):
    """A key into whatever has the keyboard."""
    page.window().activateWindow()
    QApplication.processEvents()
    there = QApplication.focusWidget() or page.form.lines["unit"]
    QTest.keyClick(there, key)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_F5, LogKind.CALL_IN), (Qt.Key.Key_F6, LogKind.CALL_OUT), (Qt.Key.Key_F7, LogKind.VISITOR),
        (Qt.Key.Key_F8, LogKind.DOCUMENT), (Qt.Key.Key_F9, LogKind.URGENT),
    ],
)  # fmt: skip
def test_one_key_begins_an_entry_with_its_own_fields(page, key, kind):
    press(page, key)
    assert page.form.kind.currentData() == kind.value
    assert ("document_number" in page.form.details) is (kind is LogKind.DOCUMENT)
    assert page.form.at.text() == "2026-11-20 11:00"


def test_an_entry_is_kept_and_stands_in_the_list_and_is_never_taken_back(page, session):
    page.begin(LogKind.CALL_IN)
    type_in(page, unit="水利局", person="曾堃", phone="0571-1234", content="水库水位超汛限")
    page.form.open.setChecked(True)
    page.keep()
    (line,) = shown(page.list.view, "No.", "Kind", "Unit and person", "Content", "State")
    assert line == ["1", "call in", "水利局 曾堃 0571-1234", "水库水位超汛限", "still to be done"]
    assert entries(session)[0].typed_at == by(3).at
    assert not page.form.said()
    assert session.read(undoable) is None


def test_a_refusal_leaves_what_was_typed(page, session):
    type_in(page, unit="水利局")
    page.keep()
    assert isinstance(session.told[-1], EmptyEntryError)
    assert page.form.lines["unit"].text() == "水利局"
    assert entries(session) == ()


def test_scenario_12_a_classified_level_takes_the_content_away(page, session):
    page.begin(LogKind.DOCUMENT)
    type_in(page, content="关于……")
    page.form.details["document_title"].setText("关于……")
    page.form.level.setCurrentIndex(page.form.level.findData(Level.SECRET.value))
    assert not page.form.content.isEnabled()
    assert page.form.content.toPlainText() == page.form.details["document_title"].text() == ""
    assert page.form.secrecy.isVisible()
    page.form.details["document_number"].setText("密电〔2026〕7号")
    page.form.details["delivered_to"].setText("机要室 李静")
    page.keep()
    (cable,) = entries(session)
    assert (cable.level, cable.content, cable.detail("delivered_to")) == (Level.SECRET, "", "机要室 李静")


def test_what_is_wrong_is_corrected_by_an_entry_that_points_at_it(page, session):
    type_in(page, unit="水利局", content="水位 35.2 米")
    page.keep()
    choose(page.list.view, "1")
    trigger(page, "Correct")
    assert page.form.content.toPlainText() == "水位 35.2 米"
    assert page.aim.text() == "Corrects entry 1"
    type_in(page, content="水位 32.5 米")
    page.keep()
    newest, oldest = entries(session)
    assert (newest.bearing, newest.about, newest.content) == (Bearing.CORRECTS, oldest.id, "水位 32.5 米")
    assert oldest.content == "水位 35.2 米"


def test_an_open_entry_is_settled_by_another(page, session):
    type_in(page, unit="水利局", content="水位上涨")
    page.form.open.setChecked(True)
    page.keep()
    choose(page.list.view, "1")
    trigger(page, "Settle")
    type_in(page, content="已回落")
    page.keep()
    assert [line[0] for line in shown(page.list.view, "State")] == ["settlement", ""]
    assert session.read(log.open_entries) == ()


def test_any_two_characters_kind_and_openness_narrow_the_list(page, session):
    for content in ("水库水位超汛限", "值班电话测试"):
        type_in(page, content=content)
        page.keep()
    page.search.words.setText("水位")
    assert [line[0] for line in shown(page.list.view, "Content")] == ["水库水位超汛限"]
    page.search.words.setText("")
    page.search.open_only.setChecked(True)
    assert shown(page.list.view) == []
    page.search.open_only.setChecked(False)
    page.search.kinds.setCurrentIndex(page.search.kinds.findData("patrol"))
    assert shown(page.list.view) == []


def test_whom_one_spoke_with_before_is_offered_and_fills_the_other_side(page, session):
    type_in(page, unit="水利局", person="曾堃", title="副局长", phone="0571-1234", content="来电")
    page.keep()
    unit = page.form.lines["unit"]
    unit.setText("zk")
    unit.offer()
    assert unit.take_first()
    assert [page.form.lines[each].text() for each in ("unit", "person", "title", "phone")] == [
        "水利局", "曾堃", "副局长", "0571-1234",
    ]  # fmt: skip


def test_what_was_being_typed_when_the_program_died_stands_there_again(make_page, on_disk):
    session = on_disk()
    page = make_page(session)
    page.begin(LogKind.VISITOR)
    type_in(page, unit="阳光社区", content="反映停水")
    page.form.details["heads"].setText("3")
    page.keep_draft()  # as the timer does within a second of the last key
    again = make_page(on_disk())
    assert again.form.facts() == page.form.facts()
    assert again.aim.text().startswith("Not kept when the program ended")
    again.form.clear()
    again.keep_draft()
    assert drafts.kept_draft(session.path) == {}


def test_f5_anywhere_in_the_window_begins_a_call(qtbot, session):
    window = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(window)
    window.show()
    window.do("log_entry")
    assert window.place()[0] == "log"


def test_the_history_of_an_entry_is_told_by_its_key(page):
    page.begin(LogKind.CALL_IN)
    type_in(page, unit="水利局", person="曾堃", content="水库水位超汛限")
    page.keep()
    page.list.view.selectRow(0)
    page.commands()["history"]()
    dialog = page.findChild(HistoryDialog)
    (row,) = shown(dialog.changes.list)
    assert "水库水位超汛限" in row[6]
    dialog.reject()


def test_an_entry_becomes_a_follow_up_with_one_key(page, session):
    type_in(page, unit="城管局", content="路灯不亮")
    page.form.open.setChecked(True)
    page.keep()
    choose(page.list.view, "1")
    trigger(page, "Follow up…")
    (asked,) = page.findChildren(FactsDialog)
    asked.go.click()
    (item,) = session.read(followups.open_follow_ups)
    assert (item.content, item.unit, item.origin) == ("路灯不亮", "城管局", entries(session)[0].id)


def test_an_urgent_entry_starts_the_clocks_at_its_own_time(page, session):
    page.begin(LogKind.URGENT)
    page.form.restore({**page.form.facts(), "at": "2026-11-20 10:30", "content": "边坡塌方"})
    page.keep()
    choose(page.list.view, "1")
    trigger(page, "Report up…")
    (asked,) = page.findChildren(FactsDialog)
    asked.put(grade="major")
    asked.go.click()
    (incident, clock), _ = session.read(incidents.running_clocks)
    assert (incident.name, clock.begins) == ("边坡塌方", by(2.5).at)


def test_what_is_typed_without_a_pause_is_on_the_disk_within_a_second(make_page, on_disk, qtbot):
    session = on_disk()
    page = make_page(session)
    with qtbot.waitSignal(page.drafted, timeout=5000):
        for number in range(20):
            type_in(page, content="水位" * number)
            qtbot.wait(45)
    assert drafts.kept_draft(session.path)["content"].startswith("水位")


def test_words_that_are_often_needed_are_kept_and_taken_from_a_menu(page, session, monkeypatch):
    type_in(page, content="值班电话线路测试正常")
    monkeypatch.setattr(templates, "ask_text", lambda *asked: asked[-1]("线路测试"))
    page.templates.ask_name()
    page.form.clear()
    page.templates.fill()
    chosen, keeping = (each for each in page.templates.menu().actions() if each.text() and not each.menu())
    assert not keeping.isEnabled()
    chosen.trigger()
    assert page.form.content.toPlainText() == "值班电话线路测试正常"
    page.templates.fill()
    removing = next(each.menu() for each in page.templates.menu().actions() if each.menu())
    removing.actions()[0].trigger()
    assert session.read(log.templates) == ()


def test_logs_records_and_registers_are_printed_from_the_page(page, monkeypatch):
    titles = []
    monkeypatch.setattr(printing, "preview", lambda sheet, _parent: titles.append(sheet.title))
    for kind in (LogKind.CALL_IN, LogKind.DOCUMENT):
        page.begin(kind)
        type_in(page, unit="水利局", content="来文")
        page.keep()
    button = page.printing
    choose(page.list.view, "1")
    button.offer()
    for each in (button.log, button.call, button.visitors, button.documents):
        assert each.isEnabled()
        each.trigger()
    page.commands()["print"]()
    log_title, call, visits, papers = titles[:4]
    assert "duty log" in log_title
    assert "phone record" in call
    assert "visitors" in visits
    assert "documents" in papers
    assert titles[4] == call


def test_days_narrow_the_search_and_a_day_that_is_none_is_told(page, session):
    for day in ("2026-11-19", "2026-11-20"):
        page.form.restore({**page.form.facts(), "at": f"{day} 07:30", "content": f"巡查 {day}"})
        page.keep()
    page.search.last.setText("2026-11-19")
    page.search.last.editingFinished.emit()
    assert [line[0] for line in shown(page.list.view, "Content")] == ["巡查 2026-11-19"]
    page.search.first.setText("31-31")
    page.search.first.editingFinished.emit()
    assert isinstance(session.told[-1], NotADayError)
    page.search.first.setText("2026-11-20")
    page.search.last.setText("2026-11")
    page.search.last.editingFinished.emit()
    assert [line[0] for line in shown(page.list.view, "Content")] == ["巡查 2026-11-20"]


def test_the_time_is_that_of_the_first_word_and_not_when_the_form_was_emptied(page, session, monkeypatch):
    monkeypatch.setattr(page.form, "_now", lambda: by(5).at)
    type_in(page, unit="水利局")
    assert page.form.at.text() == "2026-11-20 13:00"
    page.form.restore({**page.form.facts(), "at": "2026-11-20 12:10"})
    type_in(page, content="水位上涨")
    assert page.form.at.text() == "2026-11-20 12:10"


def test_what_cannot_be_done_yet_says_what_is_to_be_done_first(page):
    step = page.steps[0]
    assert (step.isEnabled(), step.toolTip()) == (False, "Choose an entry of the list first.")
    type_in(page, content="巡查")
    page.keep()
    choose(page.list.view, "1")
    assert (step.isEnabled(), step.toolTip()) == (True, "Correct (Ctrl+Shift+R)")
