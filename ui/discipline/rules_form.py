"""The numbers of discipline: each change holds from a day on, and what was judged before keeps its own."""

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from dutydesk.domain.circulars import CIRCULARS, CircularRules, Span
from dutydesk.domain.dates import parse_day
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DISCIPLINE, PERCENT, WHOLE, DisciplineRules
from dutydesk.domain.rest import REST, RestRules
from dutydesk.domain.spot_checks import SPOT_CHECKS, SpotCheckRules
from dutydesk.services.rulebook import in_force, save_family
from ui.discipline.form_dialog import FormDialog
from ui.i18n import tr
from ui.session import Session
from ui.words.discipline import consequence_text, kind_text, span_text, worth_text

_MOST_POINTS = 1000
Rows = list[tuple[str, QWidget]]


class RulesDialog(FormDialog):
    """Points by kind and what follows, the course and the circular, rest and overtime, spot checks."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        self._session, today = session, session.today()
        self._rules = session.read(in_force, DISCIPLINE, today)
        self._circular = session.read(in_force, CIRCULARS, today)
        self._rest = session.read(in_force, REST, today)
        self._checks = session.read(in_force, SPOT_CHECKS, today)
        self.since = QDateEdit(QDate(today.year, today.month, today.day))
        self.since.setDisplayFormat("yyyy-MM-dd")
        self.tabs = QTabWidget()
        for word, numbers in (
            (tr("Points"), self._point_rows()),
            (tr("Course"), self._course_rows()),
            (tr("Rest and overtime"), self._rest_rows()),
        ):
            self.tabs.addTab(_page(numbers), word)
        lead = tr("A change holds from this day on; what was judged before keeps the rule of its own day.")
        rows: Rows = [(tr("From this day on"), self.since), (tr("Rules"), self.tabs)]
        super().__init__(parent, tr("Rules of discipline"), lead, rows, tr("Keep"), self._keep_rules)

    def _point_rows(self) -> Rows:
        rules = self._rules
        self.base, self.floor = _points(rules.base), _points(rules.floor)
        self.points = {name: _points(amount, unit) for name, amount, unit in rules.points}
        self.joint = _count(rules.joint_percent, 100)
        self.limits = [_count(limit) if kind else _points(limit) for kind, limit, _ in rules.limits]
        kinds: Rows = [
            (tr("Points: {kind}", kind=kind_text(ViolationKind(name))), box)
            for name, box in self.points.items()
        ]
        limits: Rows = [
            (
                tr("{what} from so often: {kind}", what=consequence_text(what), kind=kind_text(kind))
                if kind
                else tr("{what} from so many points", what=consequence_text(what)),
                box,
            )
            for (kind, _, what), box in zip(rules.limits, self.limits, strict=True)
        ]
        return [
            (tr("Base of the year"), self.base), (tr("Never below"), self.floor), *kinds, *limits,
            (tr("Leader answers too (percent; 0: not)"), self.joint),
        ]  # fmt: skip

    def _course_rows(self) -> Rows:
        self.hearing = _count(self._rules.hearing_days, 60)
        self.appeal = _count(self._rules.appeal_days, 60)
        self.span = QComboBox()
        for each in Span:
            self.span.addItem(span_text(each), each)
        self.span.setCurrentIndex(list(Span).index(Span(self._circular.span)))
        self.named = QCheckBox(tr("by name"))
        self.named.setChecked(self._circular.named)
        self.checks = _count(self._checks.a_week, 100)
        self.margin = _count(self._checks.margin_minutes, 240)
        return [
            (tr("Days to answer (working days)"), self.hearing),
            (tr("Days to appeal (working days)"), self.appeal),
            (tr("Circular for each"), self.span), (tr("Circular tells persons"), self.named),
            (tr("Spot checks a week"), self.checks),
            (tr("Not so near to a change of shifts (minutes)"), self.margin),
        ]  # fmt: skip

    def _rest_rows(self) -> Rows:
        rules = self._rest
        self.duty = [_days(halves) for _, _, halves in rules.duty]
        self.overtime = [_count(minutes) for _, minutes in rules.overtime]
        self.least, self.valid = _count(rules.least_percent, 100), _count(rules.valid_months, 60)
        self.warn = _count(rules.warn_days, 365)
        self.money = QCheckBox(tr("where the state sets one"))
        self.money.setChecked(rules.money)
        duty: Rows = [
            (tr("A duty earns (days): {worth}", worth=worth_text(day, kind)), box)
            for (day, kind, _), box in zip(rules.duty, self.duty, strict=True)
        ]
        overtime: Rows = [
            (tr("Overtime for half a day (minutes): {worth}", worth=worth_text(day)), box)
            for (day, _), box in zip(rules.overtime, self.overtime, strict=True)
        ]
        return [
            *duty, *overtime, (tr("Least part of a shift (percent)"), self.least),
            (tr("Rest lasts (months; 0: for ever)"), self.valid),
            (tr("Warn before it expires (days)"), self.warn),
            (tr("Column for an allowance"), self.money),
        ]  # fmt: skip

    def _keep_rules(self) -> bool:
        """One deed for each family that changes."""
        since = parse_day(self.since.date().toString("yyyy-MM-dd"))
        perform, by = self._session.perform, self._session.author()
        kept = (
            perform(save_family, DISCIPLINE, self._wanted(), since, by=by),
            perform(save_family, CIRCULARS, self._told(), since, by=by),
            perform(save_family, REST, self._lasting(), since, by=by),
            perform(save_family, SPOT_CHECKS, self._drawn(), since, by=by),
        )
        return None not in kept

    def _wanted(self) -> DisciplineRules:
        points = tuple(
            (name, round(self.points[name].value() * (1 if unit == PERCENT else WHOLE)), unit)
            for name, _, unit in self._rules.points
        )
        limits = tuple(
            (kind, round(box.value() * (1 if kind else WHOLE)), what)
            for (kind, _, what), box in zip(self._rules.limits, self.limits, strict=True)
        )
        return replace(
            self._rules, base=round(self.base.value() * WHOLE), floor=round(self.floor.value() * WHOLE),
            points=points, limits=limits, joint_percent=self.joint.value(),
            hearing_days=self.hearing.value(), appeal_days=self.appeal.value(),
        )  # fmt: skip

    def _told(self) -> CircularRules:
        return replace(self._circular, span=Span(self.span.currentData()).value, named=self.named.isChecked())

    def _lasting(self) -> RestRules:
        duty = tuple(
            (day, kind, round(box.value() * 2))
            for (day, kind, _), box in zip(self._rest.duty, self.duty, strict=True)
        )
        overtime = tuple(
            (day, box.value()) for (day, _), box in zip(self._rest.overtime, self.overtime, strict=True)
        )
        return replace(
            self._rest, duty=duty, overtime=overtime, least_percent=self.least.value(),
            valid_months=self.valid.value(), warn_days=self.warn.value(), money=self.money.isChecked(),
        )  # fmt: skip

    def _drawn(self) -> SpotCheckRules:
        return replace(self._checks, a_week=self.checks.value(), margin_minutes=self.margin.value())


def _page(rows: Rows) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    for label, field in rows:
        field.setAccessibleName(label)
        form.addRow(label, field)
    return page


def _points(amount: int, unit: str = "") -> QDoubleSpinBox:
    """Points, or percent of the base where the rule has it so."""
    box = QDoubleSpinBox()
    box.setRange(0, _MOST_POINTS)
    box.setValue(amount if unit == PERCENT else amount / WHOLE)
    box.setSuffix(" %" if unit == PERCENT else "")
    return box


def _days(halves: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, 30)
    box.setSingleStep(0.5)
    box.setDecimals(1)
    box.setValue(halves / 2)
    return box


def _count(value: int, most: int = 1440) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setValue(value)
    return box
