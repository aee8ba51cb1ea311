"""A page of the guide on paper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QWidget

from ui.guide.browser import GuideBrowser


def preview(browser: GuideBrowser, parent: QWidget) -> None:
    """Open the preview of the page in sight, from which it is printed on A4."""
    # The guide must not wait for the printers of this machine.
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415 - loads their library

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(browser.documentTitle() or browser.name)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(browser.name)
    paper: QTextDocument = browser.document()

    def show(_target: QPrinter) -> None:
        paper.print_(printer)  # the same one, kept alive here as long as the dialog asks for pages

    dialog.paintRequested.connect(show)
    dialog.open()
