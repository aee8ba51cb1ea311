"""What was read stays known until something is written: one page asks for the same people many times."""

from typing import Any

from sqlite_utils import Database

_ANSWERS, _ROWS = 256, 4000
"""So many answers are kept, and none that is longer than so many rows."""
Asked = tuple[str, str, tuple[Any, ...]]


class Remembered:
    """The answers to questions, while the file is as it was when they were read; values are never changed.

    Whether it is, SQLite says: it counts what this connection wrote, and sees that another one did. Within a
    transaction nothing is remembered, as it may be taken back.
    """

    def __init__(self) -> None:
        self._state: tuple[int, int] | None = None
        self._answers: dict[Asked, tuple[Any, ...]] = {}

    def known(self, db: Database, asked: Asked) -> tuple[Any, ...] | None:
        """The answer to a question; None where it must be read."""
        state = None
        if not db.conn.in_transaction:
            state = (db.conn.total_changes, db.execute("pragma data_version").fetchone()[0])
        if state is None or state != self._state:
            self._answers.clear()
            self._state = state
        return self._answers.get(asked)

    def remember(self, asked: Asked, answer: tuple[Any, ...]) -> None:
        """Keep what was just read."""
        if self._state is not None and len(answer) <= _ROWS:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            self._answers[asked] = answer
