"""What keeps the open file from being written to: known from the first failure until it is well again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dutydesk.errors import DutyDeskError, StoreError

if TYPE_CHECKING:
    from pathlib import Path


Asked = tuple[Callable[..., Any], tuple[Any, ...], Mapping[str, Any]]
"""A deed as it was asked for, without its author, whose instant is another at every try."""


def asked(deed: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Asked:
    """What is the same when somebody tries the same again."""
    return deed, args, {name: value for name, value in kwargs.items() if name != "by"}


@dataclass(frozen=True)
class Unheard:
    """A deed that failed on the disk, of which nobody knows yet whether it was kept."""

    deed_id: str
    what: Asked


class Trouble(QObject):
    """At most one error about the file itself; `changed` says that it is another, or gone."""

    changed = Signal()

    def __init__(self, path: "Path | None") -> None:
        super().__init__()
        self._path = path
        self.error: StoreError | None = None
        self.unheard: Unheard | None = None

    def meet(self, error: DutyDeskError, unheard: Unheard | None = None) -> None:
        """Take note of an error if it is about the open file; others are none of its business."""
        if not isinstance(error, StoreError) or vars(error).get("path") != str(self._path):
            return
        self.unheard = unheard or self.unheard
        is_news = type(self.error) is not type(error)
        self.error = type(error)(
            **vars(error)
        )  # without the frames that raised it, which keep whole pages alive
        if is_news:
            self.changed.emit()

    def is_over(self) -> None:
        """Say that the file is well again."""
        if self.error is not None:
            self.error = None
            self.changed.emit()
