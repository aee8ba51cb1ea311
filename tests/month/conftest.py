"""The program on the Binjiang office, on Friday 30 October 2026, and somebody who plays the month."""

import os

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from dutydesk.domain.accounts import Author
from dutydesk.domain.office import Office
from dutydesk.domain.presets import PresetKind
from tests.conftest import drain
from tests.month.player import Player
from tests.ui.kept import Clocks
from ui import clock
from ui.app import boot
from ui.i18n import ENGLISH, set_language
from ui.session import InlineExecutor
from ui.settings import Preferences, Settings
from ui.window.founding import office_file

BEGINS = "2026-10-30 09:00"
OFFICE = Office(name="滨江市人民政府办公室", duty_phone="0571-0000110", fax="0571-0000119", place="总值班室")
LANGUAGE, PALETTE = "DUTYDESK_LANGUAGE", "DUTYDESK_PALETTE"
SCREEN = (1366, 768)


@pytest.fixture
def player(qapp, tmp_path):
    """Sits before the window, in the language and colours that the environment names."""
    language = os.environ.get(LANGUAGE) or ENGLISH
    set_language(language)
    clocks = Clocks(clock.parse_local(BEGINS))
    path = tmp_path / "滨江市政府办.dutydesk"
    office_file(path, OFFICE, PresetKind.FULL_DAY, by=Author("王敏", clocks.at))
    settings = Settings(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    palette = os.environ.get(PALETTE) or Preferences().palette
    settings.save(Preferences(language=language, palette=palette, actor="王敏"))
    dress = (qapp.palette(), qapp.font())
    desk = boot(qapp, path, settings=settings, now=clocks.now, steady=clocks.steady, executor=InlineExecutor)
    desk.window.resize(*SCREEN)
    yield Player(desk, clocks)
    desk.close()
    QApplication.processEvents()
    drain()
    qapp.setPalette(dress[0])
    qapp.setFont(dress[1])
