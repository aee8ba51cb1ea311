"""Finding any piece of text in the log: pairs of characters in FTS5, exact as a scan and as fast as a book.

Each text is kept as its overlapping pairs of characters and, at its end, its last character alone. A phrase
of following pairs is then a piece of the text, and one character is the beginning of a pair. The tokenizers
that know trigrams or words miss words of two characters, or 总值班室 within a longer one.

The rows of the index are the numbers of the entries below zero: FTS5 reads upwards four times as fast as
downwards, and the newest entries are wanted first.
"""

import json
import sqlite3
from collections.abc import Mapping
from typing import Final

from sqlite_utils import Database

from dutydesk.storage.journal import Row

INDEX: Final = "log_search"
INDEXED: Final[Mapping[str, tuple[str, ...]]] = {
    "log_entry": ("unit", "person", "title", "phone", "receiver", "content", "proposal", "result", "details"),
}
"""The tables whose rows are found by their texts, and the columns of these; each row has a `number`."""
_SIGNS = {ordinal: 0xE000 + ordinal for ordinal in range(0x80) if not chr(ordinal).isalnum()}
"""The ASCII signs as characters that the tokenizer takes for letters: 0571-8888 is one piece of text."""
_APART = {0xE000 + ordinal: 0xF0000 + ordinal for ordinal in range(0x80)}


def keep(db: Database, table: str, row: Row, *, fresh: bool) -> None:
    """Enter a row that was just written; only inside the transaction that wrote it.

    An index without content cannot forget the old words of a row, so a changed row makes it anew; the
    program itself never changes an entry of the log.
    """
    if table in INDEXED and fresh:
        _enter(db, row)
    elif table in INDEXED:
        rebuild(db)


def forget(db: Database, table: str) -> None:
    """Make the index anew without a row that was just removed."""
    if table in INDEXED:
        rebuild(db)


def is_torn(db: Database) -> bool:
    """Whether what declares the index cannot be read any more: SQLite's own check looks past it."""
    try:
        db.execute(f"select rowid from {INDEX} where {INDEX} match 'a' limit 1").fetchall()
    except sqlite3.OperationalError:
        return True
    return False


def mend(db: Database) -> bool:
    """Make the index anew if it does not know every row, as after a salvage; returns whether it had to be."""
    known, highest = db.execute(f"select count(*), max(id) from {INDEX}_docsize").fetchone()
    wanted = sum(db.execute(f"select count(*) from {table}").fetchone()[0] for table in INDEXED)
    upwards = known == 0 or highest < 0  # the files of an earlier version have the oldest entries first
    if known == wanted and upwards:
        return False
    rebuild(db)
    return True


def rebuild(db: Database) -> None:
    """Make the whole index anew from the rows."""
    db.execute(f"insert into {INDEX} ({INDEX}) values ('delete-all')")
    for table in INDEXED:
        cursor = db.execute(f"select * from {table} order by number desc")
        names = [each[0] for each in cursor.description]
        for values in cursor.fetchall():
            _enter(db, dict(zip(names, values, strict=True)))


def _enter(db: Database, row: Row) -> None:
    texts = "\n".join(each for column in INDEXED["log_entry"] for each in _texts(column, str(row[column])))
    db.execute(
        f"insert into {INDEX} (rowid, words, initials) values (?, ?, ?)",
        [-row["number"], _pairs(texts), _pairs(row["initials"])],
    )


def _texts(column: str, text: str) -> list[str]:
    """What a column says: of the details, which are kept as JSON, the values only."""
    return list(json.loads(text).values()) if column == "details" else [text]


def _pairs(text: str) -> str:
    """The overlapping pairs of characters, and the last character alone."""
    plain = text.translate(_APART).translate(_SIGNS)
    return " ".join(plain[at : at + 2] for at in range(len(plain)))


def question(text: str) -> str:
    """The FTS5 query for all words of a text; a Latin one may be somebody's initials. Empty for no word."""
    return " AND ".join(_term(word) for word in text.split())


def _term(word: str) -> str:
    plain = word.translate(_APART).translate(_SIGNS)
    pairs = " ".join(plain[at : at + 2] for at in range(len(plain) - 1))
    phrase = f'"{pairs}"' if pairs else f'"{plain}"*'
    if word.isascii() and word.isalpha():
        return f"({phrase})"
    return f"words : {phrase}"
