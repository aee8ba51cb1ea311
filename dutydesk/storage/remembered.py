"""What was read stays known until it may be otherwise: one page asks for the same people many times."""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

_ANSWERS, _ROWS = 256, 4000
"""So many answers are kept, and none that is longer than so many rows."""
Asked = tuple[str, str, tuple[Any, ...]]


class Remembered:
    """The answers to questions, while the tables they come from are as they were; values are never changed.

    Which tables a deed wrote, the deed says. That nothing else was written, SQLite says: it counts what this
    connection wrote, and sees that another one did. Within a transaction nothing is remembered, as it may be
    taken back.
    """

    def __init__(self) -> None:
        self._state: tuple[int, int] | None = None
        self._lasting = False
        self._answers: dict[Asked, tuple[tuple[Any, ...], frozenset[str]]] = {}

    def known(self, db: Database, asked: Asked) -> tuple[Any, ...] | None:
        """The answer to a question; None where it must be read."""
        self._lasting = not db.conn.in_transaction
        if not self._lasting:
            return None
        self.look(db)
        found = self._answers.get(asked)
        return found[0] if found else None

    def remember(self, asked: Asked, answer: tuple[Any, ...], tables: Iterable[str]) -> None:
        """Keep what was just read from some tables; of none named, from any."""
        if self._lasting and len(answer) <= _ROWS:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            self._answers[asked] = answer, frozenset(tables)

    def look(self, db: Database) -> None:
        """Forget everything if something was written of which no deed told."""
        state = _state(db)
        if state != self._state:
            self._answers.clear()
            self._state = state

    def wrote(self, db: Database, tables: Iterable[str]) -> None:
        """Forget what comes from the tables that a deed wrote; before the deed `look` was called."""
        written, before, self._state = frozenset(tables), self._state, _state(db)
        alone = before is not None and before[1] == self._state[1]  # nobody else wrote just before
        self._answers = {
            asked: (answer, of)
            for asked, (answer, of) in self._answers.items()
            if alone and of and not of & written
        }


def _state(db: Database) -> tuple[int, int]:
    return db.conn.total_changes, int(db.execute("pragma data_version").fetchone()[0])
