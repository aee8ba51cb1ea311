"""Which of the usual patterns to start from, each with its clock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.presets import Preset, PresetKind, preset
from ui.i18n import tr
from ui.session import Session
from ui.shifts.clock_view import ClockView
from ui.widgets.room import give_width
from ui.words.planning import preset_text, preset_word


class PresetDialog(QDialog):
    """Shows the patterns; `chosen` carries the preset."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Start from a preset"))
        give_width(self, 46)
        self._today = session.today()
        self._clock = ClockView()
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for number, kind in enumerate(PresetKind):
            button = QRadioButton(preset_text(kind))
            self._group.addButton(button, number)
            column.addWidget(button)
        hint = QLabel(
            tr(
                "Posts and shifts that nothing is planned with are replaced; those with duties stay beside "
                "the new ones. Whoever may stand a post may stand the new one of the same word."
            )
        )
        hint.setWordWrap(True)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(self._clock)
        column.addWidget(hint)
        column.addWidget(self._buttons())
        self._group.idClicked.connect(self._on_clicked)
        self._clock.setMinimumHeight(max(self._height(kind) for kind in PresetKind))
        self.choose(PresetKind.FULL_DAY)

    def choose(self, kind: PresetKind) -> None:
        """Mark a pattern and show its clock."""
        self._group.button(list(PresetKind).index(kind)).setChecked(True)
        self._clock.show_shifts(self.preset().shifts, self._today)

    def preset(self) -> Preset:
        """The marked pattern, in the language in force."""
        return preset(list(PresetKind)[self._group.checkedId()], preset_word)

    def accept_preset(self) -> None:
        """Hand the pattern over and close."""
        self.chosen.emit(self.preset())
        self.accept()

    def _height(self, kind: PresetKind) -> int:
        self.choose(kind)
        return self._clock.sizeHint().height()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Take this pattern"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept_preset)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_clicked(self, number: int) -> None:
        self.choose(list(PresetKind)[number])
