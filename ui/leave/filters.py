"""Which leave the list shows: by section, by kind, and by where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.course import Standing
from ui.i18n import tr
from ui.leave.ground import Ground

OPEN, OVERDUE, NOW, OUT, ALL = "open", "overdue", "now", "out", ""
_NOW = frozenset({Standing.ACTIVE, Standing.DUE_BACK, Standing.OVERDUE})
_OVER = frozenset({Standing.REFUSED, Standing.CANCELLED, Standing.REPORTED_BACK, Standing.EXTENDED})


class LeaveFilters(QWidget):
    """Three choices above the list; `changed` says that another was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standing = self._choice(tr("Where it stands"))
        self.section = self._choice(tr("Section"))
        self.kind = self._choice(tr("Kind of leave"))
        offer(
            self.standing,
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
            row.addWidget(each)

    def refresh(self, ground: Ground) -> None:
        """Offer the sections and kinds there are now; what was chosen stays chosen."""
        sections = [(each.name, each.id) for each in ground.book.sections]
        kinds = [(each.name, each.id) for each in ground.book.kinds]
        offer(self.section, [(tr("All sections"), ""), *sections])
        offer(self.kind, [(tr("All kinds"), ""), *kinds])

    def passed(self, ground: Ground) -> list[Leave]:
        """The leave that all three choices let through, the newest first."""
        found = [each for each in ground.book.leaves if self._passes(ground, each)]
        return sorted(found, key=lambda each: each.span(), reverse=True)

    def show_all(self) -> None:
        """Leave nothing out."""
        for each in (self.standing, self.section, self.kind):
            each.setCurrentIndex(each.findData(""))

    def show_only_overdue(self) -> None:
        """Show whoever should have reported back, of all sections."""
        self.show_all()
        self.standing.setCurrentIndex(self.standing.findData(OVERDUE))

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

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.currentIndexChanged.connect(self.changed)
        return choice


def offer(choice: QComboBox, answers: Sequence[tuple[str, str]]) -> None:
    """Offer these answers without saying that the choice changed, as long as it did not."""
    before = choice.currentData()
    if [(choice.itemText(at), choice.itemData(at)) for at in range(choice.count())] == list(answers):
        return
    blocked = choice.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
    choice.clear()
    for text, value in answers:
        choice.addItem(text, value)
    choice.setCurrentIndex(max(choice.findData(before), 0))
    choice.blockSignals(blocked)
