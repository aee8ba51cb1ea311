"""Which people the list shows: by section, by post, and whether they still serve."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dutydesk.domain.people import Person
from ui.i18n import tr
from ui.people.ground import Ground
from ui.widgets.choice import Choice

SERVING, LEFT, EVERYBODY = "serving", "left", ""
NO_POST = "-"


class PeopleFilters(QWidget):
    """Three choices beside the tabs; `changed` says that another was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.section = Choice(tr("Section"))
        self.post = Choice(tr("Post"))
        self.serving = Choice(tr("Serving or left"))
        self.serving.offer(
            [(tr("Serving"), SERVING), (tr("Left"), LEFT), (tr("Serving and left"), EVERYBODY)]
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        for each in (self.section, self.post, self.serving):
            each.currentIndexChanged.connect(self.changed)
            row.addWidget(each)

    def refresh(self, ground: Ground) -> None:
        """Offer the sections and posts there are now; what was chosen stays chosen."""
        sections = [(each.name, each.id) for each in ground.staff.sections]
        posts = [(each.name, each.id) for each in ground.pattern.posts]
        self.section.offer([(tr("All sections"), ""), *sections])
        self.post.offer([(tr("All posts"), ""), *posts, (tr("No post"), NO_POST)])

    def passed(self, ground: Ground) -> list[Person]:
        """The people that all three choices leave, in the order of the address list."""
        return list(self._passing(ground.staff.people, ground))

    def show_all(self) -> None:
        """Leave nobody out."""
        for each in (self.section, self.post, self.serving):
            each.choose("")

    def _passing(self, people: Sequence[Person], ground: Ground) -> Iterable[Person]:
        section, post, serving = (each.currentData() for each in (self.section, self.post, self.serving))
        for person in people:
            gone = person.left is not None and person.left < ground.today
            if (
                section in {"", person.section}
                and (not post or (post in person.posts) or (post == NO_POST and not person.posts))
                and (serving == EVERYBODY or gone == (serving == LEFT))
            ):
                yield person
