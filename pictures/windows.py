"""The dialogs of the window itself: first steps, backups, a damaged file, the guide, and who signs in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMenu, QMessageBox

from dutydesk.domain.accounts import Role
from dutydesk.services.accounts import make_administrator, save_accounts
from dutydesk.services.people import staff
from dutydesk.services.sign_in import sign_in
from pictures.scene import Scene, Shot
from ui.accounts.account_dialog import AccountDialog
from ui.accounts.page import AccountsPage
from ui.accounts.rules_dialog import DoorRulesDialog
from ui.accounts.secret_dialog import SecretDialog
from ui.backups.damage_dialog import DamageDialog
from ui.backups.dialog import BackupsDialog
from ui.backups.losses_dialog import LossesDialog
from ui.backups.preview_dialog import PreviewDialog
from ui.first_run.staff_step import StaffStep
from ui.first_run.wizard import FirstRun
from ui.guide.window import GuideWindow
from ui.history.dialog import HistoryDialog
from ui.keeping.rescue import Rescue
from ui.leave.page import LeavePage
from ui.roster.page import RosterPage
from ui.sign_in.dialog import SignInDialog
from ui.window.founding import SAMPLES
from ui.window.start import StartWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PHRASE = "huai ran yi xin"
_STEPS = ("office", "staff", "exemptions", "plan", "week", "accounts")


def windows() -> tuple[Shot, ...]:
    """What the menus open."""
    return (
        Shot("new", FirstRun, lambda s: s.window.do("new")),
        *(Shot(f"first-steps-{name}", FirstRun, _step(at)) for at, name in enumerate(_STEPS)),
        Shot("history", HistoryDialog, _history),
        Shot("backups", BackupsDialog, lambda s: s.window.do("backups")),
        Shot("backup-preview", PreviewDialog, _go_back),
        Shot("damage", DamageDialog, lambda s: Rescue(s.desk).offer(_damaged(s))),
        Shot("losses", LossesDialog, lambda s: Rescue(s.desk).salvage(_damaged(s), s.place / "new.dutydesk")),
        Shot("print-preview", QPrintPreviewDialog, _print),
        Shot("about", QDialog, lambda s: s.window.do("about")),
        Shot("notices", QDialog, lambda s: s.window.do("notices")),
        Shot("guide", GuideWindow, lambda s: s.window.do("guide")),
        Shot("actor", QInputDialog, lambda s: s.window.do("sign_in")),
        Shot("nothing-to-lock", QMessageBox, lambda s: s.window.do("lock")),
        Shot("account-first", AccountDialog, lambda s: _accounts(s).add()),
    )


def doors() -> tuple[Shot, ...]:
    """With PINs, which the office has from here on."""
    return (
        Shot("account-change", AccountDialog, lambda s: _accounts(s).change()),
        Shot("account-mine", SecretDialog, lambda s: _accounts(s).change_mine()),
        Shot("account-pin", SecretDialog, lambda s: _accounts(s).give_new()),
        Shot("account-code", QMessageBox, lambda s: _accounts(s).ask_code()),
        Shot("account-rules", DoorRulesDialog, lambda s: _accounts(s).ask_rules()),
        Shot("account-off", QMessageBox, lambda s: _accounts(s).ask_off()),
        Shot("sign-in", SignInDialog, lambda s: s.window.do("sign_in")),
        Shot("sign-in-other-ways", SignInDialog, _other_ways),
    )


def give_accounts(scene: Scene) -> None:
    """Let the office have an administrator, who is signed in, and three more accounts."""
    session = scene.session
    everybody = [each.id for each in session.read(staff).people[:4]]
    session.perform(make_administrator, everybody[0], _PHRASE, by=session.author())
    session.enter(sign_in, everybody[0], _PHRASE)
    leader, officer = frozenset({Role.DUTY_LEADER}), frozenset({Role.DUTY_OFFICER})
    roles = [(everybody[1], leader), (everybody[2], officer), (everybody[3], officer)]
    session.perform(save_accounts, roles, by=session.author())
    scene.window.go("accounts")
    scene.keep("page-accounts-1", scene.window)


def take_menus(scene: Scene) -> None:
    """Every menu of the bar, open."""
    for at, action in enumerate(scene.window.menuBar().actions()):
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.popup(scene.window.mapToGlobal(scene.window.rect().topLeft()))
            scene.keep(f"menu-{at}", menu)
            menu.close()


def take_start(scene: Scene) -> None:
    """The window without a file, last of all: the file is closed for it."""
    scene.desk.close_file()
    QApplication.processEvents()
    if isinstance(scene.desk.window, StartWindow):
        scene.keep("start", scene.desk.window)


def _step(number: int) -> Callable[[Scene], None]:
    def go(scene: Scene) -> None:
        scene.window.do("first_run")
        wizard = scene.window.findChildren(FirstRun)[-1]
        wizard.show_step(number)
        if isinstance(wizard.step, StaffStep):
            wizard.step.source.take(SAMPLES / "staff.csv")

    return go


def _history(scene: Scene) -> None:
    scene.page(LeavePage, "leave")
    scene.window.do("history")


def _print(scene: Scene) -> None:
    scene.page(RosterPage, "roster")
    scene.window.do("print")


def _go_back(scene: Scene) -> None:
    scene.window.do("backups")
    QApplication.processEvents()
    scene.window.findChildren(BackupsDialog)[-1].restore()


def _damaged(scene: Scene) -> Path:
    """A copy of the file in whose middle something was written over."""
    copy = scene.place / "damaged.dutydesk"
    if scene.session.path is not None and not copy.exists():
        shutil.copyfile(scene.session.path, copy)
        with copy.open("r+b") as opened:
            opened.seek(copy.stat().st_size // 2)
            opened.write(b"\xa5" * 40960)
    return copy


def _accounts(scene: Scene) -> AccountsPage:
    return scene.page(AccountsPage, "accounts")


def _other_ways(scene: Scene) -> None:
    scene.window.do("sign_in")
    scene.window.findChildren(SignInDialog)[-1].more.setChecked(True)
