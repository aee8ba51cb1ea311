"""The page of the accounts."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dutydesk.domain.accounts import Role
from dutydesk.domain.history import Search
from dutydesk.domain.sign_in import wait_left
from dutydesk.services import accounts, people
from dutydesk.services.accounts import Holder
from dutydesk.services.break_glass import has_code, keep_code, new_code
from dutydesk.services.changes import Topic
from dutydesk.services.rights import has_accounts
from ui import dialogs
from ui.accounts.account_dialog import AccountDialog
from ui.accounts.rules_dialog import DoorRulesDialog
from ui.accounts.secret_dialog import SecretDialog
from ui.clock import local
from ui.history.dialog import add_history, show_history
from ui.i18n import long_day, tr
from ui.page import Page
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.break_glass import code_sheet
from ui.sheets.parts import letterhead
from ui.sign_in.names import names_of
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import Column, TableModel
from ui.window.page_actions import action
from ui.words.roles import roles_text, secret_text

_FIRST = frozenset({Role.ADMINISTRATOR, Role.PLANNER})


class AccountsPage(Page):
    """Everybody with an account; in an office without, the way to the first administrator."""

    SHOWS: ClassVar[Topic] = Topic.ACCOUNTS | Topic.PEOPLE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = TableModel(self._columns(), lambda each: each.person.id)
        self.notices = BannerArea()
        self._on_some = self._actions_on_some()
        self._mine = action(self, "", tr("My PIN…"), "", self.change_mine, deed="change_secret")
        add = action(self, "add", tr("Add an account…"), "Ctrl+Shift+N", self.add, deed="save_accounts")
        code = action(self, "print", tr("Break-glass code…"), "", self.ask_code, deed="keep_code")
        rules = action(self, "setup", tr("Rules…"), "", self.ask_rules, deed="save_sign_in_rules")
        self._off = action(self, "unlock", tr("Without PINs…"), "", self.ask_off, deed="remove_accounts")
        first = action(self, "lock", tr("Make an administrator…"), "", self.add)
        self.list: FilteredTable[Holder] = FilteredTable(
            tr("Accounts"),
            self.model,
            whole_rows=True,
            also=lambda each: f"{each.person.initials} {each.person.pinyin}",
            actions=(add, *self._on_some, self._mine, code, rules, self._off),
            empty=EmptyState(
                "lock",
                tr("This office runs without PINs"),
                tr(
                    "Whoever sits here may do everything, and the journal names them as the machine does. "
                    "With an administrator everybody signs in, and each may do what their roles allow."
                ),
                (first,),
            ),
        )
        add_history(self.list.view, session, self.history)
        self.list.chosen_changed.connect(self._enable)
        self.list.opened.connect(lambda _row: self.change())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.notices)
        column.addWidget(self.list)
        self._enable()

    @override
    def reload(self) -> None:
        self.model.set_rows(self._session.read(accounts.holders))
        self._show_notices()
        self._enable()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"history": lambda: show_history(self, self._session, self.history())}

    def history(self) -> Search:
        """The search for what became of the selected accounts and their secrets."""
        ids = [each.person.id for each in self.list.chosen()]
        return Search(rows=tuple((table, each) for each in ids for table in ("account", "secret")))

    def add(self) -> None:
        """Ask for a new account; the first one is an administrator's."""
        roles = frozenset({Role.DUTY_OFFICER}) if self._session.read(has_accounts) else _FIRST
        self._ask_account("", roles)

    def change(self) -> None:
        """Ask for other roles, or another PIN, of the selected one."""
        for each in self.list.chosen()[:1]:
            self._ask_account(each.person.id, each.account.roles)

    def change_mine(self) -> None:
        """Ask for the present PIN and a new one of whoever is signed in."""
        SecretDialog(self, self._session, "", self._session.actor).open()

    def give_new(self) -> None:
        """Ask for a new PIN for the selected one."""
        for each in self.list.chosen()[:1]:
            SecretDialog(self, self._session, each.person.id, each.person.name).open()

    def remove(self) -> None:
        """Take the selected accounts away."""
        ids = [each.person.id for each in self.list.chosen()]
        self._session.perform(accounts.remove_accounts, ids, by=self._session.author())

    def ask_code(self) -> None:
        """Ask whether a new code is to be made, and show it on the page to be printed."""
        dialogs.confirm(
            self,
            tr("Make and print a new break-glass code?"),
            tr("Make it"),
            self.print_code,
            tr(
                "It opens once, for whoever holds it. Seal it in an envelope; one printed before "
                "opens no longer."
            ),
        )

    def print_code(self) -> None:
        """Make a new code; it is shown on its sheet and never again."""
        code = new_code()
        if self._session.perform(keep_code, code, by=self._session.author()) is not None:
            head = self._session.read(letterhead, local(self._session.now()))
            preview(code_sheet(head, code, self._session.actor), self)

    def ask_rules(self) -> None:
        """Show the rules of signing in, to be changed."""
        DoorRulesDialog(self, self._session).open()

    def ask_off(self) -> None:
        """Ask whether the office is to run without PINs again."""
        dialogs.confirm(
            self,
            tr("Take all accounts away and run without PINs?"),
            tr("Run without PINs"),
            self.run_without,
            tr("Whoever sits here may do everything then."),
        )

    def run_without(self) -> None:
        """Take all accounts away."""
        self._session.perform(accounts.give_up_accounts, by=self._session.author())

    def _ask_account(self, person: str, roles: frozenset[Role]) -> None:
        names = names_of(self._session, self._session.read(people.staff).people)
        AccountDialog(self, self._session, names, person, roles).open()

    def _actions_on_some(self) -> tuple[QAction, ...]:
        return (
            action(self, "rename", tr("Change…"), "", self.change, deed="save_accounts"),
            action(self, "", tr("New PIN…"), "", self.give_new, deed="set_secret"),
            action(self, "remove", tr("Remove"), "Ctrl+Del", self.remove, deed="remove_accounts"),
        )

    def _enable(self) -> None:
        for each in self._on_some:
            each.setEnabled(bool(self.list.chosen()))
        self._mine.setEnabled(bool(self._session.person))
        self._off.setEnabled(self.model.rowCount() > 0)

    def _show_notices(self) -> None:
        session = self._session
        told = {}
        if session.read(has_accounts) and not session.read(has_code):
            told["code"] = Notice(
                "warning",
                tr(
                    "No break-glass code is printed. Without one, only a supervisor opens for somebody who "
                    "cannot get in."
                ),
            )
        self.notices.show_only(told)

    def _columns(self) -> list[Column[Holder]]:
        return [
            Column("name", tr("Name"), _name, lambda each: each.person.pinyin),
            Column("title", tr("Title"), lambda each: each.person.title),
            Column("roles", tr("Roles"), _roles, tip=_roles),
            Column("secret", tr("Signs in by"), lambda each: secret_text(each.secret)),
            Column("last", tr("Last signed in"), _last),
            Column("waits", tr("Wrong entries"), self._waits, ink=lambda _each: "warning"),
        ]

    def _waits(self, holder: Holder) -> str:
        """How many wrong entries there were, and whether the next one must wait."""
        now = self._session.now()
        if not holder.account.wrong:
            return ""
        left = wait_left(holder.account, now, self._session.read(accounts.rules_of, now))
        count = holder.account.wrong
        return tr("{count}, waits", count=count) if left else str(count)


def _name(holder: Holder) -> str:
    return holder.person.name


def _roles(holder: Holder) -> str:
    return roles_text(holder.account.roles)


def _last(holder: Holder) -> str:
    if holder.account.signed_in_at is None:
        return ""
    at = local(holder.account.signed_in_at)
    return f"{long_day(at.date())} {at:%H:%M}"
