"""The page of the journal: who changed what, when and why, over everything there is."""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout
from typing_extensions import override

from dutydesk.services import people
from dutydesk.services.changes import EXPORTING_AUDIT, Topic
from ui.audit.filters import AuditFilters
from ui.audit.taking_out import take_out
from ui.dialogs import ask_save
from ui.guide.asking import question_mark
from ui.history.change_view import ChangeView
from ui.i18n import tr, tr_n
from ui.page import Page
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.window.page_actions import action


class AuditPage(Page):
    """Filters above, the changes below; only what is scrolled to is read."""

    SHOWS: ClassVar[Topic] = reduce(or_, Topic)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.filters = AuditFilters()
        self.changes = ChangeView(session)
        self.notices = BannerArea()
        self.taking = action(self, "export", tr("Export…"), "", self.ask_where, deed=EXPORTING_AUDIT)
        self.taking.setToolTip(
            tr("Write what is looked for as a table; that is entered in the journal itself")
        )
        self._lay_out()
        self.filters.changed.connect(self._look)
        self.filters.refused.connect(self._on_refused)

    @override
    def reload(self) -> None:
        self.filters.refresh(self._session, self._session.read(people.staff))
        self._look()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"find": self.filters.person.setFocus, "export": self.ask_where}

    def ask_where(self) -> None:
        """Ask for the file to write; its ending says whether a workbook or plain text."""
        kinds = [(tr("Excel workbook"), "*.xlsx"), (tr("Comma-separated text"), "*.csv")]
        name = f"{tr('Journal')} {self._session.today():%Y-%m-%d}.xlsx"
        ask_save(self, tr("Export the journal"), kinds, self.take_out, name)

    def take_out(self, path: Path) -> None:
        """Write what is looked for, while one goes on working."""
        take_out(self._session, self.filters.search(), path, self._on_written, self._on_progress)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.filters, 1)
        bar.addWidget(self.changes.count)
        button = QToolButton()
        button.setDefaultAction(self.taking)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addWidget(button)
        bar.addWidget(question_mark("journal#seal", tr("seals and anchors")))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(bar)
        column.addWidget(self.notices)
        column.addWidget(self.changes, 1)

    def _look(self) -> None:
        self.changes.look_for(self.filters.search())

    def _on_refused(self, why: str) -> None:
        if why:
            self.notices.show_notice("day", Notice("error", why))
        else:
            self.notices.clear("day")

    def _on_progress(self, lines: int) -> None:
        words = tr_n("{n} line is written …", "{n} lines are written …", lines)
        self.notices.show_notice("export", Notice("note", words))

    def _on_written(self, path: Path) -> None:
        words = tr("Written: {path}", path=path)
        self.notices.show_notice("export", Notice("good", words, dismissable=True))
