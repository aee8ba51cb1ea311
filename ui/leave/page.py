"""The page of leave: requests, what is to be decided, the year, and what the office sets for it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QTabWidget, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.services.changes import Topic
from ui.dialogs import ask_open
from ui.editing.edited_list import EditedList
from ui.history.dialog import show_history
from ui.i18n import tr, tr_in
from ui.imports.dialog import ImportDialog
from ui.imports.files import SUFFIXES, ListDrop
from ui.imports.kinds import leave_list
from ui.leave.approval_list import ApprovalList
from ui.leave.credit_list import CreditList
from ui.leave.decision_bar import DecisionBar
from ui.leave.deeds import LeaveDeeds
from ui.leave.filters import LeaveFilters
from ui.leave.ground import Ground, ground
from ui.leave.kind_list import KindList
from ui.leave.new_request import blank_request, rest_request
from ui.leave.overdue import overdue_notice
from ui.leave.paper import print_slip, print_travel
from ui.leave.request_dialog import RequestDialog
from ui.leave.request_list import RequestList
from ui.leave.rules_form import LeaveRulesForm
from ui.leave.slip_panel import discreet
from ui.leave.year_page import YearPage
from ui.page import Page
from ui.session import Session
from ui.settling import SettlePanel
from ui.widgets.banner import BannerArea
from ui.widgets.corner import put_in_corner
from ui.widgets.empty_state import EmptyState
from ui.window.page_actions import action
from ui.words.leave import span_text

TABS = ("requests", "inbox", "year", "kinds", "approval", "accounts", "rules")
_OPEN = frozenset({LeaveState.DRAFT, LeaveState.SENT_BACK})


class LeavePage(Page):
    """Seven tabs; a leave list dropped anywhere on the page is previewed for import."""

    SHOWS: ClassVar[Topic] = Topic.LEAVE | Topic.PEOPLE | Topic.CALENDAR | Topic.ROSTER | Topic.OFFICE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        ListDrop(self, self.preview)
        self._ground = self._read_ground()
        self._make_actions()
        self.filters = LeaveFilters()
        self.requests = self._list(tr("Leave"), (self._new, self._import), tr("No leave here"))
        self.inbox = self._list(tr("To be decided"), (self._new,), tr("Nothing is to be decided"))
        self.decision = DecisionBar(session)
        self.settling = SettlePanel(session)
        self.settling.table.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.inbox.below.addWidget(self.settling)
        self.inbox.below.addWidget(self.decision)
        self.year = YearPage(self._ground)
        self.kinds = KindList(session, self._present)
        self.approval = ApprovalList(session, self._present)
        self.accounts = CreditList(session, self._present)
        self.rules = LeaveRulesForm(session)
        self._notices = BannerArea()
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        self._ground = self._read_ground()
        self.filters.refresh(self._ground)
        self._show_requests()
        pending = [each for each in self._ground.book.leaves if each.id in self._ground.waiting]
        self.inbox.show_leaves(self._ground, pending)
        self.year.refresh(self._ground)
        for part in (self.kinds, self.approval, self.accounts, self.rules):
            part.reload()
        self._notices.show_only(overdue_notice(self._session, self._ground, self.show_overdue))
        self._name_tabs(len(pending))

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "find": self._find, "history": self._history, "print": self._print,
            "import_leave": self._ask_source,
        }  # fmt: skip

    @override
    def place(self) -> str:
        """The tab, and the leave chosen on the first two."""
        chosen = self._current()
        return f"{TABS[self.tabs.currentIndex()]} {chosen.id if chosen else ''}".strip()

    @override
    def go_to(self, place: str) -> None:
        """Show a tab by its name, or a leave by its id; `rest` and a person's id begin a request of it."""
        tab, _, rest = place.partition(" ")
        if tab == "rest":
            self._open(rest_request(self._ground, self._session, rest), fresh=True)
            return
        self.tabs.setCurrentIndex(TABS.index(tab) if tab in TABS else 0)
        wanted = rest if tab in TABS else place
        part = self.inbox if tab == "inbox" else self.requests
        if wanted and not part.table.choose(wanted):
            self.filters.show_all()
            self.requests.table.filter.clear()
            part.table.choose(wanted)

    def ask(self) -> RequestDialog:
        """Open an empty request."""
        return self._open(blank_request(self._ground, self._session), fresh=True)

    def preview(self, path: Path) -> None:
        """Show what a leave list would change."""
        ImportDialog(self, self._session, leave_list(), path).open()

    def notice(self) -> str:
        """Who should have reported back."""
        return "\n".join(self._notices.texts())

    def show_overdue(self) -> None:
        """Show whoever should have reported back."""
        self.tabs.setCurrentWidget(self.requests)
        self.filters.show_only_overdue()

    def _open(self, leave: Leave, *, fresh: bool) -> RequestDialog:
        dialog = RequestDialog(self, self._session, self._ground, leave, fresh=fresh)
        dialog.open()
        return dialog

    def _present(self) -> Ground:
        return self._ground

    def _read_ground(self) -> Ground:
        return self._session.read(ground, self._session.today())

    def _current(self) -> Leave | None:
        part = self.tabs.currentWidget()
        return part.chosen() if isinstance(part, RequestList) else None

    def _make_actions(self) -> None:
        deeds = LeaveDeeds(self, self._session)
        self._new = action(self, "add", tr("New request…"), "Ctrl+Shift+N", self._on_new, deed="ask_leave")
        self._import = action(
            self, "import", tr("Import a leave list…"), "", self._ask_source, deed="import_leave"
        )
        self._change = action(self, "note", tr("Change…"), "F2", self._on_change, deed="draft_leave")
        self._back = action(
            self,
            "check",
            tr("Report back…"),
            "Ctrl+Shift+B",
            partial(self._on_chosen, deeds.report_back),
            deed="report_back",
        )
        self._extend = action(
            self, "later", tr("Extend…"), "", partial(self._on_chosen, deeds.extend), deed="extend_leave"
        )
        self._cancel = action(
            self,
            "remove",
            tr("Call off…"),
            "Ctrl+Del",
            partial(self._on_chosen, deeds.call_off),
            deed="cancel_leave",
        )
        self._paper = action(self, "print", tr("Slip…"), "", self._print)
        self._travel = action(self, "print", tr("Trip report…"), "", self._print_travel)

    def _list(self, name: str, ways_on: tuple[QAction, ...], title: str) -> RequestList:
        empty = EmptyState("leave", title, tr("Requests are made here, or come with a leave list."), ways_on)
        actions = (self._new, self._change, self._back, self._extend, self._cancel, self._paper, self._travel)
        return RequestList(name, self._session, self._ground, actions, empty)

    def _lay_out(self) -> None:
        parts = (self.requests, self.inbox, self.year, self.kinds, self.approval, self.accounts, self.rules)
        for part in parts:
            self.tabs.addTab(part, "")
        self.tabs.setDocumentMode(True)
        put_in_corner(self.tabs, self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self._notices)
        column.addWidget(self.tabs)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_requests)
        self.tabs.currentChanged.connect(self._on_tab)
        self.year.asked.connect(self.go_to)
        self.inbox.chosen_changed.connect(self._on_waiting)
        for part in (self.requests, self.inbox):
            part.chosen_changed.connect(self._enable)
            part.opened.connect(self._on_change)
        self._enable()

    def _show_requests(self) -> None:
        self.requests.show_leaves(self._ground, self.filters.passed(self._ground))

    def _on_tab(self) -> None:
        self.filters.setVisible(self.tabs.currentIndex() == 0)
        self._enable()
        self._on_waiting()

    def _enable(self) -> None:
        leave = self._current()
        state = leave.state if leave else None
        begun = leave is not None and leave.period.first <= self._session.today()
        approved = state is LeaveState.APPROVED
        here = self.tabs.currentWidget()
        self._new.setEnabled(not isinstance(here, EditedList))  # there its key adds a row
        self._change.setEnabled(leave is not None and self._is_changeable(leave))
        self._back.setEnabled(approved and begun)
        self._extend.setEnabled(approved)
        self._cancel.setEnabled(state in _OPEN | {LeaveState.PENDING} or (approved and not begun))
        self._paper.setEnabled(leave is not None)
        self._travel.setEnabled(leave is not None and leave.leaves_city)

    def _is_changeable(self, leave: Leave) -> bool:
        """Whether it was not handed in, and whoever is signed in may see all of it."""
        return leave.state in _OPEN and discreet(self._session, leave) == leave

    def _on_waiting(self) -> None:
        """What can be done about the request that waits, while it is looked at."""
        waiting = self.inbox.chosen() if self.tabs.currentWidget() is self.inbox else None
        self.decision.show_leave(self._ground, waiting)
        self.settling.show_leave(waiting)

    def _name_tabs(self, pending: int) -> None:
        waiting = tr("To be decided ({count})", count=pending) if pending else tr("To be decided")
        rest = (
            tr_in("tab of leave", "Year"),
            tr_in("tab of leave", "Kinds"),
            tr("Approval"),
            tr_in("tab of leave", "Accounts"),
            tr_in("tab of leave", "Rules"),
        )
        for at, word in enumerate((tr("Requests"), waiting, *rest)):
            self.tabs.setTabText(at, word)

    def _on_new(self) -> None:
        self.ask()

    def _on_change(self) -> None:
        leave = self._current()
        if leave is not None and self._is_changeable(leave):
            self._open(leave, fresh=False)

    def _on_chosen(self, deed: Callable[[Leave, str], None]) -> None:
        leave = self._current()
        if leave is not None:
            deed(leave, self._line(leave))

    def _line(self, leave: Leave) -> str:
        kind = self._ground.book.kind(leave.type).name
        return tr(
            "{name}: {kind}, {span}", name=self._ground.name(leave.person), kind=kind, span=span_text(leave)
        )

    def _print(self) -> None:
        leave = self._current()
        if leave is not None:
            print_slip(self, self._session, self._ground, leave)

    def _print_travel(self) -> None:
        leave = self._current()
        if leave is not None:
            print_travel(self, self._session, self._ground, leave)

    def _ask_source(self) -> None:
        kinds = [(tr("Lists"), " ".join(f"*{each}" for each in SUFFIXES))]
        ask_open(self, leave_list().title, kinds, self.preview)

    def _history(self) -> None:
        part = self.tabs.currentWidget()
        if isinstance(part, RequestList | EditedList):
            show_history(self, self._session, part.history())

    def _find(self) -> None:
        part = self.tabs.currentWidget()
        if isinstance(part, RequestList):
            part.table.filter.start()
        elif isinstance(part, EditedList):
            part.list.table.filter.start()
