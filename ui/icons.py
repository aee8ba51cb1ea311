"""The line icons, by name, in the ink of the palette."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from ui.resources import RESOURCES
from ui.theme import mixed


def icon(name: str, ink: QColor | None = None) -> QIcon:
    """The icon of resources/icons in an ink, by default that of text on buttons now."""
    palette = QGuiApplication.palette()
    usual = ink or palette.color(QPalette.ColorRole.ButtonText)
    faint = mixed(usual, palette.color(QPalette.ColorRole.Window), 0.4)
    marked = palette.color(QPalette.ColorRole.HighlightedText)
    return _icon(name, usual.name(), faint.name(), marked.name())


def pixmap(name: str, ink: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon of `size` logical pixels for a screen of that pixel ratio."""
    drawn = QPixmap(_drawn(name, ink.name(), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=512)
def _icon(name: str, usual: str, faint: str, marked: str) -> QIcon:
    return QIcon(_Drawing(name, usual, faint, marked))


class _Drawing(QIconEngine):
    """Draws an icon when and as large as it is shown: most of them stand in menus that nobody opens."""

    def __init__(self, name: str, usual: str, faint: str, marked: str) -> None:
        super().__init__()
        self._name, self._inks = name, (usual, faint, marked)

    @override
    def clone(self) -> QIconEngine:
        return _Drawing(self._name, *self._inks)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        usual, faint, marked = self._inks
        ink = {QIcon.Mode.Disabled: faint, QIcon.Mode.Selected: marked}.get(mode, usual)
        return _drawn(self._name, ink, min(size.width(), size.height()))

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))


@lru_cache(maxsize=1024)
def _drawn(name: str, ink: str, size: int) -> QPixmap:
    source = (RESOURCES / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", ink.encode())
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
