import pytest
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication

from dutydesk.errors import NoSuchFileError
from ui.roster.paper import export


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.pdf", b"%PDF"),
        ("a.xlsx", b"PK"),
        ("a.docx", b"PK"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.ics", b"BEGIN:VCALENDAR"),
        ("a.unknown", b"%PDF"),
    ],
)
def test_the_ending_says_the_format(page, session, tmp_path, name, begins):
    export(session, page.model.grid, tmp_path / name)
    assert (tmp_path / name).read_bytes().lower().startswith(begins.lower())


def test_a_folder_that_is_not_there_is_told(page, session, tmp_path, refused):
    export(session, page.model.grid, tmp_path / "nowhere" / "a.csv")
    assert refused == [NoSuchFileError.__name__]


def test_the_export_asks_where_to(page, monkeypatch, tmp_path):
    def answer(_parent, _title, kinds, chosen, suggestion):
        assert kinds[0][1] == "*.pdf"
        assert suggestion == "Duty roster 2026-11-01 2026-11-30.pdf"
        chosen(tmp_path / "november.csv")

    monkeypatch.setattr("ui.roster.paper.ask_save", answer)
    page.commands()["export"]()
    assert "赵明远" in (tmp_path / "november.csv").read_text("utf-8-sig")


def test_printing_opens_the_preview(page):
    page.commands()["print"]()
    previews = [each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintPreviewDialog)]
    assert len(previews) == 1
    previews[0].close()
