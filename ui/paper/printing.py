"""Sheets on paper: PDF, printer and preview show the same pages, planned in mm whatever the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from dutydesk.errors import SilentPrinterError
from dutydesk.exports.fonts import Face
from dutydesk.exports.paper import IMPRINT_ROOM, IMPRINT_SIZE, lay_out
from ui.paper.continuation import continued
from ui.paper.typefaces import UNITS, UNITS_PER_MM, PrinterRuler, font
from ui.paper.typesetting import documents

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
    from PySide6.QtWidgets import QWidget

    from dutydesk.exports.paper import Layout
    from dutydesk.exports.sheet import Sheet

DOTS_PER_INCH: Final = 1200
"""Of a PDF: fine enough that rounding to dots is never seen."""
Page = Callable[[QPainter], None]
"""One page: paints itself in the units of `ui.paper.typefaces`, from the upper left corner of the paper."""


def pdf(sheet: Sheet, pictures: Sequence[Page] = ()) -> bytes:
    """Set the sheet as a PDF that can be searched; needs a QGuiApplication, no screen and no printer.

    `pictures` are pages before it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(sheet.title)
    writer.setCreator("DutyDesk")
    writer.setPageLayout(sheet_paper(sheet))
    paint_pages([*pictures, *sheet_pages(sheet)], writer)
    return bytes(buffer.data().data())


def write_pdf(sheet: Sheet, path: Path) -> None:
    """Write the PDF; OSError where the file cannot be written."""
    path.write_bytes(pdf(sheet))


def print_to(pages: Sequence[Page], paper: QPageLayout, printer: QPrinter) -> None:
    """Print the pages that the printer's dialog chose."""
    printer.setPageLayout(paper)
    paint_pages(pages, printer, printer.fromPage(), printer.toPage())


def preview(
    sheet: Sheet, parent: QWidget | None = None, *, pictures: Sequence[Page] = ()
) -> QPrintPreviewDialog:
    """Open the preview, from which the sheet can be printed; it deletes itself when closed."""
    return look_at([*pictures, *sheet_pages(sheet)], sheet_paper(sheet), sheet.title, parent)


def look_at(
    pages: Sequence[Page], paper: QPageLayout, title: str, parent: QWidget | None = None
) -> QPrintPreviewDialog:
    """Open the preview of any pages."""
    # A PDF made on the command line must not wait for the printers of this machine.
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415 - loads their library

    from ui.paper.preview_keys import work_by_keys  # noqa: PLC0415 - as above, it needs widgets

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(paper)
    printer.setDocName(title)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)

    def show(_target: QPrinter) -> None:  # the same printer, kept alive here as long as pages are asked for
        print_to(pages, paper, printer)

    dialog.paintRequested.connect(show)
    dialog.open()
    work_by_keys(dialog)
    return dialog


def picture(sheet: Sheet, width: int) -> QImage:
    """The first page as it will be printed, black on white, `width` pixels wide."""
    sheet, layout = continued(sheet, lay_out(sheet, PrinterRuler()))
    image = QImage(width, round(width * layout.height / layout.width), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(*(width / (layout.width * UNITS_PER_MM),) * 2)
    _paint_page(painter, layout, documents(sheet, layout)[0])
    _paint_imprint(painter, sheet, layout, 1)
    painter.end()
    return image


def sheet_paper(sheet: Sheet) -> QPageLayout:
    """A4 to its very edges: the margins are part of the plan, not of the printer."""
    way = QPageLayout.Orientation.Landscape if sheet.landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def sheet_pages(sheet: Sheet) -> list[Page]:
    """Everything that a sheet fills, a page each."""
    sheet, layout = continued(sheet, lay_out(sheet, PrinterRuler()))
    return [
        partial(_paint_whole, sheet, layout, document, number)
        for number, document in enumerate(documents(sheet, layout), start=1)
    ]


def paint_pages(pages: Sequence[Page], device: QPdfWriter | QPrinter, first: int = 0, last: int = 0) -> None:
    """Paint the pages from `first` to `last`, counted from 1; 0 for both is all of them."""
    chosen = [page for number, page in enumerate(pages, start=1) if not first or first <= number <= last]
    painter = QPainter()
    if not painter.begin(device):
        raise SilentPrinterError
    dots = device.logicalDpiX() / (72 * UNITS), device.logicalDpiY() / (72 * UNITS)
    painter.scale(*dots)
    for place, page in enumerate(chosen):
        if place:
            device.newPage()
        page(painter)
    painter.end()


def _paint_whole(
    sheet: Sheet, layout: Layout, document: QTextDocument, number: int, painter: QPainter
) -> None:
    _paint_page(painter, layout, document)
    _paint_imprint(painter, sheet, layout, number)


def _paint_page(painter: QPainter, layout: Layout, document: QTextDocument) -> None:
    painter.save()
    painter.translate(layout.side * UNITS_PER_MM, layout.edge * UNITS_PER_MM)
    document.drawContents(painter)
    painter.restore()


def _paint_imprint(painter: QPainter, sheet: Sheet, layout: Layout, number: int) -> None:
    """Write the version and time of printing at the page's foot, and its number where there are several."""
    top = layout.height - layout.edge - IMPRINT_ROOM
    box = QRectF(*(length * UNITS_PER_MM for length in (layout.side, top, layout.inner, IMPRINT_ROOM)))
    painter.setFont(font(Face.BODY, IMPRINT_SIZE))
    painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, sheet.imprint)
    if len(layout.pages) > 1:
        words = sheet.page_words.format(page=number, pages=len(layout.pages))
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, words)
