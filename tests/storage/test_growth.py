from contextlib import closing

from dutydesk.storage.connection import connect
from dutydesk.storage.growth import Growth


def grown():
    db = connect(":memory:")
    db.execute("create table cup (id text primary key, name text not null) strict")
    db.execute("alter table cup add column size integer not null default 3")
    db.execute("alter table cup add column colour text default null")
    db.execute("alter table cup add column owner text not null default ''")
    return db


def test_an_old_entry_tells_of_the_defaults_of_columns_added_since():
    db = grown()
    with closing(db.conn):
        told = Growth(db).text("cup", '{"id":"a","name":"b"}')
    assert told == '{"colour":null,"id":"a","name":"b","owner":"","size":3}'


def test_a_newer_entry_is_left_as_it_is_and_so_is_a_row_removed():
    db = grown()
    told = '{"colour":null,"id":"a","name":"b","owner":"c","size":9}'
    with closing(db.conn):
        assert Growth(db).text("cup", told) == told
        assert Growth(db).text("cup", "") == ""


def test_a_text_that_was_spoilt_is_left_as_it_is():
    db = grown()
    with closing(db.conn):
        assert Growth(db).text("cup", '{"id":"a","na\0') == '{"id":"a","na\0'
