"""All backups of the open file: when, how large, where, and whether each still is what it was."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.services import backups, restore
from dutydesk.services.backups import Known
from dutydesk.services.restore import Preview
from ui import dialogs
from ui.backups.preview_dialog import PreviewDialog
from ui.i18n import tr
from ui.icons import icon
from ui.keeping.safekeeping import Safekeeping
from ui.session import Report, Session
from ui.widgets.room import give_room
from ui.widgets.table_model import RIGHT, Column, TableModel
from ui.widgets.table_view import TableView

_SIZE = (860, 520)
_MIB = 1024 * 1024


class BackupsDialog(QDialog):
    """The list and the second folder; `wanted` carries the path of a backup that somebody goes back to."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None, session: Session, keeper: Safekeeping) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(tr("Backups"))
        give_room(self, *_SIZE)
        self._session = session
        self._keeper = keeper
        self._good: dict[Path, bool] = {}
        self._model: TableModel[Known] = TableModel(self._columns(), lambda each: each.path)
        self.table = TableView(tr("Backups"), whole_rows=True)
        self.table.setModel(self._model)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._second = QLabel()
        self._second.setWordWrap(True)
        self._none = QPushButton(tr("No second folder"))
        self._go = QPushButton(icon("earlier"), tr("Go back to this backup…"))
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._enable)
        keeper.changed.connect(self.reload)
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """List what is there now, and check whatever was not checked yet."""
        path = self._session.path
        if path is None:
            return
        places = self._session.read(backups.folders)
        self._model.set_rows(backups.known(path, places))
        self.table.resizeColumnsToContents()
        if not self.chosen() and self._model.rows():
            self.table.selectRow(0)
        self._show_second()
        self._check()
        self._enable()

    def chosen(self) -> Known | None:
        """The backup that is marked."""
        marked = self.table.selectionModel().selectedRows()
        return self._model.rows()[marked[0].row()] if marked else None

    def restore(self) -> None:
        """Show what going back to the marked backup would change."""
        chosen, path = self.chosen(), self._session.path
        if chosen is not None and path is not None:
            copy = chosen.path
            self._session.compute(
                lambda _report: restore.preview(path, copy), partial(self._on_compared, chosen)
            )

    def choose_folder(self) -> None:
        """Ask for the second folder."""
        dialogs.ask_folder(self, tr("Second folder for backups"), self._set_second)

    def _columns(self) -> tuple[Column[Known], ...]:
        return (
            Column("at", tr("Made"), lambda each: f"{each.at:%Y-%m-%d %H:%M:%S}"),
            Column("checked", tr("Checked"), self._checked_text, ink=self._checked_ink),
            Column("size", tr("Size"), lambda each: tr("{n} MB", n=f"{each.size / _MIB:.1f}"), align=RIGHT),
            Column("kept", tr("Kept"), _kept_text),
            Column(
                "folder", tr("Folder"), lambda each: str(each.path.parent), tip=lambda each: str(each.path)
            ),
        )

    def _checked_text(self, each: Known) -> str:
        words = {True: tr("unaltered"), False: tr("altered or damaged"), None: tr("being checked…")}
        return words[self._good.get(each.path)]

    def _checked_ink(self, each: Known) -> str:
        return {True: "good", False: "error", None: "dim"}[self._good.get(each.path)]

    def _check(self) -> None:
        unchecked = [each.path for each in self._model.rows() if each.path not in self._good]
        if not unchecked:
            return

        def job(report: Report) -> dict[Path, bool]:
            found = {}
            for copy in unchecked:
                found[copy] = backups.is_good(copy)
                if not report(found):
                    break
            return found

        self._session.compute(job, self._on_checked)

    def _on_checked(self, found: dict[Path, bool]) -> None:
        self._good |= found
        rows = self._model.rowCount() - 1
        self._model.dataChanged.emit(self._model.index(0, 0), self._model.index(rows, 1))
        self.table.resizeColumnsToContents()
        self._enable()

    def _on_compared(self, chosen: Known, preview: Preview) -> None:
        asked = PreviewDialog(self, chosen, preview)
        asked.agreed.connect(partial(self._on_agreed, chosen.path))
        asked.open()

    def _on_agreed(self, copy: Path) -> None:
        self.accept()
        self.wanted.emit(copy)

    def _set_second(self, folder: Path | None) -> None:
        self._session.perform(backups.set_second_folder, folder, by=self._session.author())

    def _show_second(self) -> None:
        second, path = self._session.read(backups.second_folder), self._session.path
        self._none.setEnabled(second is not None)
        if second is None or path is None:
            self._second.setText(
                tr(
                    "No second folder: if this disk fails, the backups go with it. Choose a folder on "
                    "another disk."
                )
            )
        elif not second.exists():
            self._second.setText(
                tr("The second folder {path} cannot be reached now. Connect its disk or share.", path=second)
            )
        elif backups.is_same_disk(path, second):
            self._second.setText(
                tr(
                    "Also in {path}. It lies on the same disk as the file: another disk would be safer.",
                    path=second,
                )
            )
        else:
            self._second.setText(tr("Also in {path}.", path=second))

    def _lay_out(self) -> None:
        self._hint.setText(
            tr(
                "The file is backed up at the start of each day and at each handover. Kept are the newest "
                "of 14 days, 8 weeks and 24 months, and those from before a restore."
            )
        )
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        choose = QPushButton(icon("open"), tr("Second folder…"))
        choose.clicked.connect(self.choose_folder)
        self._none.clicked.connect(lambda: self._set_second(None))
        folder = QHBoxLayout()
        folder.addWidget(self._second, 1)
        folder.addWidget(choose)
        folder.addWidget(self._none)
        self._go.clicked.connect(self.restore)
        now = QPushButton(icon("backup"), tr("Back up now"))
        now.clicked.connect(self._keeper.back_up)
        for button in (choose, self._none, now):
            button.setAutoDefault(False)  # Enter on the list looks at its backup
        buttons = QDialogButtonBox()
        buttons.addButton(now, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        column.addLayout(folder)
        column.addWidget(buttons)

    def _enable(self) -> None:
        chosen = self.chosen()
        self._go.setEnabled(chosen is not None and self._good.get(chosen.path) is True)


def _kept_text(each: Known) -> str:
    return tr("for good, from before a restore") if each.is_before else tr("until superseded")
