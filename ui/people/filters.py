"""Which people the list shows: by section, by post, and whether they still serve."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from dutydesk.domain.people import Person
from ui.i18n import tr
from ui.people.ground import Ground

SERVING, LEFT, EVERYBODY = "serving", "left", ""
NO_POST = "-"


class PeopleFilters(QWidget):
    """Three choices beside the tabs; `changed` says that another was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.section = self._choice(tr("Section"))
        self.post = self._choice(tr("Post"))
        self.serving = self._choice(tr("Serving or left"))
        _offer(
            self.serving,
            [(tr("Serving"), SERVING), (tr("Left"), LEFT), (tr("Serving and left"), EVERYBODY)],
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        for each in (self.section, self.post, self.serving):
            row.addWidget(each)

    def refresh(self, ground: Ground) -> None:
        """Offer the sections and posts there are now; what was chosen stays chosen."""
        sections = [(each.name, each.id) for each in ground.staff.sections]
        posts = [(each.name, each.id) for each in ground.pattern.posts]
        _offer(self.section, [(tr("All sections"), ""), *sections])
        _offer(self.post, [(tr("All posts"), ""), *posts, (tr("No post"), NO_POST)])

    def passed(self, ground: Ground) -> list[Person]:
        """The people that all three choices leave, in the order of the address list."""
        return list(self._passing(ground.staff.people, ground))

    def show_all(self) -> None:
        """Leave nobody out."""
        for each in (self.section, self.post, self.serving):
            each.setCurrentIndex(each.findData(""))

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

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.currentIndexChanged.connect(self.changed)
        return choice


def _offer(choice: QComboBox, answers: Sequence[tuple[str, str]]) -> None:
    """Offer these answers without saying that the choice changed, as long as it did not."""
    before = choice.currentData()
    if [(choice.itemText(at), choice.itemData(at)) for at in range(choice.count())] == list(answers):
        return
    blocked = choice.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
    choice.clear()
    for text, value in answers:
        choice.addItem(text, value)
    choice.setCurrentIndex(max(choice.findData(before), 0))
    choice.blockSignals(blocked)
