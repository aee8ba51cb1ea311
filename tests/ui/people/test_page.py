from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dutydesk.services import people
from tests.ui.dropped import drop
from tests.ui.seen import shown
from ui.imports.dialog import ImportDialog
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

LIST = "姓名,科室,手机\n钱堃,秘书科,13899990000\n新同事,综合科,13900000001\n"


@pytest.fixture
def view(page):
    return page.people.list.table.view


@pytest.fixture
def staff_file(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_people_are_filtered_by_section_and_post(page, view):
    page.filters.section.setCurrentText("秘书科")
    assert [row[0] for row in shown(view, "Name")] == ["钱堃", "冯志强"]
    page.filters.section.setCurrentText("All sections")
    page.filters.post.setCurrentText("司机")
    assert [row[0] for row in shown(view, "Name")] == ["郑喆"]


def test_whoever_left_is_shown_on_demand(page, view, session):
    person = session.read(people.staff).find("孙镕")
    session.perform(people.save_people, [replace(person, left=date(2026, 10, 31))], by=session.author())
    assert "孙镕" not in [row[0] for row in shown(view, "Name")]
    page.filters.serving.setCurrentText("Left")
    assert [row[0] for row in shown(view, "Name")] == ["孙镕"]


def test_a_person_is_gone_to_although_a_filter_hides_them(page, view):
    page.filters.section.setCurrentText("秘书科")
    page.go_to("p6")
    assert [each.name for each in page.people.list.chosen()] == ["郑喆"]
    assert page.place() == "people p6"
    page.go_to("sections")
    assert page.place() == "sections"


def test_a_dropped_list_is_previewed_and_taken_in(page, view, qtbot, staff_file):
    assert drop(staff_file, page)
    dialog = page.findChild(ImportDialog)
    dialog.accept_import()
    assert "新同事" in [row[0] for row in shown(view, "Name")]


def test_what_is_no_list_is_not_taken(page, tmp_path):
    assert not drop(tmp_path / "picture.png", page)
    assert page.findChild(ImportDialog) is None


def test_the_window_brings_whoever_imports_here(qtbot, session, monkeypatch, staff_file):
    def answer(_parent, _title, _kinds, chosen, _folder=""):
        chosen(Path(staff_file))

    monkeypatch.setattr("ui.people.page.ask_open", answer)
    window = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(window)
    window.show()
    window.do("import_people")
    dialog = window.findChild(ImportDialog)
    dialog.accept_import()
    assert session.read(people.staff).find("新同事")
    assert "Ctrl+Z" in window.said
