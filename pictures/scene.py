"""The sample office before the camera: its pages are turned to, its dialogs opened one by one and taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QGraphicsView, QTabWidget, QWidget

from dutydesk.domain.leave import LeaveState
from pictures.faults import MISSING, Fault, faults
from ui.page import Page
from ui.widgets.filtered_table import FilteredTable
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from ui.desk import Desk
    from ui.session import Session

P = TypeVar("P", bound=Page)
_ROUNDS = 4
PAPER_WIDTH = 1400
"""Of a printed page, in dots."""


@dataclass
class Scene:
    """A desk in one look; what is taken goes into `folder`, and what is wrong with it into `found`.

    `place` is a folder for files that are made on the way.
    """

    desk: Desk
    folder: Path
    place: Path
    now: datetime
    found: list[tuple[str, Fault]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    @property
    def window(self) -> MainWindow:
        """The window with the file in it."""
        if not isinstance(self.desk.window, MainWindow):
            message = "the sample office is not open"
            raise SystemExit(message)
        return self.desk.window

    @property
    def session(self) -> Session:
        """The session of the open file."""
        if self.desk.session is None:
            message = "no file is open"
            raise SystemExit(message)
        return self.desk.session

    def page(self, kind: type[P], name: str, tab: int = 0) -> P:
        """Turn to a page and one of its tabs, with the line chosen that tells most."""
        self.window.go(name)
        page = self.window.findChildren(kind)[0]
        for tabs in [each for each in page.findChildren(QTabWidget) if each.isVisible()][:1]:
            tabs.setCurrentIndex(tab)
        settle()
        choose_first(page)
        settle()
        return page

    def keep(self, name: str, window: QWidget) -> None:
        """Take one picture and look for what is wrong with it."""
        settle()
        window.grab().save(str(self.folder / f"{name}.png"))
        self.taken.add(name)
        self.found += [(name, each) for each in faults(window)]

    def paper(self, name: str) -> None:
        """Take every page of the preview that is open, and close it."""
        dialogs = [each for each in self.others() if isinstance(each, QPrintPreviewDialog)]
        pages = [image for each in dialogs for image in printed(each)]
        for number, image in enumerate(pages, start=1):
            image.save(str(self.folder / f"{name}-{number}.png"))
            self.taken.add(f"{name}-{number}")
        if not pages:
            self.found.append((name, Fault(MISSING, name, self.window.said)))
        self.close_all()

    def others(self) -> list[QWidget]:
        """The windows beside the main one, the newest last."""
        return open_dialogs(QApplication.topLevelWidgets(), self.desk.window)

    def close_all(self) -> None:
        """Close every window but the main one."""
        for each in reversed(self.others()):
            each.close()
        settle()


@dataclass(frozen=True, slots=True)
class Shot:
    """One window to be taken: its name, what it is, and how a user opens it."""

    name: str
    kind: type[QWidget]
    open: Callable[[Scene], object]

    def take(self, scene: Scene) -> None:
        """Open it, take it, and close it; no window is a fault of the program or of its shot."""
        self.open(scene)
        settle()
        there = [each for each in scene.others() if type(each) is self.kind]
        if not there:
            seen = ", ".join(type(each).__name__ for each in scene.others()) or "nothing"
            scene.found.append((self.name, Fault(MISSING, self.kind.__name__, f"but {seen}")))
        else:
            active = QApplication.activeWindow()
            scene.keep(self.name, active if active in there else there[-1])
        scene.close_all()


def settle() -> None:
    """Let everything find its place: what wraps is laid out again once its width is known."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()


def open_dialogs(widgets: list[QWidget], window: QWidget | None) -> list[QWidget]:
    """The windows beside the main one."""
    return [each for each in widgets if each.isVisible() and each is not window and each.isWindow()]


def choose_first(page: QWidget) -> None:
    """Choose what tells most: the request that waits, else the first line."""
    for table in [each for each in page.findChildren(FilteredTable) if each.isVisible()]:
        rows = table.model.rows()
        waiting = (at for at, row in enumerate(rows) if getattr(row, "state", "") == LeaveState.PENDING)
        if rows and table.view.selectionBehavior() is table.view.SelectionBehavior.SelectRows:
            table.view.go_to(next(waiting, 0))


def tabs_turned(window: QWidget) -> Iterator[None]:
    """Turn to every tab that is to be seen, one after the other; a page without tabs is one."""
    shown = [each for each in window.findChildren(QTabWidget) if each.isVisible()]
    for tabs in shown:
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            yield
    if not shown:
        yield


def printed(preview: QPrintPreviewDialog) -> Iterator[QImage]:
    """The pages of a preview as they will be printed."""
    settle()
    scene = preview.findChildren(QGraphicsView)[0].scene()
    for page in sorted(scene.items(), key=lambda each: each.sceneBoundingRect().top()):
        place = page.sceneBoundingRect()
        image = QImage(
            PAPER_WIDTH, round(PAPER_WIDTH * place.height() / place.width()), QImage.Format.Format_RGB32
        )
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scene.render(painter, QRectF(image.rect()), place)
        painter.end()
        yield image
