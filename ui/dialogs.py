"""Every question that stands in a window of its own; each calls back, none waits.

A test replaces one of these functions and answers at once.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from ui.i18n import tr
from ui.widgets.room import give_width

_SENTENCE = 36  # letters: a line is to be typed into
Kind = tuple[str, str]
"""A kind of file: its word and its pattern, such as ("Excel workbook", "*.xlsx")."""


def ask_open(
    parent: QWidget, title: str, kinds: list[Kind], chosen: Callable[[Path], object], folder: str = ""
) -> None:
    """Ask for a file that exists."""
    dialog = _file_dialog(parent, title, kinds, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    _show(dialog)


def ask_save(
    parent: QWidget, title: str, kinds: list[Kind], chosen: Callable[[Path], object], suggestion: str = ""
) -> None:
    """Ask where to write; a name without a suffix gets that of the chosen kind."""
    dialog = _file_dialog(parent, title, kinds, str(Path(suggestion).parent) if suggestion else "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kinds[0][1].rpartition(".")[2])
    dialog.selectFile(Path(suggestion).name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    _show(dialog)


def ask_folder(parent: QWidget, title: str, chosen: Callable[[Path], object], folder: str = "") -> None:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    _show(dialog)


def ask_text(
    parent: QWidget, title: str, question: str, entered: Callable[[str], object], text: str = ""
) -> None:
    """Ask for one line; an empty answer is none. Asks again with the answer where `entered` gives False."""

    def take(answer: str) -> None:
        if answer.strip() and entered(answer.strip()) is False:
            again = partial(ask_text, parent, title, question, entered, answer.strip())
            QTimer.singleShot(0, parent, again)  # the dialog that was answered is not through with itself yet

    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.setOkButtonText(tr("OK"))
    dialog.setCancelButtonText(tr("Cancel"))
    dialog.textValueSelected.connect(take)
    give_width(dialog, _SENTENCE)
    _show(dialog)


def confirm(parent: QWidget, question: str, deed: str, agreed: Callable[[], None], detail: str = "") -> None:
    """Ask before something that is hard to take back; `deed` is the word on the button that does it."""
    box = _box(parent, question, detail, QMessageBox.Icon.Question)
    box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(leave)
    box.setDefaultButton(leave)  # the Enter that asked for it does not also agree to it
    box.accepted.connect(agreed)
    _show(box)


def tell(parent: QWidget | None, text: str, detail: str = "", *, failed: bool = False) -> None:
    """Say something that must be seen before one goes on."""
    box = _box(parent, text, detail, QMessageBox.Icon.Critical if failed else QMessageBox.Icon.Information)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    _show(box)


def _file_dialog(parent: QWidget, title: str, kinds: list[Kind], folder: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder)
    dialog.setNameFilters([f"{word} ({pattern})" for word, pattern in kinds])
    return dialog


def _box(parent: QWidget | None, text: str, detail: str, picture: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(tr("DutyDesk"))
    box.setIcon(picture)
    box.setText(text)
    box.setInformativeText(detail)
    return box


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
