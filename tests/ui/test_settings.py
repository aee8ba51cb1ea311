from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings

from ui.settings import RECENT_FILES, Preferences, Settings


@pytest.fixture
def stored(tmp_path):
    return QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)


CHANGED = Preferences(
    language="en",
    palette="dark",
    text_size=120,
    actor="王秘书",
    geometry="AdnQ",
    rail_folded=True,
    recent=("/值班 2026.dutydesk", "/b"),
)


def test_everything_that_was_saved_is_there_the_next_time(stored):
    Settings(stored).save(CHANGED)
    assert Settings(stored).now == CHANGED


def test_only_what_differs_from_the_default_is_stored(stored):
    settings = Settings(stored)
    settings.save(Preferences(palette="dark"))
    assert stored.allKeys() == ["palette"]
    settings.save(Preferences())
    assert stored.allKeys() == []


@pytest.mark.parametrize("spoilt", ["no json", '"large"', "[1, 2", "true", ""])
def test_what_was_spoilt_by_hand_falls_back_to_the_default(stored, spoilt):
    stored.setValue("text_size", spoilt)
    assert Settings(stored).now == Preferences()


def test_the_newest_file_comes_first_and_only_once(stored):
    settings = Settings(stored)
    for path in ("a", "b", "a"):
        settings.remember_file(path)
    assert settings.now.recent == ("a", "b")


def test_old_files_are_forgotten(stored):
    settings = Settings(stored)
    for number in range(RECENT_FILES + 3):
        settings.remember_file(str(number))
    settings.forget_file("5")
    assert settings.now.recent == ("10", "9", "8", "7", "6", "4", "3")


def test_a_saved_change_keeps_the_rest(stored):
    settings = Settings(stored)
    settings.save(CHANGED)
    settings.save(replace(settings.now, text_size=100))
    assert Settings(stored).now == replace(CHANGED, text_size=100)
