"""Sheets on paper: PDF, printer and preview from the same pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from dutydesk.exports.fonts import MM, Face
from dutydesk.exports.paper import IMPRINT_ROOM, IMPRINT_SIZE, lay_out
from ui.pages import documents
from ui.typefaces import UNITS, UNITS_PER_MM, PrinterRuler, font


def pdf(sheet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setTitle(sheet.title)
    _paint(sheet, writer)
    return bytes(buffer.data().data())


def _paint(sheet, device):
    layout = lay_out(sheet, PrinterRuler())
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape if sheet.landscape else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )
    page.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(page)
    painter = QPainter(device)
    painter.scale(device.logicalDpiX() / (72 * UNITS), device.logicalDpiY() / (72 * UNITS))
    docs = documents(sheet, layout)
    for n, d in enumerate(docs):
        if n:
            device.newPage()
        painter.save()
        painter.translate(layout.side * UNITS_PER_MM, layout.edge * UNITS_PER_MM)
        d.drawContents(painter)
        painter.restore()
        painter.setFont(font(Face.BODY, IMPRINT_SIZE))
        foot = QRectF(layout.side, layout.height - layout.edge - IMPRINT_ROOM, layout.inner, IMPRINT_ROOM)
        foot = QRectF(
            foot.x() * UNITS_PER_MM,
            foot.y() * UNITS_PER_MM,
            foot.width() * UNITS_PER_MM,
            foot.height() * UNITS_PER_MM,
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, sheet.imprint)
        if len(docs) > 1:
            painter.drawText(
                foot,
                Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight,
                sheet.page_words.format(page=n + 1, pages=len(docs)),
            )
        print(
            n,
            "height mm",
            d.size().height() / UNITS_PER_MM,
            "of",
            layout.height - 2 * layout.edge - IMPRINT_ROOM,
            "planned",
            layout.top
            + sum(layout.rows[r] for r in [*range(len(sheet.head)), *layout.pages[n]])
            + layout.tail,
            layout.points,
        )
    painter.end()
