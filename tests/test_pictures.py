"""The pictures: nothing that there is to be seen is left out, and what is wrong with a window is noticed."""

import ast

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QTabBar, QVBoxLayout, QWidget

from pictures import dialogs, forms, windows
from pictures.faults import faults
from tests.test_layout import ROOT
from ui.i18n import set_language

SHOTS = (
    *dialogs.room(),
    *dialogs.planning(),
    *dialogs.discipline(),
    *windows.windows(),
    *windows.doors(),
)


def trees(folder):
    return [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / folder).rglob("*.py"))]


def dialogs():
    """Every class of the window that is a dialog and is made somewhere, not only built upon."""
    found = trees("ui")
    bases = {
        node.name: {each.id for each in node.bases if isinstance(each, ast.Name)}
        for tree in found
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    kinds = {"QDialog"}
    while more := {name for name, above in bases.items() if above & kinds} - kinds:
        kinds |= more
    calls = [node.func for tree in found for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {each.id for each in calls if isinstance(each, ast.Name)} & kinds


def test_every_dialog_is_photographed():
    assert dialogs() - {shot.kind.__name__ for shot in SHOTS} == set()


def test_every_form_is_photographed():
    made = {
        node.name
        for tree in trees("ui/sheets")
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id in {"Sheet", "Letter"}
        and not node.name.startswith("_")
    }
    chooser = {"sheet_for"}  # it hands on to the others
    assert made - chooser == {form.name for form in forms.forms()}


def test_no_two_pictures_have_one_name():
    names = [shot.name for shot in SHOTS] + [form.shown or form.name for form in forms.forms()]
    assert len(names) == len(set(names))


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.setWindowTitle("窗口")
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


@pytest.fixture
def chinese():
    set_language("zh_CN")
    yield
    set_language("en")


def seen(window, part, width=400):
    window.layout().addWidget(part)
    part.setFixedWidth(width)
    window.show()
    return [(each.sort, each.words) for each in faults(window)]


@pytest.mark.parametrize("make", [QLabel, QCheckBox])
def test_words_without_room_are_cut(window, make):
    assert seen(window, make("a sentence that is rather long"), 40) == [
        ("cut", "a sentence that is rather long")
    ]


@pytest.mark.parametrize("make", [QLabel, QCheckBox])
def test_words_with_room_are_not(window, make):
    assert seen(window, make("a sentence that is rather long")) == []


def test_words_that_wrap_need_their_height(window):
    label = QLabel("a sentence that is rather long " * 5)
    label.setWordWrap(True)
    label.setFixedHeight(20)
    assert [sort for sort, _ in seen(window, label, 80)] == ["cut"]


def test_what_is_shortened_on_purpose_says_it_in_its_tool_tip(window):
    label = QLabel("a sentence that is rather long")
    label.setToolTip(label.text())
    assert seen(window, label, 40) == []


def test_a_line_that_is_squeezed_is_seen(window):
    line = QLineEdit()
    line.setFixedHeight(8)
    assert seen(window, line) == [("cut", "")]


def test_tabs_that_have_no_room_are_told(window):
    tabs = QTabBar()
    for each in ("first tab", "second tab", "third tab"):
        tabs.addTab(each)
    assert seen(window, tabs, 60)


def test_a_window_larger_than_the_screen_is_told(window):
    window.resize(4000, 100)
    window.show()
    assert [each.sort for each in faults(window)] == ["beyond the screen"]


def test_latin_words_are_untranslated_in_chinese(window, chinese):
    assert seen(window, QLabel("Save 保存")) == [("untranslated", "Save 保存")]


@pytest.mark.parametrize(
    "words", ["导出为Excel (Ctrl+E)", "/data/a/office.dutydesk", "条目 0df2:583:31ce", "PIN码"]
)
def test_names_keys_and_places_are_not(window, chinese, words):
    assert seen(window, QLabel(words)) == []


def test_chinese_words_on_what_is_fixed_are_untranslated_in_english(window):
    window.setWindowTitle("Window")
    assert seen(window, QCheckBox("保存")) == [("untranslated", "保存")]
