import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def bar(page):
    page.view.go_to(0)
    page.commands()["find"]()
    return page.find_bar


def days(page, person):
    return [index.row() for index in page.model.places_of(person)]


def find(qtbot, bar, text):
    bar.edit.setText(text)
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return)


def test_somebody_is_found_and_counted_by_class(page, bar, qtbot):
    find(qtbot, bar, "赵明远")
    found = days(page, "p0")
    assert page.view.currentIndex().row() == found[0]
    assert bar.summary.text().startswith(f"{len(found)} duties in sight: ")
    assert "working day" in bar.summary.text()


def test_enter_goes_on_and_around(page, bar, qtbot):
    find(qtbot, bar, "赵明远")
    found = days(page, "p0")
    seen = [page.view.currentIndex().row()]
    for _ in found:
        qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
        seen.append(page.view.currentIndex().row())
    assert seen == [*found, found[0]]
    bar.stepped.emit(-1)
    assert page.view.currentIndex().row() == found[-1]
    bar.stepped.emit(-1)
    assert page.view.currentIndex().row() == found[-2]


def test_initials_name_somebody(page, bar, qtbot):
    find(qtbot, bar, "zmy")
    assert page.view.currentIndex().row() == days(page, "p0")[0]


def test_escape_ends_the_search(page, bar, qtbot):
    find(qtbot, bar, "赵明远")
    qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.view.hasFocus()


def test_whoever_has_no_duty_here_is_counted_as_such(page, bar, qtbot):
    find(qtbot, bar, "赵明远")
    page.bar.step(1)
    assert bar.summary.text().startswith("0 duties in sight")
    bar.stepped.emit(1)
