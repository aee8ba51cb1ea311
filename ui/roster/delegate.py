"""How a cell of the roster is edited: by the name of a person, or its beginning, or its pinyin initials."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.roster.model import RosterModel
from ui.roster.person_edit import PersonEdit
from ui.widgets.name_edit import Name

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint


class PlaceDelegate(QStyledItemDelegate):
    """Offers the people for the cell's post; an answer that names nobody is handed on as it was typed."""

    def __init__(self, view: QTableView, model: RosterModel, names: Callable[[str], Sequence[Name]]) -> None:
        super().__init__(view)
        self._model = model
        self._names = names

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = PersonEdit(self._names(self._model.place(index).post), parent)
        editor.setAccessibleName(str(self._model.headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.taken.connect(partial(self._finish, editor, Hint.SubmitModelCache))
        editor.tabbed.connect(partial(self._finish, editor, Hint.EditNextItem))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, PersonEdit):
            editor.begin(self._model.cells[index.row()][index.column()].person)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, PersonEdit) and editor.changed():
            model.setData(index, editor.answer())

    def _finish(self, editor: PersonEdit, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)
