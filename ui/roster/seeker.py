"""Finding somebody in the grid: counts the duties in sight and goes from one to the next."""

from collections import Counter

from PySide6.QtCore import QObject

from ui.i18n import tr, tr_n
from ui.roster.find_bar import FindBar
from ui.roster.grid_view import GridView
from ui.roster.model import RosterModel
from ui.words.planning import class_text


class Seeker(QObject):
    """Lets a find bar work on a grid."""

    def __init__(self, bar: FindBar, view: GridView, model: RosterModel) -> None:
        super().__init__(view)
        self._bar = bar
        self._view = view
        self._model = model
        self._person = ""
        bar.sought.connect(self._on_sought)
        bar.stepped.connect(self._on_stepped)

    def start(self) -> None:
        """Ask whom to find."""
        self._bar.start(self._view.named.everybody())

    def count(self) -> None:
        """Say how many duties the person has in sight, by class of day."""
        if not self._person:
            return
        places = [self._model.place(index) for index in self._model.places_of(self._person)]
        calendar = self._model.grid.calendar
        classes = Counter(calendar.day(place.day).rotation for place in places)
        parts = tr(", ").join(f"{class_text(each)} {count}" for each, count in classes.items())
        self._bar.say(
            tr_n("{n} duty in sight: {parts}", "{n} duties in sight: {parts}", len(places), parts=parts)
        )

    def _on_sought(self, person: str) -> None:
        self._person = person
        self._view.seek(person)
        self.count()
        if person:
            self._on_stepped(0)
        else:
            self._view.setFocus()

    def _on_stepped(self, step: int) -> None:
        """Go to the next duty (1), the one before (-1), or the first from the current cell on (0)."""
        found = self._model.places_of(self._person)
        if not found:
            return
        here = self._view.currentIndex()
        at = (here.row(), here.column())
        spots = [(index.row(), index.column()) for index in found]
        if step < 0:
            before = [spot for spot in spots if spot < at]
            target = before[-1] if before else spots[-1]
        else:
            after = [spot for spot in spots if spot > at or (step == 0 and spot == at)]
            target = after[0] if after else spots[0]
        self._view.go_to(*target)
