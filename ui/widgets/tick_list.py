"""A list whose lines can be ticked; the palette knows it by its name, so that empty boxes are seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem


class TickList(QListWidget):
    """Each line has a box and carries a value."""

    def add_line(self, words: str, value: object) -> None:
        """Add a line whose box is empty."""
        item = QListWidgetItem(words)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setData(Qt.ItemDataRole.UserRole, value)
        self.addItem(item)
