import pytest

from dutydesk.domain.people import Section
from dutydesk.errors import AlreadyDoneError
from dutydesk.services.changes import TOPIC_OF, Changes, Topic, deed
from dutydesk.storage.people import SECTIONS
from dutydesk.storage.store import memory
from dutydesk.storage.tables import ALL
from tests.invented import BY, journalled


def add(store, number=1, deed_id="a-deed"):
    with deed(store, BY, "save_sections", deed_id=deed_id) as act:
        act.writing.put(SECTIONS, Section(f"s{number}", f"科室{number}"))
    return act.changes


def test_what_became_stale_is_known_after_the_deed():
    assert add(memory()) == Changes(Topic.PEOPLE, 1, "save_sections")


def test_a_retry_of_a_kept_deed_says_so_and_writes_nothing():
    store = memory()
    add(store)
    with pytest.raises(AlreadyDoneError) as told:
        add(store, number=2)
    assert told.value.deed_id == "a-deed"
    assert journalled(store) == 1
    assert [each.id for each in store.all(SECTIONS)] == ["s1"]


def test_a_deed_that_failed_may_be_retried_with_its_id():
    store = memory()
    with pytest.raises(LookupError), deed(store, BY, "save_sections", deed_id="a-deed"):
        raise LookupError
    assert add(store).rows == 1


def test_deeds_without_an_id_are_each_another_one():
    store = memory()
    assert add(store, 1, deed_id="").rows == add(store, 2, deed_id="").rows == 1
    assert journalled(store) == 2


def test_every_table_is_some_pages_topic():
    assert TOPIC_OF.keys() == {table.name for table in ALL}
    assert set(TOPIC_OF.values()) == set(Topic)


def test_a_deed_that_writes_nothing_makes_nothing_stale():
    store = memory()
    add(store, deed_id="")
    assert add(store, deed_id="") == Changes(Topic(0), 0, "save_sections")
