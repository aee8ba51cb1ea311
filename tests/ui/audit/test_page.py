import csv
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.people import Section
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.services import disclosures, history, people
from dutydesk.services.changes import Changes, Topic, deed
from dutydesk.services.files import open_file
from dutydesk.storage import file
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.people import SECTIONS
from tests.builders import a_person
from tests.invented import BY
from tests.ui.seen import shown
from ui.audit.page import AuditPage
from ui.session import Session

MANY = 450
LATER = replace(BY, actor="刘洋", at=BY.at + timedelta(days=2))


@pytest.fixture
def session(session):
    """More changes than one page of them."""

    def fill(store):
        with deed(store, BY, "save_sections") as act:
            for number in range(MANY):
                act.writing.put(SECTIONS, Section(f"s{number}", f"科室{number}", number))
        people.save_people(store, [a_person(1, name="李堃"), a_person(2, name="赵喆")], by=BY)
        people.save_people(store, [a_person(1, name="李堃", title="处长")], by=LATER)

    session.read(fill)
    return session


@pytest.fixture
def page(qtbot, session):
    made = AuditPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def records(page):
    return [row[5] for row in shown(page.changes.list)]


def pick(choice, value):
    choice.setCurrentIndex(choice.findData(value))


def read_csv(path):
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_everything_is_there_newest_first_and_read_as_far_as_one_scrolls(page):
    assert page.changes.count.text() == f"{MANY + 3} changes"
    assert page.changes.list.model().rowCount() == history.PAGE
    assert records(page)[0] == "person: 李堃"
    page.changes.list.scrollToBottom()
    page.changes.list.scrollToBottom()
    assert page.changes.list.model().rowCount() > history.PAGE
    while page.changes.model.canFetchMore(page.changes.list.rootIndex()):
        page.changes.model.fetchMore(page.changes.list.rootIndex())
    assert len(set(records(page))) == MANY + 2


def test_each_filter_narrows(page):
    pick(page.filters.actor, "刘洋")
    assert records(page) == ["person: 李堃"]
    pick(page.filters.actor, "")
    pick(page.filters.table, "person")
    assert records(page) == ["person: 李堃", "person: 赵喆", "person: 李堃"]
    page.filters.person.setText("赵喆")
    assert records(page) == ["person: 赵喆"]
    page.filters.person.setText("")
    page.filters.first.setText("2026-11-22")
    page.filters.first.editingFinished.emit()
    assert records(page) == ["person: 李堃"]
    page.filters.first.setText("")
    page.filters.last.setText("2026-11-19")
    page.filters.last.editingFinished.emit()
    assert page.changes.count.text() == "0 changes"


def test_a_deed_narrows(page):
    pick(page.filters.deed, "save_people")
    assert page.changes.count.text() == "3 changes"


def test_a_day_that_is_none_is_told_in_place(page):
    page.filters.first.setText("31 November")
    page.filters.first.editingFinished.emit()
    assert any("31 November" in text for text in page.notices.texts())
    page.filters.first.setText("")
    page.filters.first.editingFinished.emit()
    assert page.notices.texts() == []


def test_a_new_change_is_there_at_once(page, session):
    session.perform(people.save_sections, [Section("new", "新科")], by=BY)
    assert records(page)[0] == "section: 新科"


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_is_looked_for_is_written_and_that_is_entered_itself(page, session, tmp_path, ending):
    pick(page.filters.table, "person")
    path = tmp_path / f"journal{ending}"
    page.take_out(path)
    if ending == ".csv":
        rows = read_csv(path)
    else:
        sheet = load_workbook(path).worksheets[0]
        rows = [[cell.value or "" for cell in row] for row in sheet]
    assert rows[0][:3] == ["Entry", "When", "Who"]
    assert [row[6] for row in rows[1:]] == ["person: 李堃", "person: 赵喆", "person: 李堃"]
    (told,) = session.read(disclosures.disclosures)
    assert (told.about, told.rows) == ("person", 3)
    assert any(str(path) in text for text in page.notices.texts())


def test_all_of_a_long_journal_is_written(page, tmp_path):
    page.take_out(tmp_path / "all.csv")
    assert len(read_csv(tmp_path / "all.csv")) == MANY + 3 + 2  # the heading, and the entry of the export


def test_whoever_may_not_write_it_gets_no_file(page, session, tmp_path, monkeypatch):
    session.read(_with_accounts)
    refused = []
    session.refused.connect(refused.append)
    page.take_out(tmp_path / "journal.csv")
    assert len(refused) == 1
    session.changed.emit(Changes(Topic.ACCOUNTS))
    assert not page.taking.isEnabled()
    assert list(tmp_path.glob("*.csv")) == []


def _with_accounts(store):

    with deed(store, BY, "found_office") as act:
        act.writing.put(ACCOUNTS, Account("p1", frozenset({Role.ADMINISTRATOR})))
        act.writing.put(SECRETS, Secret("p1", SecretKind.PIN, "$argon2id$"))


@pytest.fixture
def beside(qapp, tmp_path):
    """A session on a file, whose jobs run beside the window."""
    path = tmp_path / "office.duty"
    file.create(path, "desk")
    opened = Session(
        open_file(path), actor="王敏", now=lambda: BY.at, executor=ThreadPoolExecutor(max_workers=1)
    )
    with deed(opened.read(lambda store: store), BY, "save_sections") as act:
        for number in range(MANY):
            act.writing.put(SECTIONS, Section(f"s{number}", f"科室{number}", number))
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_file_is_read_by_a_connection_of_its_own_while_the_window_goes_on(qtbot, beside, tmp_path, ending):
    page = AuditPage(beside)
    qtbot.addWidget(page)
    page.show()
    page.take_out(tmp_path / f"journal{ending}")
    qtbot.waitUntil(lambda: any("Written" in text for text in page.notices.texts()), timeout=10_000)
    assert (tmp_path / f"journal{ending}").stat().st_size > 0


def test_closing_the_window_ends_the_writing(qtbot, beside, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.audit.taking_out._STEP", 1)
    page = AuditPage(beside)
    qtbot.addWidget(page)
    page.take_out(tmp_path / "journal.csv")
    beside.close()
    assert not list(tmp_path.glob("journal*")) or len(read_csv(tmp_path / "journal.csv")) == MANY + 2
