"""Who owes how many duties and who had them, one queue at a time, as numbers and as bars."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.people import Person
from dutydesk.domain.rostering import Outcome
from dutydesk.domain.shares import Share
from dutydesk.domain.situation import QueueKey
from dutydesk.services.roster import RosterGrid
from ui.guide.asking import question_mark
from ui.i18n import full_day, tr, tr_n
from ui.icons import icon
from ui.roster.appraisal import Appraisal
from ui.widgets.bars import Bar, Bars
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.words.planning import class_text

_OWED = 0.05  # less is shown as even
_NEAR = 0.95  # a whole duty is the unit: smaller differences are rounding


@dataclass(frozen=True)
class Line:
    """One person's share with the words for it."""

    share: Share
    person: Person
    name: str
    section: str


def queue_text(key: QueueKey, posts: Mapping[str, str]) -> str:
    """A queue by its post and class: 带班领导 · 工作日."""
    return tr("{post} · {rotation}", post=posts.get(key[0], key[0]), rotation=class_text(key[1]))


def spread_text(outcome: Outcome) -> str:
    """Fewest and most, and whether that is as fair as can be."""
    fewest, most = outcome.fewest, outcome.most
    if outcome.spread <= outcome.bound:
        return tr("{fewest} to {most} duties a person; proven fairest", fewest=fewest, most=most)
    return tr(
        "{fewest} to {most} duties a person; spread {spread:.1f}, fairest possible {bound:.1f}",
        fewest=fewest,
        most=most,
        spread=outcome.spread,
        bound=outcome.bound,
    )


class FairnessPanel(QWidget):
    """Shows the shares of one queue; the queue stays chosen as long as it exists."""

    def __init__(self) -> None:
        super().__init__()
        self._appraisal = Appraisal()
        self._grid: RosterGrid | None = None
        self.queue = QComboBox()
        self.queue.setAccessibleName(tr("Queue"))
        self.queue.currentIndexChanged.connect(self._show)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.table: FilteredTable[Line] = FilteredTable(
            tr("Fairness"),
            TableModel(_columns(), key=lambda line: line.share.person),
            whole_rows=True,
            also=lambda line: line.person.initials,
        )
        header = self.table.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.bars = Bars(tr("Duties had beside duties due"))
        self._picture = QToolButton()
        self._picture.setIcon(icon("statistics"))
        self._picture.setCheckable(True)
        self._picture.setToolTip(tr("Show bars instead of numbers"))
        self._picture.setAccessibleName(tr("Bars"))
        self._stack = QStackedWidget()
        self._picture.toggled.connect(self._on_picture)
        self._lay_out()

    def set_appraisal(self, grid: RosterGrid, appraisal: Appraisal) -> None:
        """Show the shares of a period."""
        self._grid, self._appraisal = grid, appraisal
        chosen = self.queue.currentData()
        posts = {each.post.id: each.post.name for each in grid.columns}
        keys = [each.key for each in appraisal.outcomes]
        with QSignalBlocker(self.queue):
            self.queue.clear()
            for key in keys:
                self.queue.addItem(queue_text(key, posts), key)
            self.queue.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        self._show()

    def lines(self) -> Sequence[Line]:
        """The shares shown, in the order of the queue."""
        return self.table.model.rows()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.bars)
        self._stack.addWidget(self.table)
        self._stack.addWidget(area)
        row = QHBoxLayout()
        row.addWidget(self.queue, 1)
        row.addWidget(self._picture)
        row.addWidget(question_mark("fairness#due", tr("due, balance, spread")))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self._stack, 1)
        self.table.sort_by("turn")

    def _show(self) -> None:
        key = self.queue.currentData()
        grid = self._grid
        if grid is None:
            return
        lines = [
            Line(each, person, grid.names[person.id], grid.sections.get(person.section, ""))
            for each in self._appraisal.shares
            if (each.post, each.rotation) == key and (person := grid.people.get(each.person))
        ]
        self.table.model.set_rows(lines)
        furthest = sorted(lines, key=lambda line: line.share.difference, reverse=True)
        self.bars.set_bars([Bar(each.name, round(each.share.due, 1), each.share.count) for each in furthest])
        outcome = next((each for each in self._appraisal.outcomes if each.key == key), None)
        self.summary.setText(_summary(outcome, lines) if outcome else "")

    def _on_picture(self, pictures: bool) -> None:  # noqa: FBT001 -- what the signal carries
        self._stack.setCurrentIndex(int(pictures))


