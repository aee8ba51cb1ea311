import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from ui import dialogs

KINDS = [("Duty file", "*.dutydesk")]


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def open_dialog(parent, kind=QDialog):
    found = [each for each in parent.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_file_to_open_is_handed_back(parent, tmp_path):
    file = tmp_path / "a.dutydesk"
    file.touch()
    chosen = []
    dialogs.ask_open(parent, "Open", KINDS, chosen.append, str(tmp_path))
    dialog = open_dialog(parent, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert chosen == [file]


def test_a_new_file_gets_the_suffix_of_its_kind(parent, tmp_path):
    chosen = []
    dialogs.ask_save(parent, "Save", KINDS, chosen.append, str(tmp_path / "new.dutydesk"))
    dialog = open_dialog(parent, QFileDialog)
    assert dialog.defaultSuffix() == "dutydesk"
    dialog.fileSelected.emit(str(tmp_path / "new.dutydesk"))
    dialog.reject()
    assert chosen == [tmp_path / "new.dutydesk"]


def test_a_folder_is_handed_back(parent, tmp_path):
    chosen = []
    dialogs.ask_folder(parent, "Folder", chosen.append, str(tmp_path))
    dialog = open_dialog(parent, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert chosen == [tmp_path]


@pytest.mark.parametrize(("typed", "taken"), [(" 王秘书 ", ["王秘书"]), ("  ", [])])
def test_a_line_is_handed_back_unless_it_is_empty(parent, typed, taken):
    entered = []
    dialogs.ask_text(parent, "Sign in", "Who?", entered.append, "old")
    dialog = open_dialog(parent, QInputDialog)
    assert dialog.textValue() == "old"
    dialog.setTextValue(typed)
    dialog.accept()
    assert entered == taken


@pytest.mark.parametrize(("button", "agreed"), [("Publish", [True]), ("Cancel", [])])
def test_a_question_is_answered_by_its_button(parent, button, agreed):
    answers = []
    dialogs.confirm(parent, "Publish the week?", "Publish", lambda: answers.append(True))
    box = open_dialog(parent, QMessageBox)
    next(each for each in box.buttons() if each.text() == button).click()
    assert answers == agreed


def test_a_message_shows_text_and_detail(parent):
    dialogs.tell(parent, "It failed.", "The disk is full.", failed=True)
    box = open_dialog(parent, QMessageBox)
    assert (box.text(), box.informativeText()) == ("It failed.", "The disk is full.")
    box.buttons()[0].click()
