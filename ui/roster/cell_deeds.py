"""What hands do to the cells of the grid: each is one deed, one undo."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.history import Search
from dutydesk.services import fairness, history, roster
from ui.dialogs import ask_text
from ui.history.dialog import add_history, of_rows, show_history
from ui.i18n import tr
from ui.roster.candidates_popup import CandidatesPopup
from ui.roster.cells import Mark
from ui.roster.describe import place_title
from ui.roster.grid_view import GridView
from ui.roster.model import RosterModel
from ui.roster.names import Refused
from ui.session import Session
from ui.swapping.dialog import ask_swap
from ui.window.page_actions import action
from ui.words.refusals import refusal_text

_NAMED = 6  # refused cells that are listed one by one


class CellDeeds(QObject):
    """Performs the edits of a grid.

    `refused` carries sentences about texts that name nobody, and nothing when all was well.
    """

    refused = Signal(str)

    def __init__(self, session: Session, view: GridView, model: RosterModel) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._model = model
        self._waiting: tuple[tuple[PlaceKey, str], ...] = ()
        self.actions = self._make_actions()
        add_history(view, session, self._searched)
        model.edited.connect(self.enter)
        model.swapped.connect(self.swap)
        view.asked.connect(self.who)
        view.moved.connect(self._enable)
        session.recovered.connect(self._on_recovered)

    def enter(self, cells: Sequence[tuple[PlaceKey, str]]) -> None:
        """Put names into places; one that is not understood keeps all from being entered."""
        found, refused = self._view.named.read(cells)
        self.refused.emit(self._complaint(refused) if refused else "")
        if not refused and found:
            kept = self._session.perform(roster.assign, found, by=self._session.author()) is not None
            self._waiting = () if kept or self._session.trouble.error is None else tuple(cells)
            if self._waiting:
                self.refused.emit(self._waiting_text())

    def swap(self, one: PlaceKey, other: PlaceKey) -> None:
        """Let two places exchange their people."""
        self._session.perform(roster.exchange, one, other, by=self._session.author())

    def who(self) -> None:
        """Rank the people for the current place."""
        index = self._view.currentIndex()
        if not index.isValid() or not self._model.cells[index.row()][index.column()].marks & Mark.NEEDED:
            return
        place = self._model.place(index)
        candidates = self._session.read(fairness.stand_ins, place)
        popup = CandidatesPopup(self._view, self._model.grid, place, candidates)
        popup.taken.connect(self._on_taken)
        under = self._view.visualRect(index)
        popup.show_at(self._view.viewport().mapToGlobal(under.bottomLeft() + QPoint(0, 2)))

    def ask_swap(self) -> None:
        """Ask for the current duty to be exchanged, covered or taken over."""
        index = self._view.currentIndex()
        place = self._model.place(index) if index.isValid() else None
        duty = self._model.grid.duties.get(place) if place else None
        if place and duty and duty.actual:
            ask_swap(self._view, self._session, place, duty.actual)

    def toggle_lock(self) -> None:
        """Lock the selected duties, or unlock them when all are locked."""
        stood = [(place, marks) for place, marks, person in self._selected() if person]
        if stood:
            locked = not all(marks & Mark.LOCKED for _, marks in stood)
            by = self._session.author()
            self._session.perform(roster.lock, [place for place, _ in stood], locked=locked, by=by)

    def show_history(self) -> None:
        """Show what became of the selected places."""
        show_history(self._view, self._session, self._searched())

    def _searched(self) -> Search:
        places = [self._model.place(index) for index in self._view.selectedIndexes()]
        return of_rows("duty", self._session.read(history.duties_at, places))

    def write_note(self) -> None:
        """Ask for a note to the current place; an empty one is taken away by `Remove the note`."""
        index = self._view.currentIndex()
        if index.isValid() and self._model.cells[index.row()][index.column()].marks & Mark.NEEDED:
            place = self._model.place(index)
            duty = self._model.grid.duties.get(place)
            ask_text(
                self._view,
                tr("Note: {place}", place=place_title(self._model.grid, place)),
                tr("It is printed in the notes column."),
                partial(self._note, place),
                duty.note if duty else "",
            )

    def remove_note(self) -> None:
        """Take the note of the current place away."""
        index = self._view.currentIndex()
        if index.isValid():
            self._note(self._model.place(index), "")

    def _note(self, place: PlaceKey, text: str) -> bool:
        return self._session.perform(roster.note, place, text, by=self._session.author()) is not None

    def _make_actions(self) -> dict[str, QAction]:
        made = {
            "who": action(self._view, "who", tr("Who could stand this?"), "Ctrl+Space", self.who),
            "swap": action(
                self._view,
                "swap",
                tr("Exchange or cover…"),
                "Ctrl+Shift+E",
                self.ask_swap,
                deed="propose_swap",
            ),
            "lock": action(
                self._view, "lock", tr("Lock or unlock"), "Ctrl+Shift+L", self.toggle_lock, deed="lock_duties"
            ),
            "note": action(self._view, "note", tr("Note…"), "Shift+F2", self.write_note, deed="note_duty"),
            "no_note": action(self._view, "", tr("Remove the note"), "", self.remove_note, deed="note_duty"),
        }
        # Ctrl+Space is what input methods like to take for themselves
        made["who"].setShortcuts([QKeySequence("Ctrl+Space"), QKeySequence("Alt+Down")])
        return made

    def _selected(self) -> list[tuple[PlaceKey, int, str]]:
        """The selected places with their marks and people."""
        found = []
        for index in self._view.selectedIndexes():
            cell = self._model.cells[index.row()][index.column()]
            if cell.marks:
                found.append((self._model.place(index), cell.marks, cell.person))
        return found

    def _enable(self) -> None:
        index = self._view.currentIndex()
        marks = self._model.cells[index.row()][index.column()].marks if index.isValid() else 0
        usable = bool(marks & Mark.NEEDED) and not self._model.read_only
        for each in self.actions.values():
            each.setEnabled(usable)
        self.actions["no_note"].setVisible(bool(marks & Mark.NOTE))

    def _complaint(self, refused: Sequence[Refused]) -> str:
        lines = [
            tr(
                "{place}: {why}",
                place=place_title(self._model.grid, each.place),
                why=refusal_text(each.error),
            )
            for each in refused[:_NAMED]
        ]
        if len(refused) > _NAMED:
            lines.append(tr("… and {count} more cells.", count=len(refused) - _NAMED))
        return "\n".join((tr("Nothing was entered."), *lines))

    def _waiting_text(self) -> str:
        lines = [
            tr("{place}: {why}", place=place_title(self._model.grid, place), why=text)
            for place, text in self._waiting[:_NAMED]
        ]
        if len(self._waiting) > _NAMED:
            lines.append(tr("… and {count} more cells.", count=len(self._waiting) - _NAMED))
        return "\n".join((tr("Not saved yet; it is entered when the file can be written to:"), *lines))

    def _on_recovered(self) -> None:
        """Enter what could not be kept while the disk was away, unless something else was entered since."""
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self.enter(waiting)

    def _on_taken(self, place: PlaceKey, person: str) -> None:
        self._view.setFocus()
        self.enter([(place, person)])
