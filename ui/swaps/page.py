"""The page of exchanges and covers: an inbox, with what is to be done about each request."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.history import Search
from dutydesk.domain.swaps import Swap, SwapState
from dutydesk.errors import DutyDeskError
from dutydesk.services import swaps
from dutydesk.services.changes import Changes, Topic
from ui.clock import local
from ui.dialogs import ask_text
from ui.history.dialog import add_history, of_rows, show_history
from ui.i18n import tr
from ui.page import Page
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.parts import letterhead
from ui.sheets.swap import swap_sheet
from ui.swaps.detail import SwapDetail
from ui.swaps.request_list import RequestLine, request_columns, request_lines
from ui.swaps.word_dialog import WordDialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.name_edit import Name
from ui.widgets.table_model import TableModel
from ui.window.page_actions import action
from ui.words.duty_names import duty_names
from ui.words.swaps import swap_line

_DETAIL = 9  # lines of text kept for the chosen request


class SwapsPage(Page):
    """Requests above, the chosen one in full below; each step is one deed."""

    SHOWS: ClassVar[Topic] = Topic.SWAPS | Topic.ROSTER | Topic.LEAVE | Topic.PEOPLE | Topic.SHIFTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._names = session.read(duty_names)
        self.every = QCheckBox(tr("Decided ones too"))
        self.every.toggled.connect(self.reload)
        self.steps = self._make_actions()
        self.list: FilteredTable[RequestLine] = FilteredTable(
            tr("Exchanges and covers"),
            TableModel(request_columns(), key=lambda line: line.swap.id),
            whole_rows=True,
            also=lambda line: line.initials,
            actions=tuple(self.steps.values()),
            empty=EmptyState(
                "swap",
                tr("No request is open"),
                tr("A duty is exchanged or covered in the roster: right click on it, or Ctrl+Shift+E."),
            ),
        )
        self.detail = SwapDetail()
        add_history(self.list.view, session, self.history)
        self.list.chosen_changed.connect(self._on_chosen)
        self._lay_out()

    @override
    def reload(self) -> None:
        self._names = self._session.read(duty_names)
        self.list.model.set_rows(request_lines(self._session, self._names, every=self.every.isChecked()))
        self._on_chosen()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "find": self.list.filter.start,
            "history": lambda: show_history(self, self._session, self.history()),
            "print": self.print_form,
        }

    def history(self) -> Search:
        """The search for what became of the chosen requests."""
        return of_rows("swap", [each.id for each in self._chosen()])

    @override
    def go_to(self, place: str) -> None:
        """Choose a request by its id."""
        self.list.choose(place)

    def agree(self) -> None:
        """Enter the counterpart's yes."""
        for swap in self._chosen()[:1]:
            names = [self._name(swap.counterpart)]
            question = tr("{person} takes the duty.", person=self._names.person(swap.counterpart))
            dialog = WordDialog(self, tr("Consent"), question, names, tr("Agree"), preset=swap.counterpart)
            dialog.given.connect(partial(self._say, swap, swaps.agree))
            dialog.open()

    def approve(self) -> None:
        """Enter the duty leader's yes."""
        for swap in self._chosen()[:1]:
            leaders = [self._name(each) for each in self._leaders(swap)]
            own = self._session.person if self._session.person in {each.key for each in leaders} else ""
            dialog = WordDialog(
                self,
                tr("Duty leader's approval"),
                swap_line(self._names, swap),
                leaders,
                tr("Approve"),
                preset=own or (leaders[0].key if len(leaders) == 1 else ""),
            )
            dialog.given.connect(partial(self._say, swap, swaps.approve))
            dialog.open()

    def apply(self) -> None:
        """Apply an approved exchange whose month is planned by now."""
        for swap in self._chosen()[:1]:
            self._session.perform(swaps.apply_pending, swap.id, by=self._session.author())

    def refuse(self) -> None:
        """Say no, and why."""
        self._close(tr("Refuse"), swaps.refuse)

    def take_back(self) -> None:
        """Take the request back, and say why."""
        self._close(tr("Take back"), swaps.cancel)

    def print_form(self) -> None:
        """Open the preview of the chosen request's form."""
        for swap in self._chosen()[:1]:
            head = self._session.read(letterhead, local(self._session.now()))
            preview(swap_sheet(swap, self._names, head), self)

    def _make_actions(self) -> dict[str, QAction]:
        return {
            "agree": action(self, "check", tr("Other one agrees…"), "", self.agree, deed="agree_swap"),
            "approve": action(self, "publish", tr("Leader approves…"), "", self.approve, deed="approve_swap"),
            "apply": action(self, "swap", tr("Apply"), "", self.apply, deed="apply_swap"),
            "refuse": action(self, "close", tr("Refuse…"), "", self.refuse, deed="refuse_swap"),
            "take_back": action(self, "undo", tr("Take back…"), "", self.take_back, deed="cancel_swap"),
            "print": action(self, "print", tr("Print the form"), "", self.print_form),
        }

    def _lay_out(self) -> None:
        below = QSplitter(Qt.Orientation.Vertical)
        below.addWidget(self.list)
        below.addWidget(self.detail)
        below.setStretchFactor(0, 1)
        self.detail.setMinimumHeight(_DETAIL * self.fontMetrics().lineSpacing())
        below.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.every)
        column.addWidget(below, 1)

    def _on_chosen(self) -> None:
        """Show the chosen request, and offer the steps that are next."""
        lines = self.list.chosen()
        line = lines[0] if lines else None
        self.detail.show_line(line)
        state = line.swap.state if line else None
        self.steps["agree"].setEnabled(state is SwapState.REQUESTED)
        self.steps["approve"].setEnabled(state is SwapState.AGREED)
        self.steps["apply"].setEnabled(state is SwapState.PENDING)
        for step in ("refuse", "take_back"):
            self.steps[step].setEnabled(bool(line and line.swap.open))
        self.steps["print"].setEnabled(line is not None)

    def _chosen(self) -> list[Swap]:
        return [line.swap for line in self.list.chosen()]

    def _say(self, swap: Swap, deed: Callable[..., Changes], person: str, paper: str) -> None:
        try:
            by = self._session.read(swaps.spoken_for, self._session.author(), person, paper)
        except DutyDeskError as error:
            self._session.refused.emit(error)
            return
        self._session.perform(deed, swap.id, by=by)

    def _close(self, title: str, deed: Callable[..., Changes]) -> None:
        for swap in self._chosen()[:1]:
            ask_text(
                self,
                title,
                tr("Why?"),
                partial(self._closed, swap, deed),
            )

    def _closed(self, swap: Swap, deed: Callable[..., Changes], reason: str) -> None:
        self._session.perform(deed, swap.id, reason, by=self._session.author())

    def _name(self, person_id: str) -> Name:
        person = self._names.people.get(person_id)
        found = (person.initials,) if person else ()
        return Name(person_id, self._names.person(person_id), found)

    def _leaders(self, swap: Swap) -> list[str]:
        """Whoever stands a leading post and is not one of the two."""
        leading = {post.id for post in self._names.pattern.posts if post.leads}
        concerned = {swap.applicant, swap.counterpart}
        people = [each for each in self._names.staff.people if each.id not in concerned]
        return [each.id for each in people if leading & each.posts or not leading]
