"""Rows in the order of a header, and only those that hold what was typed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSortFilterProxyModel
from typing_extensions import override

from ui.widgets.table_model import ROW_ROLE, SORT_ROLE, Index


class SortFilter(QSortFilterProxyModel):
    """Sorts by the native values of `SORT_ROLE`; a row passes if its cells hold every typed word.

    `also` gives further text of a row to be found by, such as the pinyin initials of a name.
    """

    def __init__(self, also: Callable[[Any], str] | None = None) -> None:
        super().__init__()
        self._also = also
        self._words: tuple[str, ...] = ()

    def set_words(self, text: str) -> None:
        """Show only the rows that hold each of the words, in whatever column and case."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        cells = [
            model.index(source_row, column, source_parent)
            for column in range(model.columnCount(source_parent))
        ]
        texts = [str(cell.data()) for cell in cells]
        if self._also is not None and cells:
            texts.append(self._also(cells[0].data(ROW_ROLE)))
        row = "\n".join(texts).casefold()
        return all(word in row for word in self._words)

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left: Any = source_left.data(SORT_ROLE)
        right: Any = source_right.data(SORT_ROLE)
        return bool(left < right)
