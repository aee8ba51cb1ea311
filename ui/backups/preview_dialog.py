"""What going back to a backup would change, told before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from dutydesk.services.backups import Known
from dutydesk.services.restore import DoneDeed, Preview
from ui.i18n import tr, tr_n
from ui.keeping.notices import instant_text
from ui.widgets.room import give_width
from ui.words.deeds import deed_text

_SHOWN = 300


class PreviewDialog(QDialog):
    """Lists the deeds that would go aside; `agreed` says that it shall be done."""

    agreed = Signal()

    def __init__(self, parent: QWidget | None, chosen: Known, preview: Preview) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(tr("Go back to a backup"))
        give_width(self, 84)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(_sentence(_summary(chosen, preview)))
        for title, deeds in _lists(preview):
            column.addWidget(_sentence(title))
            column.addWidget(_listed(title, deeds), 1)
        column.addWidget(
            _sentence(
                tr(
                    "The present file is not deleted: it is backed up for good and kept beside the file. "
                    "The journal says who went back and to what."
                )
            )
        )
        column.addWidget(self._buttons())

    def agree(self) -> None:
        """Say that it shall be done, and close."""
        self.accept()
        self.agreed.emit()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Go back"), QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setDefault(True)
        leave.setFocus()
        buttons.accepted.connect(self.agree)
        buttons.rejected.connect(self.reject)
        return buttons


def _summary(chosen: Known, preview: Preview) -> str:
    at, n = f"{chosen.at:%Y-%m-%d %H:%M}", len(preview.put_aside)
    if not n:
        return tr("The file becomes what it was on {at}. Nothing was entered since.", at=at)
    return tr_n(
        "The file becomes what it was on {at}. What was entered since goes into the file that is put "
        "aside: {n} deed.",
        "The file becomes what it was on {at}. What was entered since goes into the file that is put "
        "aside: {n} deeds.",
        n,
        at=at,
    )


def _lists(preview: Preview) -> list[tuple[str, tuple[DoneDeed, ...]]]:
    both = (
        (tr("Put aside, the newest first:"), preview.put_aside),
        (tr("Comes back, the newest first:"), preview.brought_back),
    )
    return [(title, deeds) for title, deeds in both if deeds]


def _listed(title: str, deeds: tuple[DoneDeed, ...]) -> QListWidget:
    shown = QListWidget()
    shown.setAccessibleName(title)
    shown.addItems([_line(each) for each in deeds[:_SHOWN]])
    if len(deeds) > _SHOWN:
        shown.addItem(tr("and {n} older ones", n=len(deeds) - _SHOWN))
    return shown


def _line(each: DoneDeed) -> str:
    return tr_n(
        "{at}   {actor}   {deed}   ({n} row)",
        "{at}   {actor}   {deed}   ({n} rows)",
        each.rows,
        at=instant_text(each.at),
        actor=each.actor,
        deed=deed_text(each.deed),
    )


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
