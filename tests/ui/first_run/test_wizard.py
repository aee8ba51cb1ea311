"""The whole way with the Binjiang list, as a newcomer goes it, and everything that may stand in it."""

from concurrent.futures import Executor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QTabBar, QToolButton

from dutydesk.domain.accounts import Author
from dutydesk.services import duties, files, office, people, roster
from tests.ui.seen import shown
from ui import dialogs
from ui.first_run.first_period import first_week
from ui.first_run.wizard import FirstRun
from ui.session import InlineExecutor, Session

BINJIANG = Path(__file__).parents[2] / "data" / "staff_binjiang.xlsx"
NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)  # a Monday, half past nine in the office
NAME = "滨江市人民政府办公室"
BAD = "姓名,科室,手机\n钱堃,秘书科,13a\n孙镕,综合科,13900000002\n"


class HeldExecutor(Executor):
    """Keeps its jobs until they are let go."""

    def __init__(self):
        self.held = []

    def submit(self, fn, /, *args, **kwargs):
        self.held.append(lambda: fn(*args, **kwargs))

    def let_go(self):
        for job in self.held:
            job()
        self.held.clear()


@pytest.fixture
def author():
    return lambda: Author("王秘书", NOW)


@pytest.fixture
def first(qtbot, author):
    made = FirstRun(None, author, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def founded(first, tmp_path):
    """The file that the first step makes."""
    path = tmp_path / f"{NAME}.dutydesk"
    first.office.lines["name"].setText(NAME)
    first.office.lines["duty_phone"].setText("0571-88501234")
    first.office.lines["place"].setText("3号楼101室")
    first.office.file.choose(path)
    with_path = []
    first.founded.connect(with_path.append)
    first.forward.click()
    assert with_path == [path]
    return path


@pytest.fixture
def session(founded):
    opened = Session(files.open_file(founded), actor="王秘书", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def wizard(qtbot, session):
    return opened_on(qtbot, session)


def opened_on(qtbot, session):
    made = FirstRun(None, session.author, session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def title(wizard):
    return wizard.step.accessibleName()


def staffed(wizard, path=BINJIANG):
    wizard.step.source.take(path)
    wizard.forward.click()


def test_from_nothing_to_the_printed_week(wizard, session, monkeypatch, tmp_path):
    assert title(wizard) == "The staff list"
    staffed(wizard)
    assert len(session.read(people.staff).people) == 59

    assert title(wizard) == "Exemptions and earlier duties"
    wizard.step.offered.tick_all()
    wizard.step.offered.approved_by.setText("汪琪萱")
    wizard.forward.click()
    exemptions = session.read(people.staff).exemptions
    assert {(each.confirmed, each.approved_by) for each in exemptions} == {(True, "汪琪萱")}

    assert title(wizard) == "The first roster"
    assert wizard.step.period().first == session.today()
    wizard.forward.click()
    assert wizard.step.report.words()[0] == "All 60 places are filled."
    wizard.forward.click()

    assert title(wizard) == "The printed week"
    week = session.read(roster.grid, first_week(wizard.steps[3].period()))
    printed = wizard.step.paper.accessibleDescription()
    assert all(week.names[duty.actual] in printed for duty in week.duties.values())
    assert wizard.step.paper.accessibleName().startswith(NAME)

    paper = tmp_path / "week.pdf"
    monkeypatch.setattr(dialogs, "ask_save", lambda _parent, _title, _kinds, chosen, _name: chosen(paper))
    wizard.step.save.click()
    assert paper.read_bytes().startswith(b"%PDF")
    wizard.step.publish.click()
    assert session.read(roster.grid, week.period).version == 1
    assert wizard.step.publish.text() == "Published: version 1"
    assert not wizard.step.publish.isEnabled()

    done = []
    wizard.completed.connect(lambda: done.append(True))
    wizard.forward.click()
    assert done == [True]
    assert not wizard.isVisible()


def test_the_letterhead_is_kept_and_seen_while_it_is_typed(session, first):
    kept = session.read(office.office)
    assert (kept.name, kept.duty_phone, kept.place) == (NAME, "0571-88501234", "3号楼101室")
    assert kept.notes
    assert "0571-88501234" in first.office.paper.accessibleDescription()


def test_an_office_needs_a_name(first, tmp_path):
    first.office.file.choose(tmp_path / "x.dutydesk")
    first.forward.click()
    assert "name" in first.step.refusals()
    assert list(tmp_path.glob("*.dutydesk")) == []
    assert first.isVisible()


def test_the_file_is_named_after_the_office(first):
    first.office.lines["name"].setText("外办/港澳办")
    assert first.office.file.path().name == "外办 港澳办.dutydesk"
    first.office.lines["name"].clear()
    assert first.office.file.path().name == "Duty roster.dutydesk"


def test_a_file_that_is_there_is_left_alone(first, founded):
    before = founded.read_bytes()
    first.show()
    first.forward.click()
    assert "exists already" in first.step.refusals()
    assert founded.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(first, tmp_path):
    first.office.lines["name"].setText(NAME)
    first.office.file.choose(tmp_path / "none" / "x.dutydesk")
    first.forward.click()
    assert "none" in first.step.refusals()
    assert first.isVisible()


def test_a_refused_row_keeps_everything_out_until_it_is_corrected(wizard, session, tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text(BAD, encoding="gb18030")
    wizard.step.source.take(path)
    assert not wizard.forward.isEnabled()
    assert ["2", "“13a” is no phone number"] in shown(
        wizard.step.source.view.tables.widget(1).view, "Line", "Why"
    )
    assert session.read(people.staff).people == ()
    path.write_text(BAD.replace("13a", "13900000001"), encoding="utf-8")
    wizard.step.source.read()
    wizard.forward.click()
    assert len(session.read(people.staff).people) == 2


def test_a_damaged_list_is_told_in_place(wizard, session, tmp_path):
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(BINJIANG.read_bytes()[:2000])
    wizard.step.source.take(path)
    assert "damaged.xlsx" in wizard.step.source.view.notice()
    assert not wizard.forward.isEnabled()
    assert title(wizard) == "The staff list"
    assert session.read(people.staff).people == ()


def test_a_list_can_be_dropped(wizard):
    listed = QMimeData()
    listed.setUrls([QUrl.fromLocalFile(str(BINJIANG))])
    left = Qt.MouseButton.LeftButton
    wizard.step.dropEvent(
        QDropEvent(QPointF(), Qt.DropAction.CopyAction, listed, left, Qt.KeyboardModifier.NoModifier)
    )
    assert wizard.step.source.view.summary().startswith("Understood")


def test_a_tick_needs_a_name(wizard, session):
    staffed(wizard)
    wizard.step.offered.tick_all()
    wizard.forward.click()
    assert "approved" in wizard.step.refusals()
    assert not any(each.confirmed for each in session.read(people.staff).exemptions)
    assert title(wizard) == "Exemptions and earlier duties"


def test_the_tally_may_come_from_another_list(wizard, session, tmp_path):
    staff, tally = tmp_path / "staff.csv", tmp_path / "tally.csv"
    staff.write_text("姓名,科室,岗位\n钱堃,秘书科,值班员\n", encoding="utf-8")
    tally.write_text("姓名,工作日,双休日,节假日\n钱堃,5,2,1\n", encoding="utf-8")
    staffed(wizard, staff)
    wizard.step.source.take(tally)
    wizard.forward.click()
    assert sorted(each.count for each in session.read(people.staff).tallies) == [1, 2, 5]
    assert title(wizard) == "The first roster"


def test_nobody_can_be_planned_before_there_is_staff(wizard):
    for _ in range(2):
        wizard.skip.click()
    wizard.forward.click()
    assert "nobody to plan" in wizard.step.refusals()
    assert wizard.forward.isEnabled()
    wizard.skip.click()
    assert "Nothing is planned yet" in wizard.step.refusals()
    assert not wizard.step.publish.isEnabled()


def test_places_that_stay_empty_are_told_with_the_reasons(wizard, tmp_path):
    staff = tmp_path / "staff.csv"
    staff.write_text("姓名,科室,岗位\n钱堃,秘书科,值班员\n孙镕,综合科,值班员\n", encoding="utf-8")
    staffed(wizard, staff)
    wizard.forward.click()
    wizard.forward.click()
    words = wizard.step.report.words()
    assert "stay empty" in words[0]
    drivers = "duty driver on 15 days, first on 16 Nov Mon: may not stand this post 2"
    assert drivers in words


def test_a_year_without_notice_is_said_and_planned_by_weekends(wizard):
    staffed(wizard)
    wizard.forward.click()
    wizard.step.days.choose(2)
    assert "notice of 2027" in wizard.step.refusals()


def test_planning_can_be_stopped_and_begun_anew(qtbot, founded):
    held = HeldExecutor()
    session = Session(files.open_file(founded), actor="王秘书", now=lambda: NOW, executor=held)
    wizard = opened_on(qtbot, session)
    staffed(wizard)
    wizard.forward.click()
    wizard.forward.click()
    assert wizard.step.stop.isVisible()
    assert not wizard.forward.isEnabled()
    wizard.step.stop.click()
    held.let_go()
    assert wizard.step.report is None
    assert session.read(roster.grid, wizard.step.period()).duties == {}
    wizard.forward.click()
    held.let_go()
    assert wizard.step.report is not None
    session.close()
    session.deleteLater()


def test_whoever_left_goes_on_where_the_file_stands(qtbot, wizard, session):
    staffed(wizard)
    wizard.reject()
    again = opened_on(qtbot, session)
    assert title(again) == "Exemptions and earlier duties"
    again.forward.click()
    again.forward.click()
    again.reject()
    assert title(opened_on(qtbot, session)) == "The printed week"


def test_going_back_changes_what_is_changed_and_nothing_else(wizard, session):
    staffed(wizard)
    posts = session.read(duties.pattern).posts
    wizard.list.buttons[0].click()
    assert wizard.office.lines["name"].text() == NAME
    wizard.office.lines["fax"].setText("0571-88501235")
    wizard.forward.click()
    assert session.read(office.office).fax == "0571-88501235"
    assert session.read(duties.pattern).posts == posts
    assert title(wizard) == "The staff list"
    assert wizard.forward.text() == "Next"
    assert len(session.read(people.staff).people) == 59


def test_another_pattern_is_adopted_on_going_back(wizard, session):
    wizard.back.click()
    wizard.office.pattern.cards[next(iter(reversed(wizard.office.pattern.cards)))].click()
    wizard.forward.click()
    assert session.read(office.office).preset == "weekly"
    assert [each.id for each in session.read(duties.pattern).shifts] == ["week"]


def test_the_weeks_of_the_plan_can_be_leafed_through(wizard):
    staffed(wizard)
    for _ in range(3):
        wizard.forward.click()
    assert not wizard.step.earlier.isEnabled()
    assert wizard.step.days.text() == "16 Nov – 22 Nov"
    wizard.step.later.click()
    assert wizard.step.days.text() == "23 Nov – 29 Nov"
    assert "week 48" in wizard.step.paper.accessibleName()


def test_the_week_goes_to_the_printer_by_way_of_its_preview(wizard):
    wizard.show_step(4)
    wizard.step.print.click()
    shown_first = wizard.step.findChild(QPrintPreviewDialog)
    assert shown_first.windowTitle().startswith(NAME)
    shown_first.close()


def test_the_keyboard_alone_gets_there(wizard, session):
    wizard.step.source.take(BINJIANG)
    wizard.forward.setFocus()
    for wanted in (
        "Exemptions and earlier duties",
        "The first roster",
        "The first roster",
        "The printed week",
    ):
        QTest.keyClick(wizard, Qt.Key.Key_Return)
        assert title(wizard) == wanted
    QTest.keyClick(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert title(wizard) == "The first roster"
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert session.read(roster.grid, wizard.steps[3].period()).duties


def test_everything_that_can_be_used_has_a_name(wizard, first):
    staffed(wizard)
    wizard.show_step(4)
    nameless = [
        widget
        for step in (first.office, *wizard.steps)
        for kind in (QPushButton, QToolButton, QComboBox, QDateEdit, QLineEdit)
        for widget in step.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")  # the inner line of a date
        and not isinstance(widget.parent(), QTabBar | QLineEdit)  # the arrows and crosses of Qt itself
    ]
    assert nameless == []
