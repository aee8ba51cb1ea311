"""Accounts of leave as far as they are entered by hand: carried over, or earned."""

from collections.abc import Callable

from typing_extensions import override

from dutydesk.domain.leave import Counted
from dutydesk.domain.leave.balance import Credit
from dutydesk.services.ids import new_id
from dutydesk.services.leave import setup
from ui.editing import reading
from ui.editing.cell_editors import NameDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.session import Session
from ui.widgets.table_model import RIGHT
from ui.words.leave import account_text, length_text

_MOST = 999  # days
_YEARS = (2000, 2099)


class CreditList(EditedList[Credit]):
    """One row for each entry; what is left now stands beside it."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        wording = Wording(
            tr("Accounts of leave"),
            tr("Add an entry"),
            "statistics",
            tr("Nothing was carried over or earned"),
            tr("Annual leave of last year that still counts, and rest earned by duties, are entered here."),
        )
        deeds = Deeds(setup.save_leave_credits, setup.remove_leave_credits, "leave_credit")
        super().__init__(session, wording, self._fields(), deeds)
        self._names = NameDelegate(self, lambda: ground().names())
        self.edit_with("person", self._names)

    def reload(self) -> None:
        """Show the entries as they are kept now."""
        self.drafts.set_values(self._ground().book.credits)

    @override
    def new_row(self) -> Credit:
        return Credit(new_id(self._session.now()), "", Counted.REST, self._ground().today.year, 2)

    def _fields(self) -> list[Field[Credit]]:
        accounts = {each: account_text(each) for each in Counted if each is not Counted.NOTHING}
        return [
            attribute(
                "person",
                tr("Name"),
                read=self._person,
                show=lambda each: self._ground().name(each),
                needed=True,
            ),
            attribute(
                "account",
                tr("Account"),
                read=lambda text: reading.one_of(text, accounts),
                show=account_text,
                choices=lambda: list(accounts.values()),
                words=tuple(accounts.values()),
            ),
            attribute(
                "year", tr("Year"), read=lambda text: reading.number(text, *_YEARS), show=str, align=RIGHT
            ),
            attribute(
                "half_days",
                tr("Days"),
                read=lambda text: reading.halves(text, _MOST),
                show=reading.halves_text,
                align=RIGHT,
            ),
            attribute("note", tr("Notes"), width=30),
            Field("left", tr("Left today"), self._left, align=RIGHT),
        ]

    def _person(self, text: str) -> str:
        return self._ground().named(text)

    def _left(self, credit: Credit) -> str:
        ground = self._ground()
        if not credit.person:
            return ""
        left = ground.book.account(credit.person, credit.account, ground.today).left
        return "" if left is None else length_text(left)
