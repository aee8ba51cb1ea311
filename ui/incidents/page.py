"""The page of urgent information: its clocks to the second, each step from the call to the final report."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.followups import Source
from dutydesk.domain.incidents import NEEDED, Channel, Grade, Incident, Report, ReportKind, Told
from dutydesk.services import incidents
from dutydesk.services.changes import Topic
from dutydesk.services.ids import new_id
from dutydesk.services.incidents import IncidentFile
from ui.clock import local
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.editing.follow_up import Origin, ask_follow_up
from ui.i18n import tr
from ui.incidents.instructing import ask_answer, ask_instruction
from ui.incidents.lines import Row, first_due, incident_columns, is_due, story, within_the_minute
from ui.page import Page
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.incident import incident_sheet
from ui.sheets.parts import letterhead
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import TableModel
from ui.window.page_actions import action, offer
from ui.window.pulse import Pulse
from ui.words.incidents import fact_text, grade_text, report_kind_text, sensitive_hint

_LONG = frozenset({"course", "measures", "progress", "summary", "handling", "next_steps"})


class IncidentsPage(Page):
    """Incidents above, the story of the chosen one below; each step is one dialog and one deed."""

    SHOWS: ClassVar[Topic] = Topic.INCIDENTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.steps = self._make_actions()
        self.list: FilteredTable[Row] = FilteredTable(
            tr("Urgent information"),
            TableModel(incident_columns(), key=lambda row: row[0].incident.id),
            whole_rows=True,
            actions=self.steps,
            empty=EmptyState(
                "incident",
                tr("No incident"),
                tr("What must be reported up is entered here; its clocks run from when it was learned of."),
                self.steps[:1],
            ),
        )
        self.story = QPlainTextEdit()
        self.story.setReadOnly(True)
        self.story.setAccessibleName(tr("What was done about it"))
        self.pulse = Pulse(self, session.now)
        self.pulse.beat.connect(self.tick)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.opened.connect(lambda _row: self.report())
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.list)
        halves.addWidget(self.story)
        halves.setSizes([420, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(halves)

    @override
    def reload(self) -> None:
        self.tick()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"find": self.list.filter.start, "print": self.print_report}

    @override
    def go_to(self, place: str) -> None:
        """Choose an incident by its id."""
        self.list.choose(place)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes here with a clock running means that incident."""
        super().showEvent(event)
        if not any(is_due(each) for each in self._chosen()):
            due = [row[0] for row in self.list.model.rows() if is_due(row[0])]
            if due:
                self.list.choose(min(due, key=first_due).incident.id)

    def tick(self) -> None:
        """Tell the clocks of this second; while one runs, look again at the next."""
        if not self.isVisible():
            return
        now = self._session.sure_now()
        files = self._session.read(incidents.incident_files)
        self.list.model.set_rows([(each, now) for each in reversed(files)])
        if any(map(is_due, files)):
            self.pulse.wait(None, by_the_second=True)
        self._on_chosen()

    def begin(self) -> None:
        """Ask what happened."""
        now = self._session.now()
        grades = tuple((each.value, grade_text(each)) for each in reversed(Grade))
        facts = (
            Fact("name", tr("Incident")),
            Fact("category", tr("Category")),
            Fact("grade", tr("Grade (preliminary)"), choices=grades),
            Fact("sensitive", tr("Sensitive time, place or person"), value=False, hint=sensitive_hint()),
            Fact("learned_at", tr("Learned at"), now),
            Fact("known", tr("It is known when it happened"), value=False),
            Fact("occurred_at", tr("Happened at"), now),
            Fact("place", tr("Where it happened")),
            Fact("source", tr("Source of information")),
        )
        self._ask(tr("New incident"), facts, self._open)

    def tell(self) -> None:
        """Ask who was told, and when."""
        for found in self._chosen():
            channels = ((Channel.PHONE.value, tr("by phone")), (Channel.WRITTEN.value, tr("in writing")))
            facts = (
                Fact("unit", tr("Unit")),
                Fact("whom", tr("Person")),
                Fact("channel", tr("How"), choices=channels),
                Fact("at", tr("Time"), self._session.now()),
                Fact(
                    "upward",
                    tr("A report to the level above"),
                    value=True,
                    hint=tr("Ends the clock of the phone"),
                ),
                Fact("answer", tr("What was answered"), lines=2),
            )
            title = tr("Who was told: {incident}", incident=found.incident.name)
            self._ask(title, facts, partial(self._tell, found))

    def report(self) -> None:
        """Ask for everything that the next report must say; what is not known is being verified."""
        for found in self._chosen():
            first = not found.reports
            kinds = (ReportKind.INITIAL,) if first else (ReportKind.FOLLOW_UP, ReportKind.FINAL)
            if first:
                self._ask_report(found, ReportKind.INITIAL)
            elif not found.is_over:
                choices = tuple((each.value, report_kind_text(each, len(found.reports))) for each in kinds)
                fact = Fact("kind", tr("Report"), choices=choices)
                self._ask(tr("Which report"), (fact,), partial(self._choose_report, found))

    def instruct(self) -> None:
        """Ask what a leader said."""
        for found in self._chosen():
            ask_instruction(self, self._session, found.incident.id)

    def answer(self) -> None:
        """Ask to whom the oldest pending instruction was passed on, or what came of it."""
        for found in self._chosen():
            if found.pending is not None:
                ask_answer(self, self._session, found.pending)

    def follow_up(self) -> None:
        """Carry the oldest pending instruction from shift to shift until a leader closes it."""
        for found in self._chosen():
            pending = found.pending
            if pending is not None:
                origin = Origin(Source.INSTRUCTION, pending.id, pending.content, pending.passed_to)
                ask_follow_up(self, self._session, origin)

    def print_report(self) -> None:
        """Preview the newest report of the chosen incident."""
        for found in self._chosen():
            if found.reports:
                now = self._session.now()
                head = self._session.read(letterhead, local(now))
                preview(incident_sheet(found, found.reports[-1], head, now), self)

    def _chosen(self) -> list[IncidentFile]:
        return [found for found, _ in self.list.chosen()[:1]]

    def _on_chosen(self) -> None:
        """Tell the story of the chosen one, and offer the steps that it still can take."""
        chosen = self._chosen()
        tell, report, instruct, *answers = self.steps[1:]
        offer((tell, instruct), tr("Choose an incident of the list first."), possible=bool(chosen))
        lasts = any(not each.is_over for each in chosen)
        offer((report,), tr("Choose an incident whose final report has not gone out."), possible=lasts)
        pending = any(each.pending for each in chosen)
        offer(answers, tr("No instruction of the chosen incident waits for an answer."), possible=pending)
        text = "".join(story(each, self._session.sure_now()) for each in chosen)
        if text != self.story.toPlainText():
            self.story.setPlainText(text)

    def _ask(self, title: str, facts: tuple[Fact, ...], keep: Callable[[Answers], bool]) -> None:
        FactsDialog(self, self._session, title, facts, keep).open()

    def _open(self, said: Answers) -> bool:
        by = self._session.author()
        learned = min(said["learned_at"], by.at)
        incident = Incident(
            id=new_id(by.at),
            name=said["name"],
            learned_at=learned,
            received_at=learned,
            occurred_at=min(said["occurred_at"], learned) if said["known"] else None,
            category=said["category"],
            grade=Grade(said["grade"]),
            sensitive=said["sensitive"],
            place=said["place"],
            source=said["source"],
        )
        done = self._session.perform(incidents.open_incident, incident, by=by)
        if done is not None:
            self.list.choose(incident.id)
        return done is not None

    def _tell(self, found: IncidentFile, said: Answers) -> bool:
        by = self._session.author()
        facts = {name: said[name] for name in ("unit", "whom", "upward", "answer")}
        told = Told(
            id=new_id(by.at),
            incident=found.incident.id,
            at=within_the_minute(said["at"], found.incident.learned_at),
            typed_at=by.at,
            channel=Channel(said["channel"]),
            **facts,
        )
        return self._session.perform(incidents.tell, told, by=by) is not None

    def _choose_report(self, found: IncidentFile, said: Answers) -> bool:
        self._ask_report(found, ReportKind(said["kind"]))
        return True

    def _ask_report(self, found: IncidentFile, kind: ReportKind) -> None:
        before = found.reports[-1] if found.reports else None
        facts = (
            *(
                Fact(
                    each,
                    fact_text(each),
                    before.fact(each) if before else "",
                    lines=2 if each in _LONG else 1,
                )
                for each in NEEDED[kind]
            ),
            Fact("scope", tr("Reported to"), before.scope if before else ""),
            Fact("verified_by", tr("Verified by")),
            Fact("signed_by", tr("Signed by")),
        )
        words = report_kind_text(kind, len(found.reports))
        title = tr("{report}: {incident}", report=words, incident=found.incident.name)
        dialog = FactsDialog(
            self,
            self._session,
            title,
            facts,
            partial(self._issue, found, kind),
            lead=tr(
                "Everything is answered, in as few words as you like; “being verified” is an answer too."
            ),
        )
        dialog.offer_words(tr("The rest is being verified"), tr("being verified"), NEEDED[kind])
        dialog.open()

    def _issue(self, found: IncidentFile, kind: ReportKind, said: Answers) -> bool:
        by = self._session.author()
        report = Report(
            id=new_id(by.at),
            incident=found.incident.id,
            kind=kind,
            issued_at=by.at,
            typed_at=by.at,
            signed_by=said["signed_by"],
            verified_by=said["verified_by"],
            scope=said["scope"],
            facts=tuple((each, said[each]) for each in NEEDED[kind] if said[each]),
        )
        return self._session.perform(incidents.issue_report, report, by=by) is not None

    def _make_actions(self) -> tuple[QAction, ...]:
        words = (
            ("add", tr("New incident…"), "Ctrl+Shift+N", self.begin, "open_incident"),
            ("phone", tr("Told…"), "Ctrl+Shift+T", self.tell, "tell_of_incident"),
            ("publish", tr("Report…"), "Ctrl+Shift+P", self.report, "issue_report"),
            ("note", tr("Instruction…"), "Ctrl+Shift+I", self.instruct, "take_instruction"),
            ("check", tr("Passed on, answered…"), "Ctrl+Shift+A", self.answer, "pass_on_instruction"),
            ("followup", tr("Follow up…"), "F4", self.follow_up, "register_follow_up"),
        )
        return tuple(action(self, *each[:4], deed=each[4]) for each in words)
