"""The page of follow-ups: registered, pursued in stages, answered, and closed by a leader."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSplitter, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.followups import FOLLOW_UPS, FollowUp
from dutydesk.services import followups
from dutydesk.services.changes import Changes, Topic
from dutydesk.services.ids import new_id
from dutydesk.services.people import staff
from dutydesk.services.rulebook import in_force
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.followups.lines import Matter, matter_columns, story
from ui.i18n import tr
from ui.page import Page
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import TableModel
from ui.window.page_actions import action, offer
from ui.window.pulse import Pulse

_DAY = timedelta(days=1)


class FollowUpsPage(Page):
    """Matters above, the steps of the chosen one below; each step is one dialog and one deed."""

    SHOWS: ClassVar[Topic] = Topic.FOLLOW_UPS | Topic.PEOPLE | Topic.OFFICE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.every = QCheckBox(tr("Closed ones too"))
        self.every.toggled.connect(self.reload)
        self.steps = self._make_actions()
        self.list: FilteredTable[Matter] = FilteredTable(
            tr("Follow-ups"),
            TableModel(matter_columns(), key=lambda row: row.item.id),
            whole_rows=True,
            actions=self.steps,
            empty=EmptyState(
                "followup",
                tr("Nothing is open"),
                tr("What must be pursued until it is answered is registered here."),
                self.steps[:1],
            ),
        )
        self.story = QPlainTextEdit()
        self.story.setReadOnly(True)
        self.story.setAccessibleName(tr("What was done about it"))
        self.pulse = Pulse(self, session.now)
        self.pulse.beat.connect(self._on_beat)
        self.list.chosen_changed.connect(self._on_chosen)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.list)
        halves.addWidget(self.story)
        halves.setSizes([440, 240])
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.every)
        column.addWidget(halves)

    @override
    def reload(self) -> None:
        now = self._session.now()
        rules = self._session.read(in_force, FOLLOW_UPS, self._session.today())
        query = followups.all_follow_ups if self.every.isChecked() else followups.open_follow_ups
        self.list.model.set_rows([Matter(each, now, rules) for each in self._session.read(query)])
        self.pulse.wait(None, by_the_second=False)
        self._on_chosen()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"find": self.list.filter.start}

    @override
    def go_to(self, place: str) -> None:
        """Choose a matter by its id."""
        self.list.choose(place)

    def begin(self) -> None:
        """Ask what is to be done, by whom and until when."""
        people = self._session.read(staff)
        names = (
            ("", tr("nobody of the staff")),
            *((each.id, people.named(each.id)) for each in people.people),
        )
        facts = (
            Fact("content", tr("Matter to be done"), lines=3),
            Fact("unit", tr("Unit")),
            Fact("handler", tr("Responsible person of the staff"), choices=names),
            Fact("responsible", tr("Responsible person elsewhere")),
            Fact("due", tr("Deadline"), self._session.now() + _DAY),
        )
        self._ask(tr("New follow-up"), facts, self._register)

    def progress(self) -> None:
        """Ask what was done."""
        for item in self._chosen():
            facts = (Fact("text", tr("What was done"), lines=3),)
            self._ask(tr("Progress"), facts, partial(self._progress, item))

    def extend(self) -> None:
        """Ask for a later deadline and why."""
        for item in self._chosen():
            facts = (Fact("due", tr("Deadline"), item.due + _DAY), Fact("reason", tr("Reason")))
            self._ask(tr("More time"), facts, partial(self._later, item, followups.extend))

    def escalate(self) -> None:
        """Ask for the deadline of the next stage."""
        for item in self._chosen():
            facts = (Fact("due", tr("Deadline"), self._session.now() + _DAY), Fact("reason", tr("Remark")))
            self._ask(tr("Next stage"), facts, partial(self._later, item, followups.escalate))

    def close_matter(self) -> None:
        """Ask for the answer, and which leader closes the matter."""
        for item in self._chosen():
            leaders = tuple((each.id, each.name) for each in self._session.read(followups.leaders))
            facts = (
                Fact("answer", tr("Answer given"), lines=3),
                Fact("leader", tr("Closed by the leader"), self._session.person, choices=leaders),
            )
            self._ask(tr("Close the matter"), facts, partial(self._close, item))

    def _chosen(self) -> list[FollowUp]:
        return [row.item for row in self.list.chosen()[:1]]

    def _on_chosen(self) -> None:
        """Tell the story of the chosen one; what is closed is left as it is."""
        chosen = self._chosen()
        lasts = any(each.closed_at is None for each in chosen)
        offer(self.steps[1:], tr("Choose a matter of the list that is not closed."), possible=lasts)
        text = "".join(story(self._session.read(followups.follow_up_file, each.id)) for each in chosen)
        if text != self.story.toPlainText():
            self.story.setPlainText(text)

    def _on_beat(self) -> None:
        if self.isVisible():
            self.reload()

    def _ask(self, title: str, facts: tuple[Fact, ...], keep: Callable[[Answers], bool]) -> None:
        FactsDialog(self, self._session, title, facts, keep).open()

    def _register(self, said: Answers) -> bool:
        by = self._session.author()
        handler = str(said["handler"] or "")
        name = self._session.read(staff).named(handler) if handler else said["responsible"]
        item = FollowUp(
            id=new_id(by.at),
            content=said["content"],
            registered_at=by.at,
            due=said["due"],
            unit=said["unit"],
            handler=handler,
            responsible=name,
        )
        done = self._session.perform(followups.register, item, by=by)
        if done is not None:
            self.list.choose(item.id)
        return done is not None

    def _progress(self, item: FollowUp, said: Answers) -> bool:
        by = self._session.author()
        return self._session.perform(followups.add_progress, item.id, said["text"], by=by) is not None

    def _later(self, item: FollowUp, deed: Callable[..., Changes], said: Answers) -> bool:
        by = self._session.author(reason=said["reason"])
        return self._session.perform(deed, item.id, said["due"], by=by) is not None

    def _close(self, item: FollowUp, said: Answers) -> bool:
        by, leader = self._session.author(), str(said["leader"] or "")
        return self._session.perform(followups.close, item.id, said["answer"], leader, by=by) is not None

    def _make_actions(self) -> tuple[QAction, ...]:
        words = (
            ("add", tr("New follow-up…"), "Ctrl+Shift+N", self.begin, "register_follow_up"),
            ("note", tr("Progress…"), "Ctrl+Shift+P", self.progress, "add_progress"),
            ("later", tr("More time…"), "Ctrl+Shift+L", self.extend, "extend_follow_up"),
            ("warning", tr("Next stage…"), "Ctrl+Shift+U", self.escalate, "escalate_follow_up"),
            ("check", tr("Close…"), "Ctrl+Shift+S", self.close_matter, "close_follow_up"),
        )
        return tuple(action(self, *each[:4], deed=each[4]) for each in words)
