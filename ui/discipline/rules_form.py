"""The numbers of discipline: each change holds from a day on, and what was judged before keeps its own."""

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QDoubleSpinBox, QSpinBox, QWidget

from dutydesk.domain.circulars import CIRCULARS, CircularRules, Span
from dutydesk.domain.dates import parse_day
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DISCIPLINE, PERCENT, WHOLE, DisciplineRules
from dutydesk.domain.rest import REST, RestRules
from dutydesk.services.rulebook import in_force, save_family
from ui.discipline.form_dialog import FormDialog
from ui.i18n import tr
from ui.session import Session
from ui.words.discipline import kind_text, span_text


class RulesDialog(FormDialog):
    """Points by kind, the leader's part, the windows, the circular, and how long rest lasts."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        self._session, today = session, session.today()
        self._rules = session.read(in_force, DISCIPLINE, today)
        self._circular = session.read(in_force, CIRCULARS, today)
        self._rest = session.read(in_force, REST, today)
        self.since = QDateEdit(QDate(today.year, today.month, today.day))
        self.since.setDisplayFormat("yyyy-MM-dd")
        self.points = {name: _points(amount) for name, amount, unit in self._rules.points if unit != PERCENT}
        self.joint = _count(self._rules.joint_percent, 100)
        self.hearing = _count(self._rules.hearing_days, 60)
        self.appeal = _count(self._rules.appeal_days, 60)
        self.span = QComboBox()
        for each in Span:
            self.span.addItem(span_text(each), each)
        self.span.setCurrentIndex(list(Span).index(Span(self._circular.span)))
        self.named = QCheckBox(tr("by name"))
        self.named.setChecked(self._circular.named)
        self.valid = _count(self._rest.valid_months, 60)
        lead = tr("A change holds from this day on; what was judged before keeps the rule of its own day.")
        super().__init__(parent, tr("Rules of discipline"), lead, self._rows(), tr("Keep"), self._keep_rules)

    def _rows(self) -> list[tuple[str, QWidget]]:
        kinds = [
            (tr("Points: {kind}", kind=kind_text(ViolationKind(name))), box)
            for name, box in self.points.items()
        ]
        return [
            (tr("From this day on"), self.since),
            *kinds,
            (tr("Leader answers too (percent; 0: not)"), self.joint),
            (tr("Days to answer (working days)"), self.hearing),
            (tr("Days to appeal (working days)"), self.appeal),
            (tr("Circular for each"), self.span),
            (tr("Circular tells persons"), self.named),
            (tr("Rest lasts (months; 0: for ever)"), self.valid),
        ]

    def _keep_rules(self) -> bool:
        """One deed for each family that changes."""
        since = parse_day(self.since.date().toString("yyyy-MM-dd"))
        perform, by = self._session.perform, self._session.author()
        kept = (
            perform(save_family, DISCIPLINE, self._wanted(), since, by=by),
            perform(save_family, CIRCULARS, self._told(), since, by=by),
            perform(save_family, REST, self._lasting(), since, by=by),
        )
        return None not in kept

    def _wanted(self) -> DisciplineRules:
        points = tuple(
            (name, round(self.points[name].value() * WHOLE), unit)
            if name in self.points
            else (name, amount, unit)
            for name, amount, unit in self._rules.points
        )
        return replace(
            self._rules, points=points, joint_percent=self.joint.value(), hearing_days=self.hearing.value(),
            appeal_days=self.appeal.value(),
        )  # fmt: skip

    def _told(self) -> CircularRules:
        return replace(self._circular, span=Span(self.span.currentData()).value, named=self.named.isChecked())

    def _lasting(self) -> RestRules:
        return replace(self._rest, valid_months=self.valid.value())


def _points(amount: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, 100)
    box.setValue(amount / WHOLE)
    return box


def _count(value: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setValue(value)
    return box
