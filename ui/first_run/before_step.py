"""What must be known before the first plan: who is spared, and what everybody stood already."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.roster import Tally
from dutydesk.services import people
from dutydesk.services.intake import Offered
from dutydesk.services.people import Staff
from ui.first_run.list_source import ListSource
from ui.first_run.step import Step, heading, remark
from ui.i18n import tr, tr_n
from ui.imports.files import ListDrop
from ui.imports.kinds import opening_tally
from ui.imports.offered_page import OfferedPage
from ui.session import Session
from ui.widgets.banner import Notice
from ui.widgets.name_edit import Name
from ui.words.planning import class_text

if TYPE_CHECKING:
    from dutydesk.domain.people import Exemption

_AROUND = 5  # lines that the list of exemptions needs besides its own


class BeforeStep(Step):
    """Confirms what the notes of the staff list ask for, and takes an opening tally where there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("Exemptions and earlier duties"),
            tr("Whoever is spared is not planned, and whoever stood much before stands less now."),
        )
        ListDrop(self, self._take_dropped)
        self._session = session
        self.offered: OfferedPage | None = None
        self._exempt = heading("")
        self._nobody = remark()
        self._ticks = QVBoxLayout()
        self._counted = remark()
        self.source = ListSource(
            session,
            opening_tally(),
            tr("Drop a list of the duties that everybody stood so far"),
            tr("Names in one column, numbers for working days, rest days and holidays in others."),
        )
        self.source.changed.connect(self.changed)
        for part in (self._exempt, self._nobody):
            self.body.addWidget(part)
        self.body.addLayout(self._ticks)
        self.body.addSpacing(10)
        self.body.addWidget(heading(tr("Duties stood before")))
        self.body.addWidget(self._counted)
        self.body.addWidget(self.source, 1)
        self.body.addStretch(0)

    @override
    def enter(self) -> None:
        staff = self._session.read(people.staff)
        offered = unconfirmed(staff)
        self._show_offered(offered, staff)
        confirmed = sum(each.confirmed for each in staff.exemptions)
        self._nobody.setText(_exemption_words(len(offered), confirmed))
        self._counted.setText(_tally_words(staff.tallies))
        self._counted.setVisible(bool(staff.tallies))
        self.source.setVisible(not staff.tallies or self.source.is_looked_at())

    @override
    def forward_words(self) -> str:
        return self.source.words() if self.source.is_looked_at() else tr("Next")

    @override
    def skip_words(self) -> str:
        return tr("Skip")

    @override
    def can_go(self) -> bool:
        return not self.source.is_looked_at() or self.source.is_ready()

    @override
    def go(self) -> bool:
        self.pardon()
        if not self._confirm():
            return False
        return not self.source.is_looked_at() or self.source.take_in()

    def _take_dropped(self, path: Path) -> None:
        self.source.setVisible(True)
        self.source.take(path)

    def _show_offered(self, offered: Sequence[Offered], staff: Staff) -> None:
        if self.offered is not None:
            self._ticks.removeWidget(self.offered)
            self.offered.deleteLater()
            self.offered = None
        self._exempt.setText(tr("Asked for in the notes of the staff list"))
        if offered:
            names = [Name(each.id, each.name, (each.initials,), each.title) for each in staff.people]
            self.offered = OfferedPage(offered, names)
            self.offered.setMaximumHeight(
                round((len(offered) + _AROUND) * self.fontMetrics().height() * 1.15)
            )
            layout = self.offered.layout()
            if layout is not None:
                layout.setContentsMargins(0, 0, 0, 0)
            self._ticks.addWidget(self.offered)

    def _confirm(self) -> bool:
        """Let what is ticked count; a tick without a name is asked about first."""
        ticked = self.offered.ticked() if self.offered is not None else []
        if self.offered is None or not ticked:
            return True
        approved_by = self.offered.approved_by.text().strip()
        if not approved_by:
            words = tr("Say who approved the ticked exemptions, or tick none.")
            self.notices.show_notice("refused", Notice("warning", words))
            self.offered.approved_by.setFocus()
            return False
        by = self._session.author(on_behalf_of=approved_by)
        ids = [each.exemption.id for each in ticked]
        done = self._session.perform(people.confirm_exemptions, ids, approved_by=approved_by, by=by)
        return done is not None


def unconfirmed(staff: Staff) -> tuple[Offered, ...]:
    """The exemptions of the file that wait for somebody's word, in the order of the staff list."""
    waiting: dict[str, list[Exemption]] = {}
    for each in staff.exemptions:
        if not each.confirmed:
            waiting.setdefault(each.person, []).append(each)
    return tuple(
        Offered(person.name, staff.section_name(person), exemption)
        for person in staff.people
        for exemption in waiting.get(person.id, ())
    )


def _exemption_words(waiting: int, confirmed: int) -> str:
    if waiting:
        return tr_n(
            "{n} exemption waits for somebody's word.", "{n} exemptions wait for somebody's word.", waiting
        )
    if confirmed:
        return tr_n("{n} exemption counts already.", "{n} exemptions count already.", confirmed)
    return tr("No note asks for an exemption.")


def _tally_words(tallies: Sequence[Tally]) -> str:
    """How many people, and how many duties by class."""
    counts = tr(", ").join(
        tr("{rotation} {count}", rotation=class_text(rotation), count=_sum(tallies, rotation))
        for rotation in RotationClass
    )
    n = len({each.person for each in tallies})
    return tr_n("Known of {n} person: {counts}.", "Known of {n} people: {counts}.", n, counts=counts)


def _sum(tallies: Sequence[Tally], rotation: RotationClass) -> int:
    return sum(each.count for each in tallies if each.rotation == rotation)
