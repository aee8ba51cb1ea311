"""The staff list in the order of the address list, typed into like a sheet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QAction
from typing_extensions import override

from dutydesk.domain.lists.words import read_name, read_phone, read_short_phone
from dutydesk.domain.people import Exemption, Person
from dutydesk.services import people
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.cell_editors import WordsDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.people.ground import Ground, found_by
from ui.session import Session
from ui.widgets.table_model import RIGHT
from ui.words.planning import scope_text


class PeopleList(EditedList[Person]):
    """Everybody, or those the page's filters leave."""

    def __init__(self, session: Session, ground: Callable[[], Ground], actions: tuple[QAction, ...]) -> None:
        self._ground = ground
        wording = Wording(
            tr("Staff list"),
            tr("Add a person"),
            "people",
            tr("Nobody is entered yet"),
            tr("Import the staff list as your office has it, or add people one by one."),
        )
        super().__init__(
            session,
            wording,
            self._fields(),
            Deeds(people.save_people, people.remove_people, "person"),
            also=found_by,
            actions=actions,
            movable=True,
        )
        hint = tr("Name, pinyin initials, section or phone")
        self.list.table.filter.setPlaceholderText(hint)
        self.list.table.filter.setToolTip(hint)
        self._posts = WordsDelegate(self, lambda: [each.name for each in ground().pattern.posts])
        self.edit_with("posts", self._posts)

    def show_people(self, shown: Sequence[Person]) -> None:
        """Show these people."""
        self.drafts.set_values(shown)

    @override
    def new_row(self) -> Person:
        after = max((each.sort for each in self._ground().staff.people), default=0) + 1
        return Person(new_id(self._session.now()), "", self._near_section(), sort=after)

    def _near_section(self) -> str:
        """The section of the selected person: newcomers are mostly entered section by section."""
        chosen = self.list.chosen()
        return chosen[-1].section if chosen else ""

    @override
    def order(self) -> list[Person]:
        return list(self._ground().staff.people)

    @override
    def arrange(self, order: list[Person]) -> None:
        ids = [each.id for each in order]
        self._session.perform(people.arrange_people, ids, by=self._session.author())

    def _fields(self) -> list[Field[Person]]:
        """The columns; whoever left is dim in all of them."""
        fields = [
            Field("sort", tr("No."), lambda each: str(each.sort), sort_key=_place, align=RIGHT),
            attribute("name", tr("Name"), read=_name, needed=True, sort_key=_pinyin),
            self._section_field(),
            attribute("title", tr("Title")),
            self._posts_field(),
            attribute("phone", tr("Phone"), read=_phone),
            attribute("short_phone", tr("Short number"), read=_short_phone),
            attribute("joined", tr("Joined"), read=reading.past_day, show=reading.day_text),
            attribute("works_since", tr("Working since"), read=reading.past_day, show=reading.day_text),
            attribute("left", tr("Last day"), read=_last_day, show=reading.day_text),
            Field("exempt", tr("Exempt"), self._exempt, tip=self._exempt_tip, ink=self._exempt_ink),
            attribute("rank", tr("Rank")),
            attribute("note", tr("Note"), tip=lambda each: each.note, width=16),
        ]
        return [each if each.ink else replace(each, ink=self._ink) for each in fields]

    def _section_field(self) -> Field[Person]:
        return Field(
            "section",
            tr("Section"),
            self._section,
            self._take_section,
            choices=lambda: [each.name for each in self._ground().staff.sections],
            needed=True,
            sort_key=self._section_sort,
        )

    def _posts_field(self) -> Field[Person]:
        return attribute(
            "posts",
            tr("May stand"),
            read=lambda text: reading.posts(text, self._ground().pattern.posts),
            show=lambda posts: self._ground().posts_text(posts),
        )

    def _section(self, person: Person) -> str:
        return self._ground().staff.section_name(person)

    def _section_sort(self, person: Person) -> tuple[int, int]:
        sections = self._ground().staff.sections
        place = next((at for at, each in enumerate(sections) if each.id == person.section), len(sections))
        return place, person.sort

    def _take_section(self, person: Person, text: str) -> Person:
        return replace(person, section=self._ground().staff.section_named(text).id)

    def _ink(self, person: Person) -> str:
        return "dim" if person.left and not person.serves(self._ground().today) else ""

    def _exemptions(self, person: Person) -> list[Exemption]:
        """What the person is spared now or later."""
        today = self._ground().today
        return [
            each
            for each in self._ground().staff.exemptions
            if each.person == person.id and (each.last is None or each.last >= today)
        ]

    def _exempt(self, person: Person) -> str:
        return "、".join(dict.fromkeys(scope_text(each.scope) for each in self._exemptions(person)))

    def _exempt_ink(self, person: Person) -> str:
        return "dim" if all(each.confirmed for each in self._exemptions(person)) else "warning"

    def _exempt_tip(self, person: Person) -> str:
        return "\n".join(f"{scope_text(each.scope)}: {each.reason}" for each in self._exemptions(person))


def _place(person: Person) -> int:
    return person.sort


def _pinyin(person: Person) -> str:
    return person.pinyin


def _name(text: str) -> str:
    return read_name(text) if text else ""


def _phone(text: str) -> str:
    return read_phone(text) if text else ""


def _short_phone(text: str) -> str:
    return read_short_phone(text) if text else ""


def _last_day(text: str) -> date | None:
    return reading.past_day(text, end=True)
