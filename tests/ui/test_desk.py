"""The desk on an office whose people sign in."""

from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSettings

from dutydesk.domain.accounts import Author
from dutydesk.domain.people import Person, Section
from dutydesk.domain.presets import PresetKind
from dutydesk.services.accounts import make_administrator
from dutydesk.services.files import open_file
from dutydesk.services.people import save_people, save_sections
from tests.builders import CHEAP
from ui.app import boot
from ui.i18n import ENGLISH
from ui.session import InlineExecutor
from ui.settings import Preferences, Settings
from ui.sign_in.dialog import SignInDialog
from ui.window.founding import new_file

NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
BY, PHRASE = Author("王秘书", NOW), "huai ran yi xin"


@pytest.fixture
def desk(qapp, tmp_path):
    """The program on a file with one administrator."""
    path = tmp_path / "binjiang.dutydesk"
    new_file(path, "滨江区政府办公室", PresetKind.FULL_DAY, by=BY)
    with closing(open_file(path)) as store:
        save_sections(store, [Section("s", "秘书科")], by=BY)
        save_people(store, [Person("p", "沈砚秋", "s")], by=BY)
        make_administrator(store, "p", PHRASE, by=BY, cost=CHEAP)
    settings = Settings(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    settings.save(Preferences(language=ENGLISH, actor="王秘书"))
    dress = (qapp.palette(), qapp.font(), qapp.style().name())
    booted = boot(qapp, path, settings=settings, now=lambda: NOW, executor=InlineExecutor)
    yield booted
    booted.close()
    qapp.setPalette(dress[0])
    qapp.setFont(dress[1])


def test_an_office_with_accounts_opens_locked_and_asks_who_comes(desk):
    assert desk.session.locked
    dialog = desk.window.findChild(SignInDialog)
    assert dialog.isVisible()
    dialog.name.set_key("p")
    dialog.secret.setText(PHRASE)
    dialog.enter()
    assert desk.session.person == "p"


def test_whoever_signed_in_stays_when_the_language_changes_and_goes_by_the_lock(desk):
    dialog = desk.window.findChild(SignInDialog)
    dialog.name.set_key("p")
    dialog.secret.setText(PHRASE)
    dialog.enter()
    desk.window.do("chinese")
    assert desk.session.person == "p"
    desk.window.do("lock")
    assert desk.session.locked
