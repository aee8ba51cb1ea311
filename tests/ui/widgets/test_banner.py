import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.widgets.banner import BannerArea, Notice

YEAR = Notice("warning", "2027 has no notice.")
HINT = Notice("note", "Drag to swap.", dismissable=True)


@pytest.fixture
def area(qtbot):
    made = BannerArea()
    qtbot.addWidget(made)
    return made


def test_the_same_matter_stands_there_once(area):
    area.show_notice("year", YEAR)
    area.show_notice("year", Notice("warning", "2028 has no notice."))
    assert area.texts() == ["2028 has no notice."]


def test_only_what_holds_is_said(area):
    area.show_only({"year": YEAR, "hint": HINT})
    area.show_only({"hint": HINT})
    assert area.texts() == ["Drag to swap."]


def test_the_way_on_is_a_button(area):
    went = []
    area.show_notice("year", Notice("warning", "2027 has no notice.", "Import…", lambda: went.append(1)))
    button = area.findChild(QPushButton)
    button.click()
    assert (button.text(), went) == ("Import…", [1])


def test_what_was_dismissed_is_not_said_again(area):
    area.show_notice("hint", HINT)
    area.findChild(QToolButton).click()
    area.show_notice("hint", HINT)
    assert area.texts() == []


def test_what_matters_cannot_be_dismissed(area):
    area.show_notice("year", YEAR)
    assert area.findChild(QToolButton) is None


@pytest.mark.parametrize("kind", ["error", "warning", "note", "good"])
def test_every_kind_can_be_painted(area, kind):
    area.show_notice("x", Notice(kind, "text"))
    assert not area.grab().isNull()


def test_banners_stand_in_the_order_in_which_they_are_said(area):
    area.show_only({"year": YEAR})
    worse = Notice("error", "The disk is full.")
    area.show_only({"disk": worse, "year": YEAR})
    banners = [area.layout().itemAt(at).widget().accessibleName() for at in range(area.layout().count())]
    assert banners == [worse.text, YEAR.text]
    area.show_only({"year": YEAR})
    assert area.layout().count() == 1
