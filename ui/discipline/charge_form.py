"""The form on which a violation is reported that nothing noted by itself."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from dutydesk.domain.discipline import ViolationKind
from dutydesk.services.charges import Charge
from ui.discipline.form_dialog import FormDialog
from ui.discipline.moments import moment_edit, moment_of
from ui.i18n import tr, tr_in
from ui.widgets.name_edit import Name, NameEdit
from ui.words.discipline import kind_text


class ChargeForm(FormDialog):
    """Asks who, what kind, when, and what was found."""

    def __init__(
        self, parent: QWidget, names: Sequence[Name], now: datetime, report: Callable[[Charge], bool]
    ) -> None:
        self.person = NameEdit(names)
        self.kind = QComboBox()
        for each in ViolationKind:
            self.kind.addItem(kind_text(each), each)
        self.at = moment_edit(now)
        self.what = QLineEdit()
        self._report = report
        rows = [
            (tr("Name"), self.person),
            (tr("Kind"), self.kind),
            (tr("When"), self.at),
            (tr("What was found"), self.what),
        ]
        lead = tr("Whoever stood in answers, not whose turn it was. Nothing counts before it is confirmed.")
        super().__init__(
            parent, tr("Report a violation"), lead, rows, tr_in("violations", "Report"), self._keep_charge
        )

    def charge(self) -> Charge:
        """What was entered."""
        kind = ViolationKind(self.kind.currentData())
        return Charge(kind=kind, at=moment_of(self.at), what=self.what.text(), person=self.person.key())

    def _keep_charge(self) -> bool:
        return self._report(self.charge())
