import pytest
from PySide6.QtCore import Qt

from ui.widgets.name_edit import Name, NameEdit, found

NAMES = [
    Name("1", "张建国", ("zjg", "zhangjianguo")),
    Name("2", "张建", ("zj", "zhangjian")),
    Name("3", "曾堃", ("ck", "zk")),
    Name("4", "李建国", ("ljg", "lijianguo"), "综合科"),
]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("张建", "21"),
        ("zj", "21"),
        ("ZJG", "1"),
        ("zk", "3"),
        ("ck", "3"),
        ("建国", "14"),
        ("zhangj", "12"),
        ("x", ""),
        ("", "1234"),
    ],
)
def test_names_are_found_best_first(typed, keys):
    assert "".join(name.key for name in found(NAMES, typed)) == keys


@pytest.fixture
def edit(qtbot):
    made = NameEdit(NAMES)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "key"), [("张建", "2"), ("ljg", "4"), ("建国", ""), ("nobody", ""), ("", "")]
)
def test_a_text_names_somebody_only_if_nobody_else_is_meant(edit, typed, key):
    edit.setText(typed)
    assert edit.key() == key


def test_enter_takes_the_best_answer(qtbot, edit):
    with qtbot.waitSignal(edit.picked, timeout=0) as picked:
        edit.setText("zj")
        edit.take_first()
    assert picked.args == ["2"]
    assert (edit.text(), edit.key()) == ("张建", "2")


def test_what_is_typed_after_a_choice_takes_it_back(qtbot, edit):
    edit.set_key("1")
    assert edit.text() == "张建国"
    qtbot.keyClicks(edit, "x")
    assert edit.key() == ""


def test_typing_offers_answers_and_enter_takes_the_marked_one(qtbot, edit):
    qtbot.keyClicks(edit, "zj")
    popup = edit.popup
    shown = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert shown == ["张建", "张建国"]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.key() == "1"


def test_other_names_may_be_offered_later(edit):
    edit.set_names([Name("9", "王五", ("ww",))])
    edit.setText("ww")
    assert edit.key() == "9"
