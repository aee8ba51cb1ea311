import sqlite3
from contextlib import closing, suppress

import pytest
from PySide6.QtWidgets import QInputDialog, QWidget

from dutydesk.domain.office import Office
from dutydesk.domain.people import Section
from dutydesk.errors import (
    DiskFailedError,
    DiskFullError,
    LockedFileError,
    NoSuchFileError,
    NotADayError,
    ReadOnlyFileError,
)
from dutydesk.services import duties, files, office, people
from dutydesk.storage import file
from tests.storage.disk import FAILED, Removed, Wrote, recorded
from tests.ui.kept import BY, Clocks, kept_open, mounted, office_file, settle
from ui import dialogs
from ui.calendar.notice_dialog import NoticeDialog
from ui.keeping.trouble import Trouble
from ui.people.ground import Ground
from ui.people.section_list import SectionList
from ui.roster.page import RosterPage
from ui.window.founding import sample_file


@pytest.fixture
def path(qapp, tmp_path):
    return office_file(tmp_path)


def save(session, name):
    return session.perform(office.save_office, Office(name=name), by=session.author())


def names(session):
    return session.read(office.office).name


def ground(session):
    return Ground(session.read(people.staff), session.read(duties.pattern), session.today())


def test_only_what_ails_the_open_file_is_its_trouble(qapp, tmp_path):
    trouble = Trouble(tmp_path / "office.duty")
    for error in (NotADayError("x"), DiskFullError(str(tmp_path / "export.xlsx"))):
        trouble.meet(error)
    assert trouble.error is None
    trouble.meet(DiskFullError(str(tmp_path / "office.duty")))
    assert isinstance(trouble.error, DiskFullError)


def test_the_same_trouble_is_announced_once(qapp, qtbot, tmp_path):
    trouble = Trouble(tmp_path)
    with qtbot.waitSignal(trouble.changed, timeout=0):
        trouble.meet(DiskFullError(str(tmp_path)))
    with qtbot.assertNotEmitted(trouble.changed):
        trouble.meet(DiskFullError(str(tmp_path)))
    with qtbot.waitSignal(trouble.changed, timeout=0):
        trouble.is_over()


def test_a_file_that_is_taken_away_and_comes_back_is_worked_on_as_if_nothing_had_been(path):
    with kept_open(path, Clocks()) as (session, keeper):
        path.rename(path.with_suffix(".away"))
        assert save(session, "甲") is None
        assert isinstance(session.trouble.error, NoSuchFileError)
        keeper.pulse()
        assert session.trouble.error is not None
        path.with_suffix(".away").rename(path)
        keeper.pulse()
        assert session.trouble.error is None
        assert save(session, "甲")
        assert names(session) == "甲"


def test_a_stick_that_is_pulled_is_noticed_before_anybody_saves(path):
    with kept_open(path, Clocks()) as (session, keeper):
        path.rename(path.with_suffix(".away"))
        keeper.pulse()
        assert isinstance(session.trouble.error, NoSuchFileError)
        path.with_suffix(".away").rename(path)
        keeper.pulse()
        assert session.trouble.error is None


