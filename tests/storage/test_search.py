"""The index against a plain scan, on any texts."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.log import LogEntry, LogKind, LogSearch
from dutydesk.errors import DamagedFileError
from dutydesk.services.changes import deed
from dutydesk.storage import file, search
from dutydesk.storage.log import LOG, found
from dutydesk.storage.store import memory
from tests.builders import BY, NOW

letters = st.sampled_from("值班室总汛山洪a B-08'\"*%_（\ue02d𠮷é")
texts = st.text(letters, max_size=12)
needles = st.text(letters, min_size=1, max_size=4).map(str.strip).filter(bool)


def an_entry(number, content):
    return LogEntry(id=f"e{number}", number=number, kind=LogKind.OTHER, at=NOW, typed_at=NOW, content=content)


def filled(store, contents):
    with deed(store, BY, "fill") as act:
        for number, content in enumerate(contents, 1):
            act.writing.put(LOG, an_entry(number, content))


def lower(text):
    """As SQLite's LIKE compares: letters of ASCII only."""
    return "".join(each.lower() if each.isascii() else each for each in text)


@settings(max_examples=150)
@given(st.lists(texts, max_size=8), needles)
def test_nothing_is_missed_and_nothing_is_too_many(contents, needle):
    store = memory()
    with closing(store):
        filled(store, contents)
        wanted = [
            number
            for number, content in enumerate(contents, 1)
            if all(lower(word) in lower(content) for word in needle.split())
        ]
        seen = [each.number for each in found(store, LogSearch(needle))]
        assert sorted(seen) == wanted


def test_a_changed_and_a_removed_row_take_their_words_with_them():
    store = memory()
    with closing(store):
        filled(store, ["山洪", "泥石流"])
        with deed(store, BY, "change") as act:
            act.writing.put(LOG, an_entry(1, "台风"))
            act.writing.remove(LOG, "e2")
        assert [found(store, LogSearch(each)) for each in ("山洪", "泥石")] == [(), ()]
        assert len(found(store, LogSearch("台风"))) == 1


@pytest.mark.parametrize(("damage", "mended"), [("", False), ("delete-all", True)])
def test_an_index_that_does_not_know_all_rows_is_made_anew_when_the_file_is_opened(tmp_path, damage, mended):
    path = tmp_path / "office.duty"
    file.create(path, "desk")
    with closing(file.open_store(path)) as store:
        filled(store, ["山洪", "泥石流"])
        if damage:
            store.db.execute(f"insert into log_search (log_search) values ('{damage}')")  # noqa: S608 - ours
        assert search.mend(store.db) is mended
        if damage:
            store.db.execute(f"insert into log_search (log_search) values ('{damage}')")  # noqa: S608 - ours
    with closing(file.open_store(path)) as store:
        assert len(found(store, LogSearch("石流"))) == 1


def test_a_file_whose_index_cannot_be_read_is_refused_as_damaged(tmp_path):
    path = tmp_path / "office.duty"
    file.create(path, "desk")
    path.write_bytes(path.read_bytes().replace(b"tokenize='ascii'", b"$okenize='ascii'"))
    with pytest.raises(DamagedFileError):
        file.open_store(path)


def test_an_index_of_an_earlier_version_is_made_anew_when_the_file_is_opened():
    store = memory()
    with closing(store):
        filled(store, ["山洪", "泥石流"])
        store.db.execute("insert into log_search (log_search) values ('delete-all')")
        for number in (1, 2):
            store.db.execute(
                "insert into log_search (rowid, words, initials) values (?, '山洪', '')", [number]
            )
        assert search.mend(store.db)
        assert [each.number for each in found(store, LogSearch("泥石"))] == [2]
        assert not search.mend(store.db)
