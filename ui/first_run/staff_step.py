"""The staff list as the office has it, taken in whole."""

from typing_extensions import override

from dutydesk.services import people
from ui.first_run.list_source import ListSource
from ui.first_run.step import Step, heading
from ui.i18n import tr, tr_n
from ui.imports.files import ListDrop
from ui.imports.kinds import staff_list
from ui.session import Session


class StaffStep(Step):
    """Shows what was understood of a list before anything is written; going on without one is no fault."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("The staff list"),
            tr("Take the list as it is: nothing is written before you have seen what was understood."),
        )
        self._session = session
        self._present = heading("")
        self.source = ListSource(
            session,
            staff_list(),
            tr("Drop the staff list here, an Excel workbook or a CSV file"),
            tr(
                "Titles above the list, blank or merged cells, blanks in names and phones, and any order "
                "of the columns are all right."
            ),
        )
        self.source.changed.connect(self.changed)
        ListDrop(self, self.source.take)
        self.body.addWidget(self._present)
        self.body.addWidget(self.source, 1)

    @override
    def enter(self) -> None:
        staff = self._session.read(people.staff)
        words = tr_n(
            "{n} person is in the file already.", "{n} people are in the file already.", self._count()
        )
        self._present.setText(words)
        self._present.setVisible(bool(staff.people))
        self.source.choose.setFocus()

    @override
    def forward_words(self) -> str:
        if self.source.is_looked_at():
            return self.source.words()
        return tr("Next")

    @override
    def skip_words(self) -> str:
        return "" if self._count() and not self.source.is_looked_at() else tr("Enter by hand later")

    @override
    def can_go(self) -> bool:
        return self.source.is_ready() if self.source.is_looked_at() else bool(self._count())

    @override
    def go(self) -> bool:
        self.pardon()
        return not self.source.is_looked_at() or self.source.take_in()

    def _count(self) -> int:
        return len(self._session.read(people.staff).people)
