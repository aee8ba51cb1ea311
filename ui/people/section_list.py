"""The sections of the office in the order of the address list."""

from collections.abc import Callable
from dataclasses import replace

from typing_extensions import override

from dutydesk.domain.people import Section
from dutydesk.services import people
from dutydesk.services.ids import new_id
from ui.editing.cell_editors import NameDelegate
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.people.ground import Ground
from ui.session import Session
from ui.widgets.table_model import RIGHT


class SectionList(EditedList[Section]):
    """All sections with their heads; one that somebody belongs to cannot be removed."""

    def __init__(self, session: Session, ground: Callable[[], Ground]) -> None:
        self._ground = ground
        wording = Wording(
            tr("Sections"),
            tr("Add a section"),
            "office",
            tr("No sections yet"),
            tr("They come with the staff list, or are added here."),
        )
        deeds = Deeds(people.save_sections, people.remove_sections, "section")
        super().__init__(session, wording, self._fields(), deeds, movable=True)
        self._names = NameDelegate(self, lambda: ground().names())
        self.edit_with("leader", self._names)

    def reload(self) -> None:
        """Show the sections as they are kept now."""
        self.drafts.set_values(self._ground().staff.sections)

    @override
    def new_row(self) -> Section:
        after = max((each.sort for each in self._ground().staff.sections), default=0) + 1
        return Section(new_id(self._session.now()), "", after)

    @override
    def arrange(self, order: list[Section]) -> None:
        self.keep([replace(each, sort=number) for number, each in enumerate(order, 1)])

    def _fields(self) -> list[Field[Section]]:
        return [
            Field("sort", tr("No."), lambda each: str(each.sort), sort_key=_sort, align=RIGHT),
            attribute("name", tr("Section"), needed=True),
            attribute("leader", tr("Deputy in charge"), read=self._person, show=self._name),
            Field(
                "heads",
                tr("People"),
                lambda each: str(self._heads(each)),
                sort_key=self._heads,
                align=RIGHT,
            ),
        ]

    def _person(self, text: str) -> str:
        return self._ground().named(text)

    def _name(self, person_id: str) -> str:
        return self._ground().staff.named(person_id)

    def _heads(self, section: Section) -> int:
        """How many people of the section serve today."""
        ground = self._ground()
        return sum(each.section == section.id and each.serves(ground.today) for each in ground.staff.people)


def _sort(section: Section) -> int:
    return section.sort
