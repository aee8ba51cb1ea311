"""The self-test: the real window on the sample office, and its week in every format."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from dutydesk.domain.accounts import Author
from dutydesk.domain.dates import week_of
from dutydesk.exports import csv, docx, html, ics, xlsx
from dutydesk.services.roster import grid
from ui.app import application, boot
from ui.clock import local, now
from ui.paper.printing import pdf
from ui.session import InlineExecutor
from ui.settings import Settings
from ui.sheets.choice import events
from ui.sheets.parts import letterhead
from ui.sheets.weekly import weekly_sheet
from ui.window.founding import sample_file
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


class SelfTestFailedError(RuntimeError):
    """The window did not open the sample office."""


def boot_and_print(folder: Path) -> int:
    """Open the sample office in the window, draw every page, and write this week; the PDF's size in bytes."""
    path = folder / "sample.dutydesk"
    sample_file(path, by=Author("selftest", now()))
    app = application()
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    desk = boot(app, path, settings=settings, executor=InlineExecutor)
    try:
        if desk.session is None or not isinstance(desk.window, MainWindow):
            raise SelfTestFailedError
        for page in all_pages():
            desk.window.go(page.id)
            desk.window.grab()
        today = local(now()).date()
        week = desk.session.read(grid, week_of(today))
        head = desk.session.read(letterhead, local(now()))
        sheet = weekly_sheet(week, head)
        for write in (
            xlsx.render,
            docx.render,
            csv.render,
            html.render,
        ):  # what is loaded late must be there too
            write(sheet)
        ics.render(events(week, head, {}), stamp=now(), name=head.office.name)
        return len(pdf(sheet))
    finally:
        desk.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
