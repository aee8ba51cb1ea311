"""What the window says about the file's safety, and when it says it no more."""

from contextlib import closing, suppress

import pytest
from PySide6.QtWidgets import QToolButton

from dutydesk import errors
from dutydesk.services import backups
from dutydesk.storage import file
from tests.ui.kept import BY, banners, mounted, office_file, press, rename, settle
from ui.i18n import CHINESE, ENGLISH, set_language
from ui.keeping.notices import trouble_text
from ui.widgets.banner import Banner


@pytest.fixture
def path(qapp, tmp_path):
    return office_file(tmp_path)


def test_a_good_check_is_told_calmly_and_the_last_backup_stands_below(desk_on, path):
    desk = desk_on(path)
    assert desk.window.said == "The file was checked: it is whole and unaltered."
    assert not any("checked" in text for text in banners(desk))
    assert "Backed up today 09:30" in [each.text() for each in desk.window.findChildren(QToolButton)]


def test_a_missing_second_folder_is_told_and_nothing_is_blocked(desk_on, path, tmp_path, clocks):
    with closing(file.open_store(path)) as store:
        backups.set_second_folder(store, tmp_path / "share", by=BY)
    (tmp_path / "share").rmdir()
    desk = desk_on(path)
    assert any(str(tmp_path / "share") in text for text in banners(desk))
    rename(desk, "甲")
    assert desk.window.said.startswith("Saved")


def test_while_the_disk_is_full_nothing_is_said_to_be_saved_and_the_banner_goes_by_itself(desk_on, tmp_path):
    with mounted(tmp_path / "small", "8m"):
        path = office_file(tmp_path / "small")
        desk = desk_on(path)
        litter = tmp_path / "small" / "litter"
        with suppress(OSError), litter.open("wb", buffering=0) as opened:
            while opened.write(bytes(4096)):
                pass
        rename(desk, "甲")
        assert "Saved" not in desk.window.said
        assert any("disk is full" in text for text in banners(desk))
        litter.unlink()
        desk._keeper.pulse()  # noqa: SLF001 - the timer would take seconds
        settle()
        assert not any("disk is full" in text for text in banners(desk))
        rename(desk, "甲")
        assert desk.window.said.startswith("Saved")
        desk.close()


def test_a_leap_of_the_clock_is_told_until_somebody_says_that_it_is_right(desk_on, path, clocks):
    desk = desk_on(path)
    clocks.set_by(hours=3)
    rename(desk, "甲")
    desk._keeper.pulse()  # noqa: SLF001 - as above
    settle()
    found = [
        each for each in desk.window.findChildren(Banner) if "clock cannot be right" in each.accessibleName()
    ]
    assert len(found) == 1
    press(found[0], "The clock is right")
    assert not any("clock cannot be right" in text for text in banners(desk))


def test_an_old_backup_is_told_and_made_anew(desk_on, path, clocks):
    desk = desk_on(path)
    clocks.go_on(hours=30)
    rename(desk, "甲")
    assert "The last good backup is from 2026-11-21 09:30." in banners(desk)
    press(banner(desk, "last good backup"), "Back up now")
    assert not any("last good backup" in text for text in banners(desk))
    assert "Backed up today 15:30" in [each.text() for each in desk.window.findChildren(QToolButton)]


def banner(desk, words):
    return next(each for each in desk.window.findChildren(Banner) if words in each.accessibleName())


def test_guards_that_were_put_back_are_told(desk_on, path):
    with closing(file.open_store(path)) as store:
        store.db.execute("drop trigger journal_no_delete")
    assert any("journal_no_delete" in text for text in banners(desk_on(path)))


def test_a_stick_that_is_pulled_is_told_and_forgotten_when_it_is_back(desk_on, path):
    desk = desk_on(path)
    path.rename(path.with_suffix(".away"))
    desk._keeper.pulse()  # noqa: SLF001 - the timer would take seconds
    settle()
    assert any("not there any more" in text for text in banners(desk))
    path.with_suffix(".away").rename(path)
    desk._keeper.pulse()  # noqa: SLF001 - as above
    settle()
    assert not any("not there any more" in text for text in banners(desk))
    assert desk.session.read(lambda store: store.read_only) is False


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize(
    "error",
    [
        errors.DiskFullError("D:/duty"),
        errors.ReadOnlyFileError("D:/duty"),
        errors.LockedFileError("D:/duty"),
        errors.NoSuchFileError("D:/duty"),
        errors.DiskFailedError("D:/duty", "x"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_trouble_says_what_to_do(language, error):
    set_language(language)
    text = trouble_text(error)
    assert text.endswith((".", "。"))
    assert isinstance(error, errors.LockedFileError) or "D:/duty" in text
