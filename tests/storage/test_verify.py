import sqlite3

import pytest

from dutydesk.storage import journal
from dutydesk.storage.verify import Check, Fault, verify
from tests.storage.values import EVERY

TEXT = {
    "office": "value", "rule": "value", "calendar_day": "festival", "calendar_year": "source",
    "ab_pair": "first", "tally": "post", "leave_type": "name", "publication": "published_by",
    "shift_type": "name", "section": "name", "person": "name", "post": "name", "exemption": "reason",
    "sensitive_period": "reason", "leave": "reason", "duty": "note", "wish": "note",
    "swap": "reason",
    "attendance": "note", "candidate": "person",
    "account": "signed_in_at", "secret": "encoded", "break_glass": "used_for",
    "clock_doubt": "word",
    "seal_key": "device", "seal": "misses", "disclosure": "about",
    "log_entry": "content", "log_template": "name",
    "approval_rule": "kind", "leave_step": "opinion", "leave_credit": "note", "leave_waiver": "reason",
    "incident": "name", "report": "scope", "told": "answer", "instruction": "result",
    "follow_up": "content", "follow_up_step": "text", "shift_note": "summary", "standing_order": "text",
    "handover": "summary", "takeover": "objection", "handover_review": "opinion",
    "violation": "what", "violation_step": "words", "judgement": "reason", "addition": "reason",
    "year_closing": "by", "check_plan": "made_by", "spot_check": "problem", "circular": "made_by",
    "overtime": "reason",
}  # fmt: skip
"""A column of each table whose text may be any."""
EXCHANGE = (
    "update journal set seq = case seq when 4 then 1005 when 5 then 1004 else seq end;"
    "update journal set seq = seq - 1000 where seq > 1000"
)


def faults(store):
    return {(fault.check, fault.where) for fault in verify(store.db).faults}


def test_an_untouched_file_has_no_fault_and_names_its_anchor(store):
    verdict = verify(store.db)
    seq, _, head = journal.head(store.db)
    assert (verdict.faults, verdict.device, verdict.seq, verdict.head) == ((), "memory", seq, head)


@pytest.mark.parametrize("table", EVERY)
def test_a_row_changed_behind_the_program_is_seen_in_every_table(store, table):
    row = store.db.execute(f"select id from {table} order by id").fetchone()[0]  # noqa: S608 - a table of ours
    store.db[table].update(row, {TEXT[table]: "2020-01-01"})
    assert (Check.REPLAY, f"{table} {row}") in faults(store)


@pytest.mark.parametrize("table", EVERY)
def test_a_row_added_or_removed_behind_the_program_is_seen_in_every_table(store, table):
    store.db.execute("pragma foreign_keys = off")
    row = next(iter(store.db[table].rows))
    store.db[table].delete(row["id"])
    assert (Check.REPLAY, f"{table} {row['id']}") in faults(store)
    store.db[table].insert(row)
    assert faults(store) == set()
    store.db[table].insert({**row, "id": "forged", **_unlike(table)})
    assert (Check.REPLAY, f"{table} forged") in faults(store)


def _unlike(table):
    """What must differ between two rows of a table."""
    return {
        "section": {"name": "x"},
        "post": {"name": "x"},
        "duty": {"seat": 7},
        "log_entry": {"number": 9},
    }.get(table, {})


def test_text_that_only_looks_alike_is_a_change(store):
    store.db["section"].update("s", {"name": "cafe\u0301"})
    assert (Check.REPLAY, "section s") in faults(store)


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        ("delete from journal where seq = 4", Fault(Check.CHAIN, "5")),
        ("delete from journal where seq = (select max(seq) from journal)", Fault(Check.REPLAY, "seal seal")),
        ("update journal set actor = '别人' where seq = 4", Fault(Check.CHAIN, "4")),
        ("update journal set after = replace(after, '秘书科', '督查科')", Fault(Check.CHAIN, "1")),
        (EXCHANGE, Fault(Check.CHAIN, "4")),
        ("update device set value = 'another'", Fault(Check.CHAIN, "1")),
    ],
    ids=["deleted", "the newest deleted", "edited", "rewritten", "exchanged", "another device"],
)
def test_a_journal_that_was_tampered_with_is_seen(store, statement, seen):
    store.db.execute("drop trigger journal_no_update")
    store.db.execute("drop trigger journal_no_delete")
    for each in statement.split(";"):
        store.db.execute(each)
    assert (seen.check, seen.where) in faults(store)
    assert (Check.GUARDS, "journal_no_update") in faults(store)


def test_a_guard_put_back_at_opening_is_still_told(store):
    assert verify(store.db, mended=["journal_no_update"]).faults == (
        Fault(Check.GUARDS, "journal_no_update"),
    )


def test_a_row_that_names_nobody_is_seen(store):
    store.db.execute("pragma foreign_keys = off")
    store.db.execute("delete from person where id = 'p'")
    assert (Check.FOREIGN_KEYS, "leave") in faults(store)


def test_verifying_writes_nothing(store):
    before = list(store.db.conn.iterdump())
    verify(store.db)
    assert list(store.db.conn.iterdump()) == before


def altered(kind, value):
    """Another value of the same kind."""
    if kind == "INTEGER":
        return 1 if value is None else value + 100_000
    return f"{value or ''}x"


def each_alone(store, table, column, kind, rows):
    """What is seen when one row after the other is changed in one column, and nothing else."""
    for number, value in rows:
        store.db.execute("begin")
        store.db.execute(f'update {table} set "{column}" = ? where rowid = ?', [altered(kind, value), number])  # noqa: S608 - a table of ours
        yield faults(store)
        store.db.execute("rollback")


def shape(store, table):
    return [(name, kind) for _, name, kind, *_ in store.db.execute(f"pragma table_info({table})")]


@pytest.mark.parametrize("table", EVERY)
def test_a_change_of_any_column_of_any_row_is_seen(store, table):
    store.db.execute("pragma foreign_keys = off")
    for column, kind in shape(store, table):
        rows = store.db.execute(f'select rowid, "{column}" from {table}').fetchall()  # noqa: S608 - a table of ours
        assert rows
        assert all(each_alone(store, table, column, kind, rows)), column
    assert faults(store) == set()


@pytest.mark.parametrize("column", journal.COLUMNS)
def test_a_change_of_any_column_of_any_entry_is_seen(store, column):
    store.db.execute("drop trigger journal_no_update")
    kind = dict(shape(store, "journal"))[column]
    rows = store.db.execute(f'select rowid, "{column}" from journal').fetchall()  # noqa: S608 - a column of ours
    missing = (Check.GUARDS, "journal_no_update")
    for found in each_alone(store, "journal", column, kind, rows):
        assert found - {missing}
    assert faults(store) == {missing}


def test_any_entry_that_is_taken_out_is_seen(store):
    store.db.execute("drop trigger journal_no_delete")
    missing = (Check.GUARDS, "journal_no_delete")
    for (seq,) in store.db.execute("select seq from journal").fetchall():
        store.db.execute("begin")
        store.db.execute("delete from journal where seq = ?", [seq])
        assert faults(store) - {missing}
        store.db.execute("rollback")


@pytest.mark.parametrize("entry", ["update", "delete", "replace"])
def test_the_guards_stop_whoever_writes_to_the_journal(store, entry):
    statements = {
        "update": "update journal set actor = '别人'",
        "delete": "delete from journal",
        "replace": "replace into journal select * from journal",
    }
    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute(statements[entry])
    assert faults(store) == set()
