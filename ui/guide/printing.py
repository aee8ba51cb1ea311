"""A page of the guide on paper."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageSize, QTextCursor, QTextDocument, QTextFragment
from PySide6.QtWidgets import QWidget

from ui.guide.browser import GuideBrowser

_WIDTH = 600
"""Of a picture, in units of which A4 between Qt's margins has about 640."""


def preview(browser: GuideBrowser, parent: QWidget) -> None:
    """Open the preview of the page in sight, from which it is printed on A4."""
    # The guide must not wait for the printers of this machine.
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415 - loads their library

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    paper = on_paper(browser)
    printer.setDocName(browser.name)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(browser.document().firstBlock().text())

    def show(_target: QPrinter) -> None:
        paper.print_(printer)  # the same one, kept alive here as long as the dialog asks for pages

    dialog.paintRequested.connect(show)
    dialog.open()


def on_paper(browser: GuideBrowser) -> QTextDocument:
    """The page in sight with its pictures as wide as the paper has room for."""
    paper = browser.document().clone(browser)
    for fragment in list(_pictures(paper)):
        picture = fragment.charFormat().toImageFormat()
        picture.setWidth(_WIDTH)
        cursor = QTextCursor(paper)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(picture)
    return paper


def _pictures(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            if pieces.fragment().charFormat().isImageFormat():
                yield pieces.fragment()
            pieces += 1
        block = block.next()
