"""What came of the first plan, in plain words: places, fairness, and what stays empty and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.duties import PlaceKey, Post
from dutydesk.domain.rostering import Outcome, RosterPlan
from ui.first_run.step import heading, remark
from ui.i18n import long_day, tr, tr_n, weekday
from ui.theme import colours
from ui.words.planning import class_text, obstacle_text

_TOLD = 10  # troubles told one by one
Reasons = Mapping[PlaceKey, Mapping[Obstacle, int]]
_Why = tuple[tuple[Obstacle, int], ...]


class PlanReport(QWidget):
    """A card with the result of one plan."""

    def __init__(self, plan: RosterPlan, posts: Sequence[Post], reasons: Reasons) -> None:
        super().__init__()
        names = {each.id: each for each in posts}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(8)
        self.headline = heading(_headline(plan), 1.3)
        self.column.addWidget(self.headline)
        self.column.addWidget(remark(_fairness(plan)))
        self.column.addSpacing(6)
        self.column.addLayout(self._queues([each for each in plan.outcomes if each.most], names))
        self._add_empty(plan.unfilled, names, reasons)

    def words(self) -> list[str]:
        """Everything the card says, from top to bottom."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tones.frame)
        painter.setBrush(tones.workday)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)

    def _queues(self, outcomes: Sequence[Outcome], posts: Mapping[str, Post]) -> QGridLayout:
        """Posts down, classes across: the fewest and most duties of anybody, ticked where proven fairest."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        classes = [each for each in RotationClass if any(outcome.key[1] == each for outcome in outcomes)]
        for at, rotation in enumerate(classes, 1):
            grid.addWidget(remark(class_text(rotation)), 0, at)
        rows = list(dict.fromkeys(each.key[0] for each in outcomes))
        rows.sort(key=lambda post: posts[post].sort)
        for at, post in enumerate(rows, 1):
            grid.addWidget(QLabel(posts[post].name), at, 0)
        for outcome in outcomes:
            post, rotation = outcome.key
            grid.addWidget(self._cell(outcome), rows.index(post) + 1, classes.index(rotation) + 1)
        grid.setColumnStretch(len(classes) + 1, 1)
        return grid

    def _cell(self, outcome: Outcome) -> QWidget:
        text = tr("{fewest} to {most} each", fewest=outcome.fewest, most=outcome.most)
        if outcome.fewest == outcome.most:
            text = tr("{count} each", count=outcome.most)
        cell = QLabel(f"{text} ✓" if outcome.spread <= outcome.bound else text)
        tones = colours(self.palette())
        palette = cell.palette()
        palette.setColor(cell.foregroundRole(), tones.good if outcome.spread <= outcome.bound else tones.text)
        cell.setPalette(palette)
        return cell

    def _add_empty(self, empty: Sequence[PlaceKey], posts: Mapping[str, Post], reasons: Reasons) -> None:
        if not empty:
            return
        self.column.addSpacing(6)
        self.column.addWidget(heading(tr("Nobody could be found for")))
        gaps = _gaps(empty, reasons)
        for gap in gaps[:_TOLD]:
            self.column.addWidget(_wrapped(_gap_words(gap, posts[gap.places[0].post])))
        more = sum(len(gap.places) for gap in gaps[_TOLD:])
        if more:
            self.column.addWidget(remark(tr_n("and {n} more place", "and {n} more places", more)))


@dataclass(frozen=True, slots=True)
class _Gap:
    """Places of one seat that stay empty for the same reasons: one trouble, however many days it has."""

    places: tuple[PlaceKey, ...]
    why: _Why


def _gaps(empty: Sequence[PlaceKey], reasons: Reasons) -> list[_Gap]:
    """The places by their trouble, the one of the most days first."""
    found: dict[tuple[str, str, int, _Why], list[PlaceKey]] = {}
    for place in sorted(empty):
        why = tuple(sorted(reasons.get(place, {}).items(), key=lambda item: (-item[1], item[0])))
        found.setdefault((place.shift, place.post, place.seat, why), []).append(place)
    gaps = [_Gap(tuple(places), why) for (_, _, _, why), places in found.items()]
    return sorted(gaps, key=lambda gap: -len(gap.places))


def _headline(plan: RosterPlan) -> str:
    places, empty = len(plan.cells), len(plan.unfilled)
    if not empty:
        return tr("All {places} places are filled.", places=places)
    return tr(
        "{filled} of {places} places are filled; {empty} stay empty.",
        filled=places - empty,
        places=places,
        empty=empty,
    )


def _fairness(plan: RosterPlan) -> str:
    if plan.fairest:
        return tr("Proven: earlier duties counted in, no other plan could be fairer.")
    return tr("✓ where it is proven that no other plan could be fairer.")


def _gap_words(gap: _Gap, post: Post) -> str:
    why = tr("; ").join(f"{obstacle_text(each)} {count}" for each, count in gap.why)
    first, n = gap.places[0], len(gap.places)
    day, name = f"{long_day(first.day)} {weekday(first.day)}", post.seat_name(first.seat)
    if n == 1:
        return tr("{day}, {post}: {why}", day=day, post=name, why=why)
    return tr("{post} on {n} days, first on {day}: {why}", post=name, n=n, day=day, why=why)


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
