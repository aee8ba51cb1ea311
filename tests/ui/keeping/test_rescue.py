"""Back to a backup and out of a damaged file, through the window and on real files."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QDialog, QListWidget

from dutydesk.services import backups, files, office
from dutydesk.storage import file, journal
from tests.ui.kept import (
    buttons,
    dialog,
    labels,
    mounted,
    office_file,
    press,
    rename,
    scrawl,
    settle,
)
from ui import dialogs
from ui.widgets.banner import Banner
from ui.window.main_window import MainWindow
from ui.window.start import StartWindow


@pytest.fixture
def path(qapp, tmp_path):
    return office_file(tmp_path)


def test_one_goes_back_to_a_backup_after_seeing_what_would_go(desk_on, path, clocks):
    desk = desk_on(path)
    clocks.go_on(minutes=10)
    rename(desk, "改错了的名字")
    clocks.go_on(minutes=10)
    desk.window.do("backups")
    listed = dialog(desk, "backups")
    press(listed, "Go back to this backup")
    shown = next(each for each in listed.findChildren(QDialog, "preview") if each.isVisible())
    lines = [shown.findChild(QListWidget).item(0).text()]
    assert ["office particulars" in line and "2026-11-21 09:40" in line for line in lines] == [True]
    press(shown, "Go back")
    assert isinstance(desk.window, MainWindow)
    assert desk.session.read(office.office).name == "滨江区政府办公室"
    assert "binjiang-before-restore-20261121-095000" in desk.window.said
    aside = next(path.parent.glob("*-before-restore-*"))
    assert named(aside) == "改错了的名字"
    with closing(file.open_store(path)) as store:
        assert files.verify_file(store).faults == ()
        assert "restore_backup" in {each.deed for each in journal.read(store.db)}


def named(path):
    with closing(file.open_store(path)) as store:
        return office.office(store).name


def test_a_changed_mind_changes_nothing(desk_on, path):
    desk = desk_on(path)
    desk.window.do("backups")
    listed = dialog(desk, "backups")
    press(listed, "Go back to this backup")
    press(listed.findChild(QDialog, "preview"), "Cancel")
    assert listed.isVisible()
    assert list(path.parent.glob("*-before-restore-*")) == []


def test_an_altered_backup_is_not_offered(desk_on, path):
    desk = desk_on(path)
    copy = next(backups.home(path).glob("*.dutydesk"))
    copy.write_bytes(copy.read_bytes()[:-1])
    desk.window.do("backups")
    assert buttons(dialog(desk, "backups"))["Go back to this backup…"] is False


def test_the_list_is_shown_once_and_backs_up_at_once(desk_on, path, clocks):
    desk = desk_on(path)
    desk.window.do("backups")
    desk.window.do("backups")
    assert len(desk.window.findChildren(QDialog, "backups")) == 1
    clocks.go_on(hours=1)
    press(dialog(desk, "backups"), "Back up now")
    assert dialog(desk, "backups").chosen().at.hour == 10


def test_the_second_folder_is_chosen_and_given_up(desk_on, path, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_folder", lambda _parent, _title, chosen: chosen(tmp_path / "share"))
    desk = desk_on(path)
    desk.window.do("backups")
    listed = dialog(desk, "backups")
    assert "No second folder" in labels(listed)
    press(listed, "Second folder")
    assert "lies on the same disk" in labels(listed)
    assert len(list((tmp_path / "share").glob("*.dutydesk"))) == 1
    press(listed, "No second folder")
    assert "No second folder" in labels(listed)


def test_a_second_folder_on_another_disk_is_the_better_one(desk_on, path, tmp_path, monkeypatch):
    with mounted(tmp_path / "stick", "8m"):
        monkeypatch.setattr(dialogs, "ask_folder", lambda _parent, _title, chosen: chosen(tmp_path / "stick"))
        desk = desk_on(path)
        desk.window.do("backups")
        press(dialog(desk, "backups"), "Second folder")
        assert f"Also in {tmp_path / 'stick'}." in labels(dialog(desk, "backups"))
        desk.close()


def test_a_damaged_file_has_a_plain_choice_and_is_left_as_it_is(desk_on, path, clocks):
    desk = desk_on(path)
    desk.close()
    scrawl(path, "_sqlite_migrations")
    damaged = path.read_bytes()
    desk = desk_on(path)
    shown = dialog(desk, "damage")
    assert "2026-11-21 09:30" in labels(shown)
    assert [words for words, usable in buttons(shown).items() if usable] == [
        "Go back to the newest good backup",
        "Salvage what can be read into a new file…",
        "Look at the damaged file",
        "Not now",
    ]
    press(shown, "Not now")
    assert path.read_bytes() == damaged


def test_out_of_a_damaged_file_one_goes_back_to_the_newest_good_backup(desk_on, path, clocks):
    desk = desk_on(path)
    desk.close()
    scrawl(path, "_sqlite_migrations")
    damaged = path.read_bytes()
    desk = desk_on(path)
    press(dialog(desk, "damage"), "Go back")
    assert desk.session.read(office.office).name == "滨江区政府办公室"
    assert next(path.parent.glob("*-before-restore-*")).read_bytes() == damaged


def test_what_can_be_read_is_salvaged_and_what_is_lost_is_listed(desk_on, path, monkeypatch, tmp_path):
    desk_on(path).close()
    scrawl(path, "journal")
    scrawl(path, "_sqlite_migrations")
    damaged = path.read_bytes()
    new = tmp_path / "saved.dutydesk"
    monkeypatch.setattr(dialogs, "ask_save", lambda _parent, _title, _kinds, chosen, _suggestion: chosen(new))
    desk = desk_on(path)
    press(dialog(desk, "damage"), "Salvage")
    told = dialog(desk, "losses")
    assert "rows were salvaged into" in labels(told)
    assert told.findChild(QListWidget).count() > 0
    assert (tmp_path / "saved-lost.txt").exists()
    press(told, "Open the new file")
    assert desk.session.path == new
    assert desk.session.read(office.office).name == "滨江区政府办公室"
    assert path.read_bytes() == damaged


def test_a_file_that_refuses_to_open_is_looked_at_for_reading_only(desk_on, path):
    desk_on(path).close()
    scrawl(path, "_sqlite_migrations")
    desk = desk_on(path)
    press(dialog(desk, "damage"), "Look")
    expect_read_only(desk)


@pytest.mark.parametrize("table", ["device", "journal", "office", "person", "duty", "calendar_day"])
def test_a_file_with_a_damaged_table_opens_for_reading_only_and_has_a_plain_choice(desk_on, path, table):
    desk_on(path).close()
    scrawl(path, table)
    damaged = path.read_bytes()
    desk = desk_on(path)
    expect_read_only(desk)
    assert path.read_bytes() == damaged
    for page in ("people", "calendar", "shifts", "roster"):
        desk.window.go(page)
        settle()
    press(damage_banner(desk), "What to do")
    assert "Look at the damaged file" not in buttons(dialog(desk, "damage"))
    press(dialog(desk, "damage"), "Go back")
    assert not desk.session.read_only
    assert desk.session.read(office.office).name == "滨江区政府办公室"


def expect_read_only(desk):
    assert isinstance(desk.window, MainWindow)
    assert desk.session.read_only
    assert damage_banner(desk)
    rename(desk, "甲")
    assert "Saved" not in desk.window.said


def damage_banner(desk):
    return next(
        each for each in desk.window.findChildren(Banner) if "is damaged or was" in each.accessibleName()
    )


def test_a_file_of_which_nothing_is_left_is_told(desk_on, path):
    desk_on(path).close()
    data = bytearray(path.read_bytes())
    data[100:] = b"\xa5" * (len(data) - 100)
    path.write_bytes(data)
    desk = desk_on(path)
    assert isinstance(desk.window, StartWindow)
    shown = dialog(desk, "damage")
    assert "Look at the damaged file" not in buttons(shown)
    press(shown, "Go back")
    assert desk.session.read(office.office).name == "滨江区政府办公室"
