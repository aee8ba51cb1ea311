"""The form on which a spot check is recorded: who should be there, and what was found of each."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from dutydesk.domain.spot_checks import Found, Item, Method, Presence, SpotCheck
from dutydesk.domain.watch import Stint
from dutydesk.services.ids import new_id
from ui.discipline.form_dialog import FormDialog
from ui.discipline.moments import moment_edit, moment_of
from ui.i18n import tr
from ui.words.duty_names import DutyNames
from ui.words.spot_checks import item_text, method_text, presence_text


class CheckForm(FormDialog):
    """Asks how and when, of everybody on duty then what was found, and what else was seen."""

    def __init__(
        self,
        parent: QWidget,
        names: DutyNames,
        due: tuple[Stint, ...],
        now: datetime,
        inspector: str,
        record: Callable[[SpotCheck], bool],
    ) -> None:
        self._due, self._now, self._record = due, now, record
        self.method = QComboBox()
        for each in Method:
            self.method.addItem(method_text(each), each)
        self.at = moment_edit(now)
        self.inspector = QLineEdit(inspector)
        self.found = [self._presences() for _ in due]
        self.items = {each: QCheckBox(tr("in order")) for each in Item}
        for box in self.items.values():
            box.setChecked(True)
        self.problem, self.evidence = QLineEdit(), QLineEdit()
        people = [
            (f"{names.person(stint.person)} ({names.post(stint.place)})", box)
            for stint, box in zip(due, self.found, strict=True)
        ]
        rows: list[tuple[str, QWidget]] = [
            (tr("Way"), self.method), (tr("Checked at"), self.at), (tr("Checked by"), self.inspector),
            *people,
            *((item_text(item), box) for item, box in self.items.items()),
            (tr("What was found"), self.problem), (tr("Evidence"), self.evidence),
        ]  # fmt: skip
        lead = tr("Whoever was not on post becomes a candidate; somebody judges it later.")
        super().__init__(parent, tr("Record a spot check"), lead, rows, tr("Keep"), self._keep_check)

    def _presences(self) -> QComboBox:
        box = QComboBox()
        for each in Presence:
            box.addItem(presence_text(each), each)
        return box

    def check(self) -> SpotCheck:
        """What was entered."""
        found = tuple(
            Found(stint.place, stint.person or "", Presence(box.currentData()))
            for stint, box in zip(self._due, self.found, strict=True)
        )
        return SpotCheck(
            id=new_id(self._now),
            at=moment_of(self.at),
            method=Method(self.method.currentData()),
            shift=self._due[0].shift if self._due else "",
            inspector=self.inspector.text(),
            found=found,
            items=tuple((item, box.isChecked()) for item, box in self.items.items()),
            problem=self.problem.text().strip(),
            evidence=self.evidence.text().strip(),
        )

    def _keep_check(self) -> bool:
        return self._record(self.check())
