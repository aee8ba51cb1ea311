"""The kinds of leave and the rules of each."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from typing_extensions import override

from dutydesk.domain.leave import Counted, LeaveType
from dutydesk.services.ids import new_id
from dutydesk.services.leave import setup
from ui.editing import reading
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.icons import icon
from ui.leave.ground import Ground
from ui.session import Session
from ui.widgets.table_model import RIGHT
from ui.words.leave import account_text

_MOST = 999  # days


class KindList(EditedList[LeaveType]):
    """All kinds of leave; one that somebody took cannot be removed."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        wording = Wording(
            tr("Kinds of leave"),
            tr("Add a kind of leave"),
            "leave",
            tr("No kinds of leave yet"),
            tr("They come with the shift pattern, or are added here."),
        )
        self.usual = QAction(icon("check"), tr("Take the usual rules"))
        self.usual.triggered.connect(self._take_usual)
        deeds = Deeds(setup.save_leave_types, setup.remove_leave_types, "leave_type")
        super().__init__(session, wording, self._fields(), deeds, actions=(self.usual,))

    def reload(self) -> None:
        """Show the kinds as they are kept now."""
        self.drafts.set_values(self._ground().book.kinds)

    def _take_usual(self) -> None:
        self._session.perform(setup.take_usual_rules, by=self._session.author())

    @override
    def new_row(self) -> LeaveType:
        after = max((each.sort for each in self._ground().book.kinds), default=0) + 1
        return LeaveType(new_id(self._session.now()), "", sort=after)

    def _fields(self) -> list[Field[LeaveType]]:
        accounts = {each: account_text(each) for each in Counted}
        return [
            attribute("name", tr("Kind of leave"), needed=True),
            attribute("also", tr("Also called"), read=reading.words, show="、".join, width=22),
            attribute("repaid", tr("Turns made up"), read=reading.answer, show=reading.yes_text),
            _days("repaid_days", tr("made up to (days)")),
            attribute("calendar_days", tr("Calendar days"), read=reading.answer, show=reading.yes_text),
            _days("certificate_days", tr("Certificate from (days)")),
            _days("longest", tr("At most (days)")),
            attribute(
                "account",
                tr("Account"),
                read=lambda text: reading.one_of(text, accounts),
                show=account_text,
                choices=lambda: list(accounts.values()),
                words=tuple(accounts.values()),
            ),
        ]


def _days(name: str, title: str) -> Field[LeaveType]:
    """A number of days; none is no limit."""
    return attribute(
        name,
        title,
        read=lambda text: reading.number(text, 0, _MOST),
        show=lambda days: str(days) if days else "",
        align=RIGHT,
    )
