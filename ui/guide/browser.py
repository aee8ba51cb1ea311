"""Shows one page of the guide, set for reading: air between the lines, pictures as wide as there is room."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from ui.guide import book
from ui.guide.keys import keys_table
from ui.i18n import tr
from ui.theme import colours

_MARGIN, _SLACK = 28, 16
_LINE_HEIGHT = 145.0
"""Percent: Chinese needs air."""
_ROOMS = {1: (6, 14), 2: (20, 8), 3: (14, 6)}
"""Pixels above and below a heading of each level."""


class GuideBrowser(QTextBrowser):
    """Follows links within the guide; `name` is the page that is shown, `shown` says that it is another."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Page of the guide"))
        self._settled = QTimer(self, singleShot=True, interval=120)
        self._settled.timeout.connect(self._fit)
        self._width = 0
        self.name = ""
        self.sourceChanged.connect(self._on_source)

    def show_place(self, place: str) -> None:
        """Show a page, at a place on it if one is named."""
        name, _, at = place.partition("#")
        url = QUrl.fromLocalFile(str(book.folder() / f"{name}.md"))
        url.setFragment(at)
        self.setSource(url)

    @override
    def loadResource(self, kind: int, name: QUrl | str, /) -> Any:
        url = QUrl(name)
        path = Path(url.toLocalFile()) if url.isLocalFile() else book.folder() / url.path()
        if path.suffix == ".md":
            return book.page(path.stem).replace(book.KEYS, keys_table())
        image = QImage(str(path))
        ratio = self.devicePixelRatioF()
        room = round(self._room() * ratio)
        fitting = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        shown = fitting if image.width() > room else image
        shown.setDevicePixelRatio(ratio)
        return shown

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def _room(self) -> int:
        return max(self.viewport().width() - 2 * _MARGIN - _SLACK, 200)

    def _fit(self) -> None:
        """Show the pictures in the new width, at the place where one reads."""
        if self._width != self._room() and self.source().isValid():
            self._width = self._room()
            reading = self.verticalScrollBar().value()
            self.reload()
            self.verticalScrollBar().setValue(reading)

    def _on_source(self, url: QUrl) -> None:
        """Dress the page that was just read; on the way back Qt itself finds the line again, after this."""
        self.name = Path(url.path()).stem
        self._set_for_reading()
        if url.fragment():
            self.scrollToAnchor(url.fragment())
        self.shown.emit()

    def _set_for_reading(self) -> None:
        document, places, number = self.document(), book.places(self.name), 0
        document.setDocumentMargin(_MARGIN)
        block = document.begin()
        while block.isValid():
            self._set_block(block)
            if block.blockFormat().headingLevel():
                _name_heading(block, places.get(number, ""))
                number += 1
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)

    def _set_block(self, block: QTextBlock) -> None:
        made = QTextBlockFormat()
        made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = block.blockFormat().headingLevel()
        in_table = QTextCursor(block).currentTable() is not None
        close = in_table or block.blockFormat().nonBreakableLines()  # a line of code follows the next
        above, below = (0, 0) if close else _ROOMS.get(level, (0, 8))
        made.setTopMargin(above)
        made.setBottomMargin(below)
        if _has_picture(block):  # a picture as a line would get the air in proportion, too
            made.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).mergeBlockFormat(made)

    def _set_table(self, table: QTextTable) -> None:
        made = table.format()
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderBrush(colours(self.palette()).frame)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setCellPadding(5)
        made.setCellSpacing(0)
        made.setBottomMargin(12)
        table.setFormat(made)


def _name_heading(block: QTextBlock, name: str) -> None:
    """Let a heading be scrolled to by its name."""
    if name:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        anchor = QTextCharFormat()
        anchor.setAnchor(True)
        anchor.setAnchorNames([name])
        cursor.mergeCharFormat(anchor)


def _has_picture(block: QTextBlock) -> bool:
    return "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()
