"""The posts of the office in the order of the roster's columns."""

from collections.abc import Callable
from dataclasses import replace

from typing_extensions import override

from dutydesk.domain.duties import Post
from dutydesk.services import duties
from dutydesk.services.duties import Pattern
from dutydesk.services.ids import new_id
from ui.editing import reading
from ui.editing.drafts import Field, attribute
from ui.editing.edited_list import Deeds, EditedList, Wording
from ui.i18n import tr
from ui.session import Session

_YES_NO = ("", reading.YES)


class PostList(EditedList[Post]):
    """All posts; one that a shift, person or duty names cannot be removed."""

    def __init__(self, session: Session, pattern: Callable[[], Pattern]) -> None:
        self._pattern = pattern
        wording = Wording(
            tr("Posts"),
            tr("Add a post"),
            "person",
            tr("No posts yet"),
            tr("Start from a preset, or add the posts that your roster has columns for."),
        )
        deeds = Deeds(duties.save_posts, duties.remove_posts, "post")
        super().__init__(session, wording, self._fields(), deeds, movable=True)

    def reload(self) -> None:
        """Show the posts as they are kept now."""
        self.drafts.set_values(self._pattern().posts)

    @override
    def new_row(self) -> Post:
        after = max((each.sort for each in self._pattern().posts), default=0) + 1
        return Post(new_id(self._session.now()), "", sort=after)

    @override
    def arrange(self, order: list[Post]) -> None:
        self.keep([replace(each, sort=number) for number, each in enumerate(order, 1)])

    def _fields(self) -> list[Field[Post]]:
        return [
            attribute("name", tr("Post"), needed=True, width=10),
            attribute("seats", tr("Names of its places"), read=reading.words, show="、".join, width=14),
            attribute(
                "leads",
                tr("Leads"),
                read=reading.answer,
                show=reading.yes_text,
                words=_YES_NO,
                tip=lambda _: tr("Satisfies “a leader on site” in sensitive periods."),
            ),
            attribute("also", tr("Also called in lists"), read=reading.words, show="、".join, tip=_also),
        ]


def _also(post: Post) -> str:
    return "、".join(post.also)
