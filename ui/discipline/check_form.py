"""The form on which a spot check is recorded: who should be there, and what was found of each."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QLineEdit, QSpinBox, QWidget

from dutydesk.domain.spot_checks import Found, Item, Method, Presence, SpotCheck
from dutydesk.domain.watch import Stint
from dutydesk.services.ids import new_id
from ui.discipline.evidence_edit import EvidenceEdit
from ui.discipline.form_dialog import FormDialog
from ui.discipline.moments import moment_edit, moment_of
from ui.i18n import tr
from ui.widgets.tab_order import tab_as_it_lies
from ui.words.duty_names import DutyNames
from ui.words.spot_checks import item_text, method_text, presence_text

_LONGEST_RING = 600  # seconds
_COLUMNS = 2
_SEEN: Final = {
    Method.PHONE: frozenset({Item.LEADER_ON_POST, Item.PHONE_WORKS}),
    Method.SITE: frozenset(Item),
    Method.VIDEO: frozenset(Item),
    Method.LOG: frozenset({Item.LOG_FILLED}),
}
"""What can be looked at by each way; of the rest nothing is said."""
Expected = Callable[[datetime], tuple[Stint, ...]]


class CheckForm(FormDialog):
    """Asks how and when, of everybody on duty then what was found, and what else was seen.

    `expected` says who should be on post at an instant: it is asked anew whenever another time is entered.
    """

    def __init__(
        self,
        parent: QWidget,
        names: DutyNames,
        expected: Expected,
        now: datetime,
        inspector: str,
        record: Callable[[SpotCheck], bool],
    ) -> None:
        self._names, self._expected, self._now, self._record = names, expected, now, record
        self._due: tuple[Stint, ...] = ()
        self.method = QComboBox()
        for each in Method:
            self.method.addItem(method_text(each), each)
        self.at = moment_edit(now)
        self.inspector = QLineEdit(inspector)
        self.found: list[QComboBox] = []
        self._people, self._lines = QWidget(), QFormLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._people.setLayout(self._lines)
        self.items = {each: QCheckBox(item_text(each)) for each in Item}
        self.seconds = QSpinBox()
        self.seconds.setRange(-1, _LONGEST_RING)
        self.seconds.setValue(-1)
        self.seconds.setSpecialValueText(tr("not noted"))
        self.problem, self.handling, self.acknowledged = QLineEdit(), QLineEdit(), QLineEdit()
        self.evidence = EvidenceEdit()
        self._on_time()
        lead = tr("Whoever was not on post becomes a candidate; somebody judges it later.")
        super().__init__(parent, tr("Record a spot check"), lead, self._rows(), tr("Keep"), self._keep_check)
        self.method.currentIndexChanged.connect(self._on_method)
        self.at.dateTimeChanged.connect(self._on_moment)
        self._on_method()

    def _rows(self) -> list[tuple[str, QWidget]]:
        return [
            (tr("Way"), self.method), (tr("Checked at"), self.at), (tr("Checked by"), self.inspector),
            (tr("Should be on post"), self._people), (tr("In order"), self._item_boxes()),
            (tr("Answered after (seconds)"), self.seconds), (tr("What was found"), self.problem),
            (tr("What to do"), self.handling), (tr("Evidence"), self.evidence),
            (tr("Acknowledged by"), self.acknowledged),
        ]  # fmt: skip

    def _item_boxes(self) -> QWidget:
        boxes = QWidget()
        grid = QGridLayout(boxes)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.items.values()):
            box.setChecked(True)
            grid.addWidget(box, at // _COLUMNS, at % _COLUMNS)
        return boxes

    def _on_method(self) -> None:
        """Only a call is answered after some seconds, and not every way sees everything."""
        method = Method(self.method.currentData())
        self.seconds.setEnabled(method is Method.PHONE)
        for item, box in self.items.items():
            box.setEnabled(item in _SEEN[method])

    def _on_moment(self) -> None:
        self._on_time()
        tab_as_it_lies(self)

    def _on_time(self) -> None:
        """Ask of those who were down for that time; what was entered of the same people stays."""
        due = self._expected(moment_of(self.at))
        if due == self._due and self.found:
            return
        while self._lines.rowCount():
            self._lines.removeRow(0)
        self._due, self.found = due, []
        for stint in due:
            box = QComboBox()
            for each in Presence:
                box.addItem(presence_text(each), each)
            box.setMinimumHeight(box.sizeHint().height())
            label = f"{self._names.person(stint.person)} ({self._names.post(stint.place)})"
            box.setAccessibleName(label)
            self._lines.addRow(label, box)
            self.found.append(box)

    def check(self) -> SpotCheck:
        """What was entered."""
        found = tuple(
            Found(stint.place, stint.person or "", Presence(box.currentData()))
            for stint, box in zip(self._due, self.found, strict=True)
        )
        seconds = self.seconds.value() if self.seconds.isEnabled() else -1
        return SpotCheck(
            id=new_id(self._now),
            at=moment_of(self.at),
            method=Method(self.method.currentData()),
            shift=self._due[0].shift if self._due else "",
            inspector=self.inspector.text(),
            found=found,
            items=tuple((item, box.isChecked()) for item, box in self.items.items() if box.isEnabled()),
            seconds=seconds if seconds >= 0 else None,
            problem=self.problem.text().strip(),
            handling=self.handling.text().strip(),
            evidence=self.evidence.text(),
            acknowledged=self.acknowledged.text().strip(),
        )

    def _keep_check(self) -> bool:
        return self._record(self.check())
