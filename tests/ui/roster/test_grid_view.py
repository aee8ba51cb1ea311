import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from dutydesk.services import roster
from tests.invented import BY
from tests.ui.roster.conftest import NOVEMBER
from ui.roster.person_edit import PersonEdit

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def view(page):
    page.view.go_to(1, 1)
    page.view.setFocus()
    return page.view


def select(view, top, left, bottom, right):
    model = view.model()
    view.go_to(top, left)
    block = QItemSelection(model.index(top, left), model.index(bottom, right))
    view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def editor(view):
    return view.viewport().findChild(PersonEdit)


def text(view, row, column):
    return view.model().index(row, column).data()


def test_typed_initials_and_enter_put_somebody_in_and_go_down(qtbot, view):
    qtbot.keyClicks(view, "w")
    qtbot.keyClicks(editor(view), "xm")
    qtbot.keyClick(editor(view).popup, Key.Key_Return)
    assert text(view, 1, 1) == "卫晓梅"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 1)


def test_tab_takes_the_best_answer_and_goes_right(qtbot, view):
    view.edit(view.currentIndex())
    qtbot.keyClicks(editor(view), "qi")
    qtbot.keyClick(editor(view).popup, Key.Key_Tab)
    assert text(view, 1, 1) == "钱堃"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)


def test_escape_leaves_the_cell_as_it_was(qtbot, view):
    before = text(view, 1, 1)
    view.edit(view.currentIndex())
    qtbot.keyClicks(editor(view), "wxm")
    qtbot.keyClick(editor(view).popup, Key.Key_Escape)
    qtbot.keyClick(editor(view), Key.Key_Escape)
    assert text(view, 1, 1) == before


def test_a_cell_that_was_only_looked_at_is_no_deed(qtbot, view, deeds):
    view.edit(view.currentIndex())
    qtbot.keyClick(editor(view), Key.Key_Return)
    qtbot.waitUntil(lambda: view.currentIndex().row() == 2)  # Qt commits in its next turn
    assert deeds == []


def test_delete_empties_the_selected_places_in_one_deed(view, press, deeds):
    select(view, 1, 1, 2, 2)
    press(view, Key.Key_Delete)
    assert [text(view, row, column) for row in (1, 2) for column in (1, 2)] == [""] * 4
    assert [changes.rows for changes in deeds] == [4]


def test_a_block_goes_to_excel_and_comes_back(view, press):
    select(view, 1, 1, 2, 2)
    wanted = [text(view, row, column) for row in (1, 2) for column in (1, 2)]
    press(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "\t".join(wanted[:2]) + "\r\n" + "\t".join(wanted[2:])
    view.go_to(5, 1)
    press(view, Key.Key_V, CTRL)
    assert [text(view, row, column) for row in (5, 6) for column in (1, 2)] == wanted


def test_a_block_with_an_unknown_name_is_refused_whole(page, view, press):
    before = [text(view, 1, column) for column in (1, 2)]
    QGuiApplication.clipboard().setText("卫晓梅\t无此人\n孙镕\t—")
    press(view, Key.Key_V, CTRL)
    assert [text(view, 1, column) for column in (1, 2)] == before
    (said,) = page.notices.texts()
    assert "2 Nov Mon 副班" in said
    assert "无此人" in said
    assert "3 Nov Tue 主班" in said
    assert "信息科" in said
    QGuiApplication.clipboard().setText("卫晓梅\t孙镕(信息科)")
    press(view, Key.Key_V, CTRL)
    assert [text(view, 1, column) for column in (1, 2)] == ["卫晓梅", "孙镕(信息科)"]
    assert page.notices.texts() == []


def test_fill_down_repeats_the_first_name(view, press):
    select(view, 1, 1, 3, 1)
    press(view, Key.Key_D, CTRL)
    assert len({text(view, row, 1) for row in (1, 2, 3)}) == 1


def test_a_double_click_on_an_empty_place_asks_who_could_stand_it(page, view, planned):
    asked = []
    view.asked.disconnect(page.cells.who)
    view.asked.connect(lambda: asked.append(view.currentIndex().row()))
    roster.clear(planned, [page.model.place(page.model.index(1, 1))], by=BY)
    page.reload()
    for row in (1, 2):
        view.go_to(row, 1)
        view.doubleClicked.emit(page.model.index(row, 1))
    assert asked == [1]
    assert editor(view) is not None


def test_only_a_lone_selected_duty_can_be_dragged(qtbot, view):
    def pressed(row):
        place = view.visualRect(view.model().index(row, 1)).center()
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return view.dragEnabled()

    assert [pressed(3), pressed(3), pressed(4)] == [False, True, False]


def test_scroll_and_place_survive_a_deed(page, view):
    view.go_to(25, 2)
    scrolled = view.verticalScrollBar().value()
    page.cells.enter([(page.model.place(page.model.index(25, 2)), "卫晓梅")])
    assert text(view, 25, 2) == "卫晓梅"
    assert (view.currentIndex().row(), view.verticalScrollBar().value()) == (25, scrolled)


def test_who_is_under_the_cursor_and_who_is_sought_are_tinted(page, view):
    def ground(row, column):
        image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        view.viewport().render(image)
        place = view.visualRect(page.model.index(row, column))
        return image.pixelColor(place.topLeft() + QPoint(4, 4)).name()

    person = page.model.cells[1][0].person
    plain, mine = [
        next(row for row in range(2, 20) if (page.model.cells[row][0].person == person) is same
             and page.model.lines()[row].shade == 0)
        for same in (False, True)
    ]  # fmt: skip
    view.go_to(1)
    softly = ground(mine, 0)
    assert softly != ground(plain, 0)
    view.seek(person)
    assert ground(mine, 0) not in {softly, ground(plain, 0)}


def test_few_days_are_tall_and_show_phones(page):
    low = page.view.rowHeight(0)
    page.bar.show_view(page.bar.view.WEEK)
    assert page.view.rowHeight(0) > low
    assert page.model.cells[0][0].detail.startswith("138")


def test_the_whole_year_is_one_table(page):
    page.bar.show_view(page.bar.view.YEAR)
    assert page.model.rowCount() == 365
    assert page.view.rowHeight(0) > 0
    assert len(NOVEMBER) == sum(bool(cells[0].text) for cells in page.model.cells)


def test_a_cell_dropped_on_another_swaps_and_is_not_emptied(page, view):
    one, other = page.model.index(1, 1), page.model.index(4, 1)
    before = one.data(), other.data()
    carried = page.model.mimeData([one])
    drop = QDropEvent(
        QPointF(view.visualRect(other).center()), Qt.DropAction.MoveAction, carried,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.dropEvent(drop)
    assert (other.data(), one.data()) == before
    assert not drop.isAccepted()  # an accepted move would empty the cell it came from
