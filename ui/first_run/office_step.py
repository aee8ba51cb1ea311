"""Whose roster it is, in which shifts, and in which file: the step that makes the file real."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.accounts import Author
from dutydesk.domain.office import Office
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.errors import DutyDeskError, FileExistsAlreadyError, MissingFieldError
from dutydesk.services import office
from ui.clock import local
from ui.first_run.blank_week import blank_week
from ui.first_run.file_place import FilePlace
from ui.first_run.pattern_choice import PatternChoice
from ui.first_run.sheet_view import SheetView
from ui.first_run.step import Step, heading, remark
from ui.i18n import tr
from ui.session import Session
from ui.widgets.banner import Notice
from ui.window.actions import plain
from ui.window.founding import office_file
from ui.words.planning import preset_word
from ui.words.refusals import refusal_text

if TYPE_CHECKING:
    from dutydesk.services.changes import Changes

_LINES = ("name", "seal_name", "duty_phone", "fax", "place")
_HEAD = 0.52  # of the page: its head and the first rows


class OfficeStep(Step):
    """Asks for the letterhead and the shifts; without a session it makes the file, with one it changes it.

    `founded` carries the new file, `existing` one that the user would rather open.
    """

    founded = Signal(object)
    existing = Signal(object)

    def __init__(self, author: Callable[[], Author], session: Session | None) -> None:
        super().__init__(
            tr("Your office"),
            tr("What stands at the head of every sheet. Everything can be changed later."),
        )
        self._author = author
        self._session = session
        self.lines = {each: QLineEdit() for each in _LINES}
        self.pattern = PatternChoice()
        self.file = FilePlace(session.path if session is not None else None)
        self.paper = SheetView(share=_HEAD)
        self._lay_out()
        for line in self.lines.values():
            line.textChanged.connect(self._show_paper)
        self.lines["name"].textChanged.connect(self.file.follow)
        self.pattern.changed.connect(self._show_paper)
        self._show_paper()

    @override
    def forward_words(self) -> str:
        return tr("Create the file") if self._session is None else tr("Next")

    @override
    def enter(self) -> None:
        if self._session is not None:
            kept = self._session.read(office.office)
            for name, line in self.lines.items():
                line.setText(getattr(kept, name))
                line.setCursorPosition(0)
            if kept.preset:
                self.pattern.choose(PresetKind(kept.preset))
        self.lines["name"].setFocus()

    @override
    def go(self) -> bool:
        self.pardon()
        try:
            if not self.entered(Office()).name:
                raise MissingFieldError("name")
            return self._found() if self._session is None else self._save(self._session)
        except FileExistsAlreadyError as error:
            way = partial(self.existing.emit, Path(error.path))
            self.notices.show_notice(
                "refused", Notice("error", refusal_text(error), tr("Open that file"), way)
            )
        except DutyDeskError as error:
            self.refuse(error)
        field = self.file.change if self.entered(Office()).name else self.lines["name"]
        field.setFocus()
        return False

    def entered(self, kept: Office) -> Office:
        """The particulars as they stand in the fields; what has no field stays as it was kept."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        return replace(kept, **texts)

    def _found(self) -> bool:
        path = self.file.path()
        if self.file.is_proposed():
            QDir().mkpath(str(path.parent))  # a fresh account may have no folder for documents yet
        office_file(path, self.entered(Office()), self.pattern.kind(), by=self._author())
        self.founded.emit(path)
        return True

    def _save(self, session: Session) -> bool:
        kept = session.read(office.office)
        kind = self.pattern.kind()
        wanted = replace(self.entered(kept), preset=kind.value)
        deeds: list[Callable[[], Changes | None]] = []
        if kept.preset != kind.value:
            adopted = preset(kind, preset_word)
            deeds.append(partial(session.perform, office.adopt_preset, adopted, by=self._author()))
        if kept != wanted:
            deeds.append(partial(session.perform, office.save_office, wanted, by=self._author()))
        return all(deed() is not None for deed in deeds)

    def _show_paper(self) -> None:
        shown = self.entered(Office())
        shown = replace(shown, name=shown.name or tr("Name of the office"))
        pattern = preset(self.pattern.kind(), preset_word)
        self.paper.show_sheet(blank_week(shown, pattern, local(self._author().at)))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addLayout(self._form())
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self.paper)
        right.addWidget(remark(tr("So it will be printed.")))
        right.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addLayout(left, 1)
        upper.addLayout(right, 1)
        self.body.addLayout(upper)
        self.body.addWidget(heading(tr("Shifts")))
        self.body.addWidget(self.pattern)
        self.body.addWidget(heading(tr("File")))
        self.body.addWidget(self.file)
        self.body.addStretch(1)

    def _form(self) -> QFormLayout:
        words = {
            "name": (tr("&Name of the office"), tr("As it stands on paper")),
            "seal_name": (tr("&Seal, where it differs"), ""),
            "duty_phone": (tr("&Duty phone"), ""),
            "fax": (tr("Fa&x"), ""),
            "place": (tr("&Place of the duty room"), ""),
        }
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(12)
        for name, (word, hint) in words.items():
            self.lines[name].setPlaceholderText(hint)
            self.lines[name].setAccessibleName(plain(word))
            form.addRow(word, self.lines[name])
        return form
