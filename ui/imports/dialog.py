"""What a list would change, shown before it is written: all of it or nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.people import Exemption
from dutydesk.errors import DutyDeskError
from dutydesk.services import people
from dutydesk.services.intake import Intake, Offered
from ui.i18n import tr
from ui.imports.intake_view import IntakeView, can_import, import_words
from ui.imports.kinds import ImportKind, understood
from ui.session import Session
from ui.widgets.banner import Notice
from ui.widgets.name_edit import Name
from ui.widgets.room import give_room

_SIZE = (1040, 640)
Wanted = tuple[str, str, str]


class ImportDialog(QDialog):
    """Shows an `Intake` and takes it in; a list with refused rows can be read again once it is corrected."""

    def __init__(self, parent: QWidget | None, session: Session, kind: ImportKind, path: Path) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{kind.title}: {path.name}")
        give_room(self, *_SIZE)
        self._session = session
        self._kind = kind
        self.path = path
        self._intake: Intake | None = None
        self.view = IntakeView(_names(session), kind.headings)
        self._buttons = QDialogButtonBox()
        self._go = QPushButton(tr("Import"))
        self._lay_out()
        self.read()

    def read(self) -> None:
        """Read the file, again after it was corrected in Excel."""
        try:
            self._intake = understood(self._session, self._kind, self.path)
        except DutyDeskError as refusal:
            self._intake = None
            self.view.show_refusal(refusal)
        else:
            self.view.show_intake(self._intake)
        self._go.setText(import_words(self._intake))
        self._go.setEnabled(can_import(self._intake))

    def can_import(self) -> bool:
        """Whether there is anything to write and nothing against it."""
        return self._go.isEnabled()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        again = self._buttons.addButton(tr("Read the file again"), QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.addButton(self._go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._go.setDefault(True)
        again.clicked.connect(self.read)
        self._buttons.accepted.connect(self.accept_import)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
        self._go.setFocus()

    def accept_import(self) -> None:
        """Take the list in and confirm what was ticked; a tick without a name is asked about first."""
        if self._intake is None:
            return
        offered = self.view.offered
        ticked = offered.ticked() if offered is not None else []
        approved_by = offered.approved_by.text().strip() if offered is not None else ""
        if offered is not None and ticked and not approved_by:
            words = tr("Say who approved the ticked exemptions, or tick none.")
            self.view.say(Notice("warning", words))
            self.view.tables.setCurrentWidget(offered)
            offered.approved_by.setFocus()
            return
        by = self._session.author()
        if self._session.perform(self._kind.apply, self._intake, by=by) is not None:
            self._confirm(ticked, approved_by)
            self.accept()
        else:
            self.read()

    def _confirm(self, ticked: Sequence[Offered], approved_by: str) -> None:
        """Confirm what was ticked; the import gave it new ids, so it is found by what it says."""
        staff = self._session.read(people.staff)
        names = {each.id: (each.name, staff.section_name(each)) for each in staff.people}
        wanted = [((each.name, each.section), _facts(each.exemption)) for each in ticked]
        ids = [
            each.id
            for each in staff.exemptions
            if not each.confirmed and (names[each.person], _facts(each)) in wanted
        ]
        if ids:
            by = self._session.author(on_behalf_of=approved_by)
            self._session.perform(people.confirm_exemptions, ids, approved_by=approved_by, by=by)


def _names(session: Session) -> list[Name]:
    staff = session.read(people.staff)
    return [Name(each.id, each.name, (each.initials,), each.title) for each in staff.people]


def _facts(exemption: Exemption) -> Wanted:
    days = "/".join(str(each) for each in (exemption.first, exemption.last))
    return exemption.scope.value, exemption.reason, days
