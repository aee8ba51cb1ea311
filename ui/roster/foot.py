"""The line below the grid: everything about the current cell, and how full the roster is."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from dutydesk.services.roster import RosterGrid
from ui.i18n import tr


class Foot(QWidget):
    """Says what a tooltip would, where nobody has to wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self.cell = QLabel()
        self.cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(self.cell, 1)
        row.addWidget(self.count)

    def show_cell(self, text: str) -> None:
        """Describe the current cell; line breaks become gaps."""
        self.cell.setText(text.replace("\n", "　"))
        self.cell.setToolTip(text)

    def show_count(self, grid: RosterGrid) -> None:
        """Say how many places there are and how many are empty."""
        filled = sum(place in grid.duties and bool(grid.duties[place].actual) for place in grid.needed)
        places = len(grid.needed)
        self.count.setText(tr("{places} places, {empty} empty", places=places, empty=places - filled))
