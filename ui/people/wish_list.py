"""Wishes: days that somebody asks for, or asks to be spared."""

from collections.abc import Callable

from typing_extensions import override

from dutydesk.domain.roster import Wish
from dutydesk.services import wishes
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.cell_editors import NameDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.people.ground import Ground, found_by
from ui.session import Session


class WishList(EditedList[Wish]):
    """All wishes; the planner weighs them last, after fairness and the rest between duties."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        wording = Wording(
            tr("Wishes"),
            tr("Add a wish"),
            "note",
            tr("No wishes"),
            tr("A day that somebody asks for, or asks to be spared; granted where nobody else pays for it."),
        )
        super().__init__(
            session,
            wording,
            self._fields(),
            Deeds(wishes.save_wishes, wishes.remove_wishes, "wish"),
            also=lambda each: found_by(ground().person(each.person)),
        )
        self._names = NameDelegate(self, lambda: ground().names())
        self.edit_with("person", self._names)

    def reload(self) -> None:
        """Show the wishes as they are kept now, the newest day first."""
        self.drafts.set_values(self._session.read(wishes.wishes)[::-1])

    @override
    def new_row(self) -> Wish:
        return Wish(new_id(self._session.now()), "", self._ground().today, wants=False)

    def _fields(self) -> list[Field[Wish]]:
        kinds = {False: tr("spare me"), True: tr("let me stand")}
        return [
            attribute("person", tr("Name"), read=self._named, show=self._name, needed=True),
            attribute("day", tr("Day"), read=reading.day, show=reading.day_text, needed=True),
            attribute(
                "wants",
                tr("Wish"),
                read=lambda text: reading.one_of(text, kinds),
                show=kinds.__getitem__,
                choices=lambda: list(kinds.values()),
                words=tuple(kinds.values()),
                needed=True,
            ),
            attribute("note", tr("Note"), width=34),
        ]

    def _named(self, text: str) -> str:
        return self._ground().named(text)

    def _name(self, person_id: str) -> str:
        return self._ground().staff.named(person_id)