def _summary(outcome: Outcome, lines: Sequence[Line]) -> str:
    first = next((line for line in lines if line.share.turn == 1), None)
    turn = tr("First in turn: {person}", person=first.name) if first else ""
    return "\n".join(filter(None, (spread_text(outcome), turn)))


def _columns() -> list[Column[Line]]:
    return [
        Column("turn", tr("Turn"), lambda line: _turn(line.share), _turn_key, align=RIGHT),
        Column(
            "person",
            tr("Person"),
            lambda line: line.name,
            lambda line: line.person.sort,
            tip=lambda line: _tip(line.share),
            ink=lambda line: "accent" if line.share.turn == 1 else "",
        ),
        _number("due", tr("Due"), lambda share: share.due, "{:.1f}"),
        _number("planned", tr("Plan"), lambda share: share.count, "{}"),
        _number("difference", tr("+/−"), lambda share: share.difference, "{:+.1f}", _ink),
        Column(
            "balance",
            tr("Balance"),
            lambda line: balance_text(line.share),
            lambda line: line.share.ahead,
            align=RIGHT,
            tip=lambda line: _tip(line.share),
            ink=_balance_ink,
        ),
        _number("before", tr("Before"), lambda share: share.before, "{}"),
        Column("section", tr("Section"), lambda line: line.section, ink=lambda _: "dim"),
    ]


def _number(
    name: str,
    title: str,
    value: Callable[[Share], float],
    form: str,
    ink: Callable[[Share], str] | None = None,
) -> Column[Line]:
    return Column(
        name,
        title,
        lambda line: form.format(value(line.share)),
        lambda line: value(line.share),
        align=RIGHT,
        ink=(lambda line: ink(line.share)) if ink else None,
    )


def _turn_key(line: Line) -> tuple[bool, int]:
    return not line.share.turn, line.share.turn


def _turn(share: Share) -> str:
    return str(share.turn) if share.turn else ""


def _ink(share: Share) -> str:
    if share.difference > _NEAR:
        return "changed"
    return "accent" if share.difference < -_NEAR else "dim"


def balance_text(share: Share) -> str:
    """欠 or 多: how many duties somebody owes or is ahead, over the whole account."""
    if share.ahead < -_OWED:
        return tr("owes {count}", count=f"{-share.ahead:.1f}")
    return tr("ahead {count}", count=f"{share.ahead:.1f}") if share.ahead > _OWED else tr("even")


def _balance_ink(line: Line) -> str:
    if line.share.ahead < -_NEAR:
        return "accent"
    return "changed" if line.share.ahead > _NEAR else "dim"


def _away(share: Share) -> list[str]:
    """The days away behind a balance, by whether their turns are made up."""
    repaid = tr_n(
        "{n} day away in the account: the turns skipped are made up",
        "{n} days away in the account: the turns skipped are made up",
        share.repaid,
    )
    forgiven = tr_n(
        "{n} day away in the account: the turns skipped are not made up",
        "{n} days away in the account: the turns skipped are not made up",
        share.forgiven,
    )
    return [words for words, days in ((repaid, share.repaid), (forgiven, share.forgiven)) if days]


def _tip(share: Share) -> str:
    last = tr("Last duty before the period: {day}", day=full_day(share.last)) if share.last else ""
    part = tr("Share of the time: {share}", share=f"{share.weight:.0%}")
    return "\n".join(filter(None, (last, part, *_away(share))))
