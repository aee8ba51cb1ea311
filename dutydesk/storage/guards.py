"""The triggers that keep the journal append-only; no other trigger belongs into the file."""

from typing import Final

from sqlite_utils import Database

GUARDS: Final = {
    "journal_no_update": (
        "create trigger journal_no_update before update on journal "
        "begin select raise(abort, 'the journal is append-only'); end"
    ),
    "journal_no_delete": (
        "create trigger journal_no_delete before delete on journal "
        "begin select raise(abort, 'the journal is append-only'); end"
    ),
}


def broken(db: Database) -> tuple[str, ...]:
    """The names of guards that are gone or changed, and of triggers that are not ours."""
    found = {
        str(name): str(sql).casefold()  # SQLite keeps the first words in capitals
        for name, sql in db.execute("select name, sql from sqlite_master where type = 'trigger'")
    }
    wanted = {name: sql.casefold() for name, sql in GUARDS.items()}
    return tuple(sorted(each for each in found.keys() | wanted if found.get(each) != wanted.get(each)))


def mend(db: Database) -> tuple[str, ...]:
    """Put back what is broken; returns its names. A rebuilt table loses its triggers without a word."""
    names = broken(db)
    for name in names:
        quoted = name.replace('"', '""')
        db.execute(f'drop trigger if exists "{quoted}"')
        if name in GUARDS:
            db.execute(GUARDS[name])
    return names
