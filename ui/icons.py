"""The line icons, by name, in the ink of the palette."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import RESOURCES
from ui.theme import mixed

_SIZES = (16, 20, 24, 32, 48, 64)  # pixels; Qt takes the nearest larger one, also on dense screens


def icon(name: str, ink: QColor | None = None) -> QIcon:
    """The icon of resources/icons in an ink, by default that of text on buttons now."""
    palette = QGuiApplication.palette()
    usual = ink or palette.color(QPalette.ColorRole.ButtonText)
    faint = mixed(usual, palette.color(QPalette.ColorRole.Window), 0.4)
    marked = palette.color(QPalette.ColorRole.HighlightedText)
    return _icon(name, usual.name(), faint.name(), marked.name())


def pixmap(name: str, ink: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon of `size` logical pixels for a screen of that pixel ratio."""
    drawn = _drawn(name, ink.name(), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=512)
def _icon(name: str, usual: str, faint: str, marked: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(name, usual, size))
        made.addPixmap(_drawn(name, faint, size), QIcon.Mode.Disabled)
        made.addPixmap(_drawn(name, marked, size), QIcon.Mode.Selected)
    return made


def _drawn(name: str, ink: str, size: int) -> QPixmap:
    source = (RESOURCES / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", ink.encode())
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
