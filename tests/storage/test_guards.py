import sqlite3

import pytest

from dutydesk.storage import guards


def test_the_journal_can_only_grow(store):
    for statement in ("update journal set actor = 'x'", "delete from journal"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.db.execute(statement)


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        (["drop trigger journal_no_delete"], "journal_no_delete"),
        (
            [
                "drop trigger journal_no_update",
                "create trigger journal_no_update after delete on wish begin select 1; end",
            ],
            "journal_no_update",
        ),
        (['create trigger "a ""guest""" after insert on duty begin delete from wish; end'], 'a "guest"'),
    ],
    ids=["gone", "changed", "not ours"],
)
def test_a_broken_guard_is_named_and_mended(store, statements, name):
    for statement in statements:
        store.db.execute(statement)
    assert guards.broken(store.db) == (name,)
    assert guards.mend(store.db) == (name,)
    assert guards.broken(store.db) == guards.mend(store.db) == ()