def test_another_program_that_holds_the_file_is_waited_for(path):
    with kept_open(path, Clocks()) as (session, keeper):
        session.read(lambda store: store.db.execute("pragma busy_timeout = 0"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin immediate")
            assert save(session, "甲") is None
            keeper.pulse()
            assert isinstance(session.trouble.error, LockedFileError)
        keeper.pulse()
        assert session.trouble.error is None
        assert names(session) == "滨江区政府办公室"
        assert save(session, "甲")


def test_a_full_disk_is_told_until_there_is_room_and_what_was_typed_is_kept_then(qapp, tmp_path):
    with mounted(tmp_path / "small", "8m"):
        path = office_file(tmp_path / "small")
        with kept_open(path, Clocks()) as (session, keeper):
            sections = SectionList(session, lambda: ground(session))
            sections.reload()
            litter = tmp_path / "small" / "litter"
            with suppress(OSError), litter.open("wb", buffering=0) as opened:
                while opened.write(bytes(4096)):
                    pass
            sections.drafts.begin(Section("s", ""))
            sections.drafts.put([(Section("s", ""), "name", "督查科")])
            assert isinstance(session.trouble.error, DiskFullError)
            assert [each.at("name").text for each in sections.drafts.lines()] == ["督查科"]
            assert session.read(people.staff).sections == ()
            keeper.pulse()
            assert session.trouble.error is not None
            litter.unlink()
            keeper.pulse()
            assert session.trouble.error is None
            assert [each.name for each in session.read(people.staff).sections] == ["督查科"]
            assert sections.drafts.lines() == ()
            sections.deleteLater()


def test_a_disk_that_becomes_read_only_is_told_and_written_to_again_when_it_may_be(qapp, tmp_path):
    with mounted(tmp_path / "stick", "8m") as say:
        path = office_file(tmp_path / "stick")
        with kept_open(path, Clocks()) as (session, keeper):
            session.close()
        say("ro")
        with kept_open(path, Clocks()) as (session, keeper):
            assert session.read_only
            assert names(session) == "滨江区政府办公室"
            assert save(session, "甲") is None
            assert isinstance(session.trouble.error, ReadOnlyFileError)
            keeper.pulse()
            assert session.read_only
            say("rw")
            keeper.pulse()
            assert (session.trouble.error, session.read_only) == (None, False)
            assert save(session, "甲")


def test_a_deed_that_was_kept_although_the_disk_failed_is_not_done_twice_by_a_retry(path):
    """The journal was removed, so the deed is kept, but its folder could not be synced, which is an error."""
    with recorded(path.parent) as disk, kept_open(path, Clocks()) as (session, _keeper):

        def fail_late(operation):
            if not isinstance(operation, Removed):
                return 0
            (path.parent / operation.name).unlink()
            return FAILED

        disk.refuse = fail_late
        assert add(session) is None
        assert isinstance(session.trouble.error, DiskFailedError)
        disk.refuse = lambda _operation: 0
        assert add(session).rows == 1  # nothing would be written a second time
        assert entries(session) == 1
    with closing(file.open_store(path)) as store:
        assert files.verify_file(store).faults == ()


def test_a_deed_that_was_not_kept_is_done_by_the_retry(path):
    with recorded(path.parent) as disk, kept_open(path, Clocks()) as (session, _keeper):
        disk.refuse = lambda operation: FAILED if isinstance(operation, Wrote) else 0
        assert add(session) is None
        disk.refuse = lambda _operation: 0
        assert add(session).rows == 1
        assert entries(session) == 1


def add(session):
    """A deed with an id of its own at every try, which nobody but the session knows to be the same."""
    return session.perform(people.save_sections, [Section("s", "督查科")], by=session.author())


def entries(session):
    sql = "select count(*) from journal where deed = 'save_sections'"
    return session.read(lambda store: next(store.ask(sql))[0])


def test_an_error_while_reading_is_the_trouble_too(path):
    with kept_open(path, Clocks()) as (session, _keeper):

        def fail(store):
            raise DiskFailedError(str(store.path), "x")

        with pytest.raises(DiskFailedError):
            session.read(fail)
        assert isinstance(session.trouble.error, DiskFailedError)
        assert BY.actor == session.actor


def test_a_name_typed_into_the_roster_waits_for_the_disk_and_is_entered_then(qapp, qtbot, tmp_path):
    path = tmp_path / "sample.dutydesk"
    sample_file(path, by=BY)
    with kept_open(path, Clocks()) as (session, keeper):
        page = RosterPage(session)
        qtbot.addWidget(page)
        page.show()
        index = page.model.index(0, 0)
        was, other = index.data(), page.model.index(1, 0).data()
        path.rename(path.with_suffix(".away"))
        page.model.setData(index, other)
        assert page.model.index(0, 0).data() == was
        assert any(other in text and "Not saved yet" in text for text in page.notices.texts())
        path.with_suffix(".away").rename(path)
        keeper.pulse()
        assert page.model.index(0, 0).data() == other
        assert not any("Not saved yet" in text for text in page.notices.texts())


def test_a_note_that_could_not_be_kept_is_asked_for_again(qapp, qtbot):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)

    def keep(answer):
        answers.append(answer)
        return len(answers) > 1

    dialogs.ask_text(parent, "Note", "?", keep)
    for text in ("代班", None):
        asked = next(each for each in parent.findChildren(QInputDialog) if each.isVisible())
        assert text or asked.textValue() == "代班"
        asked.setTextValue(text or asked.textValue())
        asked.accept()
        settle()
    assert answers == ["代班", "代班"]


def test_a_pasted_notice_stays_until_it_is_kept(qapp, qtbot):
    said = [DiskFullError("D:/duty"), None]
    dialog = NoticeDialog(None, 2027, lambda *_facts: said.pop(0))
    dialog.show()
    dialog.text.setPlainText("元旦：1月1日至3日放假调休，共3天。")
    dialog.accept_notice()
    assert dialog.isVisible()
    assert "full" in dialog.notice()
    dialog.accept_notice()
    assert not dialog.isVisible()
