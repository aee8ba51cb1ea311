import pytest

from dutydesk.storage import seals
from tests.storage.values import KEY, comes_back, sealed


@pytest.mark.parametrize("table", ["seal_key", "seal"])
def test_what_is_kept_comes_back_as_it_was(table):
    comes_back(table)


def test_a_seal_says_the_same_for_good(store):
    (seal,) = store.all(seals.SEALS)
    assert seals.message(seal) == (
        b'dutydesk-seal-1\n{"at":"2026-11-16T01:30:00Z","device":"memory","hash":"%b","id":"seal",'
        b'"key":"%b","misses":"","occasion":"backup","seq":1}' % (seal.hash.encode(), KEY.id.encode())
    )
    assert sealed(seal) == seal


def test_an_honest_seal_holds(store):
    assert list(seals.broken(store.db)) == []


@pytest.mark.parametrize(
    "change",
    [
        "update seal set seq = 2",
        "update seal set seq = 999",
        "update seal set at = '2026-11-17T01:30:00Z'",
        "update seal set misses = 'x'",
        "update seal set signature = ''",
        "update seal set hash = 'x'",
        "update seal set device = 'laptop'",
        "update seal set occasion = 'export'",
        "update seal_key set public = 'x'",
        "update seal_key set id = 'x'",
    ],
)
def test_a_seal_of_which_anything_was_changed_does_not_hold(store, change):
    store.db.execute("pragma foreign_keys = off")
    store.db.execute(change)
    assert list(seals.broken(store.db)) == ["seal"]


def test_a_seal_over_an_entry_that_was_rewritten_does_not_hold(store):
    store.db.execute("drop trigger journal_no_update")
    store.db.execute("update journal set hash = 'x' where seq = 1")
    assert list(seals.broken(store.db)) == ["seal"]
