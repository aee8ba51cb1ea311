"""The window of the guide, beside the work: contents and findings at the left, the page at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.guide import book
from ui.guide.browser import GuideBrowser
from ui.guide.printing import preview
from ui.i18n import tr, tr_n
from ui.icons import icon
from ui.theme import colours
from ui.widgets.room import give_room
from ui.window.page_actions import action

_SIZE = (1240, 820)
_LEFT = 280
_NAME = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """Shows a place of the guide; says `closed` when the user is through with it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(tr("Guide"))
        self.setWindowIcon(icon("help"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.browser = GuideBrowser()
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(tr("Contents"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the guide"))
        self.search.setAccessibleName(tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._lay_out()
        self._connect()
        self._list_contents()
        give_room(self, *_SIZE)

    def show_place(self, place: str) -> None:
        """Show "page#place" and come to the front; what was looked for before is forgotten."""
        self.search.clear()
        self.browser.show_place(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for each in self._actions():
            button = QToolButton()
            button.setDefaultAction(each)
            button.setAutoRaise(True)
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.search, 1)
        parts = QSplitter()
        parts.addWidget(self.contents)
        parts.addWidget(self.browser)
        parts.setSizes([_LEFT, _SIZE[0] - _LEFT])
        parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(bar)
        column.addWidget(parts, 1)

    def _actions(self) -> list[QAction]:
        back = action(self, "earlier", tr("Back in the guide"), "Alt+Left", self.browser.backward)
        ahead = action(self, "later", tr("Forward in the guide"), "Alt+Right", self.browser.forward)
        paper = action(self, "print", tr("Print this page"), "Ctrl+P", self._print)
        self.browser.backwardAvailable.connect(back.setEnabled)
        self.browser.forwardAvailable.connect(ahead.setEnabled)
        back.setEnabled(False)
        ahead.setEnabled(False)
        action(self, "search", tr("Search the guide"), "Ctrl+F", self._start_search)
        done = action(self, "close", tr("Close"), "Esc", self._leave)
        done.setShortcuts([QKeySequence("Esc"), QKeySequence("Ctrl+W")])
        return [back, ahead, paper]

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._next_finding)
        self.contents.itemClicked.connect(self._on_picked)
        self.contents.itemActivated.connect(self._on_picked)
        self.browser.shown.connect(self._mark_page)

    def _list_contents(self) -> None:
        self.contents.clear()
        for chapter in book.contents():
            top = QTreeWidgetItem(self.contents, [chapter.title])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for leaf in chapter.leaves:
                self._add(top, leaf.title, leaf.name)
        self.contents.expandAll()
        self._mark_page()

    def _add(self, above: QTreeWidgetItem, words: str, name: str) -> None:
        line = QTreeWidgetItem(above, [words])
        line.setData(0, _NAME, name)
        line.setToolTip(0, words)

    def _on_search(self, text: str) -> None:
        """Show the pages that have the words, in the place of the contents."""
        if not text.strip():
            self._list_contents()
            self.browser.setExtraSelections([])
            return
        findings = book.found(text)
        self.contents.clear()
        top = QTreeWidgetItem(self.contents, [tr_n("{n} page", "{n} pages", len(findings))])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for finding in findings:
            self._add(top, f"{finding.leaf.title} - {finding.line}", finding.leaf.name)
        self.contents.expandAll()

    def _on_picked(self, line: QTreeWidgetItem) -> None:
        name = line.data(0, _NAME)
        if name:
            self.browser.show_place(name)
            self._mark_words()

    def _next_finding(self) -> None:
        """Open the first page with the words, or go to their next place on it."""
        words = self.search.text().strip()
        findings = [finding.leaf.name for finding in book.found(words)]
        if findings and self.browser.name not in findings:
            self.browser.show_place(findings[0])
        self._mark_words()
        if words and not self.browser.find(words.split()[0]):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(words.split()[0])

    def _mark_words(self) -> None:
        """Mark every place of the words looked for on the page."""
        made, ground = [], QTextCharFormat()
        ground.setBackground(colours(self.palette()).changed_ground)
        for word in self.search.text().split():
            at = self.browser.document().find(word)
            while not at.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = at, ground
                made.append(mark)
                at = self.browser.document().find(word, at)
        self.browser.setExtraSelections(made)

    def _mark_page(self) -> None:
        """Show in the contents which page is open."""
        lines = QTreeWidgetItemIterator(self.contents)
        while (line := lines.value()) is not None:
            if line.data(0, _NAME) == self.browser.name:
                self.contents.setCurrentItem(line)
            lines += 1

    def _start_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _leave(self) -> None:
        """Leave the search, then the window."""
        if self.search.text():
            self.search.clear()
            self.browser.setFocus()
        else:
            self.close()

    def _print(self) -> None:
        preview(self.browser, self)
