"""Exemptions that the notes of a list ask for: ticked to count at once, by somebody's word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.services.intake import Offered
from ui.editing.reading import day_text
from ui.i18n import tr
from ui.widgets.name_edit import Name, NameEdit
from ui.widgets.tick_list import TickList
from ui.words.planning import scope_text


class OfferedPage(QWidget):
    """A tick list, and the name of whoever approved what is ticked."""

    def __init__(self, offered: Sequence[Offered], names: Sequence[Name]) -> None:
        super().__init__()
        self.approved_by = NameEdit(names)
        self.approved_by.setAccessibleName(tr("Approved by"))
        self._list = TickList()
        self._list.setAccessibleName(tr("Exemptions to confirm"))
        for each in offered:
            self._list.add_line(_words(each), each)
        self._lay_out()

    def ticked(self) -> list[Offered]:
        """What will count at once."""
        items = (self._list.item(at) for at in range(self._list.count()))
        checked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return [item.data(Qt.ItemDataRole.UserRole) for item in checked]

    def tick_all(self) -> None:
        """Let everything count."""
        self._tick(Qt.CheckState.Checked)

    def tick_none(self) -> None:
        """Leave everything to the page of exemptions."""
        self._tick(Qt.CheckState.Unchecked)

    def _lay_out(self) -> None:
        hint = QLabel(tr("What is ticked counts at once; the rest waits on the page of exemptions."))
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Approved by"), self.approved_by)
        row = QHBoxLayout()
        row.addLayout(form, 1)
        for words, tick in ((tr("Tick all"), self.tick_all), (tr("Tick none"), self.tick_none)):
            button = QPushButton(words)
            button.clicked.connect(tick)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self._list, 1)
        column.addLayout(row)

    def _tick(self, state: Qt.CheckState) -> None:
        for at in range(self._list.count()):
            self._list.item(at).setCheckState(state)


def _words(offered: Offered) -> str:
    exemption = offered.exemption
    days = tr("{first} to {last}", first=day_text(exemption.first), last=day_text(exemption.last))
    return tr(
        "{name} ({section}): spared {scope}, {days} — “{reason}”",
        name=offered.name,
        section=offered.section,
        scope=scope_text(exemption.scope),
        days=days if exemption.first or exemption.last else tr("without end"),
        reason=exemption.reason,
    )
