"""What stands at the head and foot of every sheet."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.office import Office
from dutydesk.services import office, people
from ui.editing.drafts import refusal_of
from ui.i18n import tr
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.name_edit import Name, NameEdit
from ui.words.refusals import refusal_text

_LINES = ("name", "seal_name", "duty_phone", "fax", "place")
_WIDTH = 60  # digits


class OfficeForm(QWidget):
    """The office's particulars; saved as one deed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kept = Office()
        self.lines = {each: QLineEdit() for each in _LINES}
        self.chief = NameEdit()
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(tr("Notes under the weekly roster"))
        self.save = QPushButton(tr("Save the particulars"))
        self._notices = BannerArea()
        self._lay_out()

    def reload(self) -> None:
        """Show the particulars as they are kept; what is typed and not saved stays."""
        staff = self._session.read(people.staff)
        self.chief.set_names(
            [Name(each.id, each.name, tuple(each.initials.split("|")), each.title) for each in staff.people]
        )
        kept = self._session.read(office.office)
        if self.entered() == self._kept:
            self._show(kept)
        self._kept = kept
        self._enable()

    def entered(self) -> Office:
        """The particulars as they stand in the fields."""
        texts = {name: field.text().strip() for name, field in self.lines.items()}
        notes = self.notes.toPlainText().strip()
        return replace(self._kept, **texts, chief=self.chief.key(), notes=notes)

    def notice(self) -> str:
        """Why the particulars were not saved."""
        return "\n".join(self._notices.texts())

    def _lay_out(self) -> None:
        words = {
            "name": tr("&Name of the office"),
            "seal_name": tr("&Seal, where it differs"),
            "duty_phone": tr("&Duty phone"),
            "fax": tr("Fa&x"),
            "place": tr("&Place of the duty room"),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, field in self.lines.items():
            field.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * _WIDTH)
            form.addRow(words[name], field)
            field.textChanged.connect(self._enable)
        self.chief.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 24)
        form.addRow(tr("&Chief duty leader"), self.chief)
        self.notes.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 90)
        self.notes.setMaximumHeight(self.fontMetrics().height() * 9)
        form.addRow(tr("N&otes under the weekly roster"), self.notes)
        self.save.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow("", self.save)
        self.chief.textChanged.connect(self._enable)
        self.notes.textChanged.connect(self._enable)
        self.save.clicked.connect(self._on_save)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 10, 4, 4)
        column.addWidget(self._notices)
        column.addLayout(form)
        column.addStretch(1)

    def _show(self, kept: Office) -> None:
        for name, field in self.lines.items():
            field.setText(getattr(kept, name))
            field.setCursorPosition(0)
        self.chief.set_key(kept.chief)
        self.notes.setPlainText(kept.notes)

    def _enable(self) -> None:
        self.save.setEnabled(self.entered() != self._kept)

    def _on_save(self) -> None:
        if self.chief.text().strip() and not self.chief.key():
            words = tr("Nobody of the staff, or more than one, is called “{name}”.", name=self.chief.text())
            self._notices.show_notice("state", Notice("error", words))
            return
        by = self._session.author()
        wanted = self.entered()
        refusal = refusal_of(self._session, lambda: self._session.perform(office.save_office, wanted, by=by))
        if refusal is None:
            self._notices.clear("state")
        else:
            self._notices.show_notice("state", Notice("error", refusal_text(refusal)))
