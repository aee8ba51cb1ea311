"""A/B pairs: of two people one always minds the other's work."""

from collections.abc import Callable
from dataclasses import replace

from typing_extensions import override

from dutydesk.domain.people import Pair
from dutydesk.services import people
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.cell_editors import NameDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.people.ground import Ground, found_by
from ui.session import Session


class PairList(EditedList[Pair]):
    """All pairs; an end that is left open reaches as far as rosters go."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        wording = Wording(
            tr("A/B pairs"),
            tr("Add a pair"),
            "swap",
            tr("No A/B pairs"),
            tr("Two people who mind each other's work are never planned or sent away at the same time."),
        )
        deeds = Deeds(people.save_pairs, people.remove_pairs, "ab_pair")
        super().__init__(session, wording, self._fields(), deeds, also=self._found_by)
        self._names = NameDelegate(self, lambda: ground().names())
        self.edit_with("a", self._names)
        self.edit_with("b", self._names)

    def reload(self) -> None:
        """Show the pairs as they are kept now."""
        pairs = self._ground().staff.pairs
        self.drafts.set_values(sorted(pairs, key=lambda each: self._ground().place(each.a)))

    @override
    def new_row(self) -> Pair:
        return Pair(new_id(self._session.now()), "", "", reading.period(self._ground().today, None))

    def _found_by(self, pair: Pair) -> str:
        return " ".join(found_by(self._ground().person(each)) for each in (pair.a, pair.b))

    def _fields(self) -> list[Field[Pair]]:
        named, name = self._named, self._name
        return [
            attribute("a", tr("A"), read=named, show=name, needed=True),
            Field("a_section", tr("Section of A"), lambda each: self._section(each.a), ink=_dim),
            attribute("b", tr("B"), read=named, show=name, needed=True),
            Field("b_section", tr("Section of B"), lambda each: self._section(each.b), ink=_dim),
            Field("first", tr("From"), lambda each: reading.day_text(each.period.first), _from),
            Field("last", tr("To"), lambda each: reading.day_text(each.period.last), _to),
        ]

    def _named(self, text: str) -> str:
        return self._ground().named(text)

    def _name(self, person_id: str) -> str:
        return self._ground().staff.named(person_id)

    def _section(self, person_id: str) -> str:
        person = self._ground().person(person_id)
        return self._ground().staff.section_name(person) if person else ""


def _dim(_: Pair) -> str:
    return "dim"


def _from(pair: Pair, text: str) -> Pair:
    return replace(pair, period=reading.period(reading.day(text), pair.period.last))


def _to(pair: Pair, text: str) -> Pair:
    return replace(pair, period=reading.period(pair.period.first, reading.day(text, end=True)))
