"""How one kind of value is kept in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dutydesk.storage.journal import Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table's name and how its rows become values and back; every table has a text key `id`.

    `evidence` rows are never undone, only corrected by new ones. `hidden` columns are never shown to anybody.
    """

    name: str
    to_row: Callable[[T], Row]
    from_row: Callable[[Row], T]
    order: str = "id"
    evidence: bool = False
    hidden: frozenset[str] = frozenset()
