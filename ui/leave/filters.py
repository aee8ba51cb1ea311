"""Which leave the list shows: by section, by kind, and by where it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.course import Standing
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.widgets.choice import Choice

OPEN, OVERDUE, NOW, OUT, ALL = "open", "overdue", "now", "out", ""
_NOW = frozenset({Standing.ACTIVE, Standing.DUE_BACK, Standing.OVERDUE})
_OVER = frozenset({Standing.REFUSED, Standing.CANCELLED, Standing.REPORTED_BACK, Standing.EXTENDED})


class LeaveFilters(QWidget):
    """Three choices above the list; `changed` says that another was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standing = Choice(tr("Where it stands"))
        self.section = Choice(tr("Section"))
        self.kind = Choice(tr("Kind of leave"))
        self.standing.offer(
            [
                (tr("Not closed yet"), OPEN),
                (tr("Away now"), NOW),
                (tr("Overdue"), OVERDUE),
                (tr("Out of town"), OUT),
                (tr("All leave"), ALL),
            ],
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        for each in (self.standing, self.section, self.kind):
            each.currentIndexChanged.connect(self.changed)
            row.addWidget(each)

    def refresh(self, ground: Ground) -> None:
        """Offer the sections and kinds there are now; what was chosen stays chosen."""
        sections = [(each.name, each.id) for each in ground.book.sections]
        kinds = [(each.name, each.id) for each in ground.book.kinds]
        self.section.offer([(tr("All sections"), ""), *sections])
        self.kind.offer([(tr("All kinds"), ""), *kinds])

    def passed(self, ground: Ground) -> list[Leave]:
        """The leave that all three choices let through, the newest first."""
        found = [each for each in ground.book.leaves if self._passes(ground, each)]
        return sorted(found, key=lambda each: each.span(), reverse=True)

    def show_all(self) -> None:
        """Leave nothing out."""
        for each in (self.standing, self.section, self.kind):
            each.choose("")

    def show_only_overdue(self) -> None:
        """Show whoever should have reported back, of all sections."""
        self.show_all()
        self.standing.choose(OVERDUE)

    def _passes(self, ground: Ground, leave: Leave) -> bool:
        section, kind = self.section.currentData(), self.kind.currentData()
        person = ground.book.person(leave.person)
        return (
            section in {"", None, person.section}
            and kind in {"", None, leave.type}
            and self._stands(leave, ground.book.standing(leave, ground.today))
        )

    def _stands(self, leave: Leave, standing: Standing) -> bool:
        match self.standing.currentData():
            case "open":
                return standing not in _OVER
            case "now":
                return standing in _NOW
            case "overdue":
                return standing is Standing.OVERDUE
            case "out":
                return leave.leaves_city and standing not in _OVER
            case _:
                return True
