"""A choice of one answer among several, named by its tool tip instead of a label beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """Answers are pairs of a word and the value it stands for; with `letters` it is as wide as these."""

    def __init__(self, name: str, *, letters: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        if letters:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(letters)

    def offer(self, answers: Sequence[tuple[str, str]]) -> None:
        """Offer these answers; what was chosen stays chosen, else the first one is, and nothing is said."""
        before = self.currentData()
        if [(self.itemText(at), self.itemData(at)) for at in range(self.count())] == list(answers):
            return
        blocked = self.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
        self.clear()
        for text, value in answers:
            self.addItem(text, value)
        self.setCurrentIndex(max(self.findData(before), 0))
        self.blockSignals(blocked)

    def choose(self, value: str) -> None:
        """Choose the answer that stands for a value."""
        self.setCurrentIndex(self.findData(value))
