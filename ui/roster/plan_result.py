"""What came of a plan: how many places, how fair, which stay empty and why, what changes."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.rostering import Change, Outcome, RosterPlan
from dutydesk.services.roster import RosterGrid
from ui.i18n import long_day, tr, tr_n
from ui.roster.describe import place_title
from ui.roster.fairness_panel import queue_text, spread_text
from ui.roster.link_list import Link, LinkList
from ui.roster.planning import Proposal
from ui.words.planning import obstacle_text


class PlanResult(QWidget):
    """Words of a proposal; `chosen` carries the place that a line is about."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.list = LinkList(tr("Result of the plan"))
        self.list.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)

    def show_proposal(self, proposal: Proposal | None, grid: RosterGrid) -> None:
        """Show a proposal in the words of a grid that has its posts."""
        if proposal is None:
            self.summary.clear()
            self.list.set_links([])
            return
        self.show_plan(proposal.plan)
        links = [*_queue_links(proposal.plan.outcomes, grid), *_changes(proposal.plan.changes, grid)]
        self.list.set_links([*_empty_links(proposal, grid), *links])

    def show_plan(self, plan: RosterPlan) -> None:
        """Show how full and how fair a plan is, also while it is still being improved."""
        filled = len(plan.cells) - len(plan.unfilled)
        parts = [
            tr("{filled} of {places} places are filled.", filled=filled, places=len(plan.cells)),
            tr_n("{n} duty changes hands.", "{n} duties change hands.", len(plan.changes))
            if plan.changes
            else "",
            tr("Every queue is proven fairest.") if plan.fairest else "",
        ]
        self.summary.setText(" ".join(filter(None, parts)))

    def _on_chosen(self, place: object) -> None:
        if place is not None:
            self.chosen.emit(place)


def _empty_links(proposal: Proposal, grid: RosterGrid) -> list[Link]:
    links = [
        Link(
            tr("{place} stays empty: {reasons}", place=place_title(grid, place), reasons=why(reasons)),
            "error",
            "error",
            place,
        )
        for place, reasons in proposal.reasons.items()
    ]
    more = [place for place in proposal.plan.unfilled if place not in proposal.reasons]
    if more:
        words = tr_n("{n} more place stays empty.", "{n} more places stay empty.", len(more))
        links.append(Link(words, "error", "error", more[0]))
    return links


def why(reasons: Mapping[Obstacle, int]) -> str:
    """How many people each obstacle keeps away, the most frequent first."""
    ranked = sorted(reasons.items(), key=lambda item: -item[1])
    return tr("; ").join(f"{obstacle_text(each)} {count}" for each, count in ranked)


def _queue_links(outcomes: tuple[Outcome, ...], grid: RosterGrid) -> list[Link]:
    posts = {each.post.id: each.post.name for each in grid.columns}
    return [
        Link(
            tr("{queue}: {spread}", queue=queue_text(each.key, posts), spread=spread_text(each)),
            "check" if each.spread <= each.bound else "note",
            "good" if each.spread <= each.bound else "note",
            None,
        )
        for each in outcomes
    ]


def _changes(changes: tuple[Change, ...], grid: RosterGrid) -> list[Link]:
    return [Link(_change_text(each, grid), "swap", "changed", each.place) for each in changes]


def _change_text(change: Change, grid: RosterGrid) -> str:
    nobody = tr("nobody")
    before, after = (grid.names.get(each or "", nobody) for each in (change.before, change.after))
    place = place_title(grid, change.place)
    if change.because is None or change.because == change.place:
        return tr("{place}: {before} → {after}", place=place, before=before, after=after)
    return tr(
        "{place}: {before} → {after}, which makes room for {day}",
        place=place,
        before=before,
        after=after,
        day=long_day(change.because.day),
    )
