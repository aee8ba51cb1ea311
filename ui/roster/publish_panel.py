"""Making the roster known: which version, and who must be told what changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.roster import News
from dutydesk.domain.rules import Finding, Severity
from dutydesk.services.roster import RosterGrid
from ui.i18n import tr, tr_n
from ui.icons import icon
from ui.roster.describe import days_text, place_title
from ui.roster.link_list import Link, LinkList


class PublishPanel(QWidget):
    """Offers the next version; `wanted` says that it is to be published, `chosen` carries a place to show."""

    wanted = Signal()
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.go = QPushButton(icon("publish"), "")
        self.go.clicked.connect(self.wanted)
        self.told = QLabel(tr("Who must be told:"))
        self.told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.news = LinkList(tr("Who must be told"))
        self.news.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for part in (self.state, self.warning, self.go, self.told):
            column.addWidget(part)
        column.addWidget(self.news, 1)

    def show_grid(self, grid: RosterGrid, findings: Sequence[Finding]) -> None:
        """Show what publishing the period would mean."""
        errors = sum(each.severity is Severity.ERROR for each in findings)
        self.state.setText(state_text(grid))
        self.warning.setText(
            tr_n("{n} error is left in the period.", "{n} errors are left in the period.", errors)
        )
        self.warning.setVisible(bool(errors) and bool(grid.duties))
        self.go.setText(
            tr("Publish version {version}: {days}", version=grid.version + 1, days=days_text(grid.period))
        )
        self.go.setEnabled(bool(grid.news))
        self.told.setVisible(bool(grid.news))
        self.news.set_links([_link(grid, each) for each in grid.news])


def state_text(grid: RosterGrid) -> str:
    """Draft, or published as which version, how much changed since and how much was never published."""
    if not any(duty.actual for duty in grid.duties.values()):
        return tr("Nothing is planned yet.")
    if not grid.version:
        return tr("Draft: not published yet.")
    parts = [tr("Published as version {version}.", version=grid.version)]
    if grid.changed:
        count = len(grid.changed)
        parts.append(tr_n("{n} duty changed since.", "{n} duties changed since.", count))
    if fresh := _fresh(grid):
        parts.append(tr_n("{n} duty is not published yet.", "{n} duties are not published yet.", fresh))
    return " ".join(parts)


def short_state(grid: RosterGrid) -> tuple[str, str]:
    """The state in a word or two, and the colour of `ui.theme.Colours` that goes with it."""
    if not grid.version:
        return tr("Draft"), "dim"
    version = grid.version
    if grid.changed:
        return tr(
            "Version {version}, ▲{count} changed since", version=version, count=len(grid.changed)
        ), "changed"
    if _fresh(grid):
        return tr("Version {version}, partly published", version=version), "dim"
    return tr("Version {version}, published", version=version), "good"


def _fresh(grid: RosterGrid) -> int:
    """How many duties stand at places that were never made known."""
    return sum(bool(duty.actual) and place not in grid.published for place, duty in grid.duties.items())


def _link(grid: RosterGrid, news: News) -> Link:
    text = _news_text(
        grid.names.get(news.person, news.person), _places(grid, news.gained), _places(grid, news.lost)
    )
    return Link(text, "person", "changed" if grid.version else "accent", (news.gained + news.lost)[0])


def _news_text(person: str, gained: str, lost: str) -> str:
    if not lost:
        return tr("{person}: stands {gained}", person=person, gained=gained)
    if not gained:
        return tr("{person}: no longer stands {lost}", person=person, lost=lost)
    return tr(
        "{person}: now stands {gained}; no longer stands {lost}", person=person, gained=gained, lost=lost
    )


def _places(grid: RosterGrid, places: Sequence[PlaceKey]) -> str:
    return tr(", ").join(place_title(grid, place) for place in places)
