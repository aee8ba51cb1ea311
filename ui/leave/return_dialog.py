"""Small questions about a leave that was approved: back since when, and how much longer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.domain.leave import Half
from dutydesk.errors import DomainError, DutyDeskError
from dutydesk.services.changes import Changes
from ui.i18n import tr
from ui.leave.request_form import Moment
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.room import give_width
from ui.words.refusals import refusal_text

Answer = Callable[[date, Half, str], Changes | None]
"""Performs what was asked with half a day and a text; None when it was refused."""


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question: title, what it is about, the names of its two fields, and of the deed."""

    title: str
    about: str
    moment: str
    text: str
    deed: str
    half: Half = Half.MORNING


class MomentDialog(QDialog):
    """Asks for half a day and one line of text; stays open with the reason while it is refused."""

    def __init__(self, parent: QWidget, session: Session, asked: Question, answer: Answer) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asked.title)
        give_width(self, 60)
        self._answer = answer
        self.moment = Moment(asked.moment, asked.half)
        self.text = QLineEdit()
        self.text.setAccessibleName(asked.text)
        self._notices = BannerArea()
        about = QLabel(asked.about)
        about.setWordWrap(True)
        form = QFormLayout()
        form.addRow(asked.moment, self.moment)
        form.addRow(asked.text, self.text)
        buttons = QDialogButtonBox()
        buttons.addButton(asked.deed, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.answer)
        buttons.rejected.connect(self.reject)
        session.refused.connect(self._say)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self._notices)
        column.addLayout(form)
        column.addWidget(buttons)

    def said(self) -> str:
        """Why the answer was refused."""
        return "\n".join(self._notices.texts())

    def answer(self) -> None:
        """Do what is asked for, and close if it was done."""
        try:
            moment = self.moment.value()
        except DomainError as refusal:
            self._say(refusal)
            return
        if self._answer(*moment, self.text.text().strip()) is not None:
            self.accept()

    def _say(self, error: DutyDeskError) -> None:
        self._notices.show_notice("refused", Notice("error", refusal_text(error)))
