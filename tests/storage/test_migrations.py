"""What each step makes of a file as it was before; a step without its test is found out."""

from contextlib import closing

import pytest

from dutydesk.domain.people import Section
from dutydesk.storage.connection import build, connect
from dutydesk.storage.migrations import migrations, steps
from dutydesk.storage.people import SECTIONS
from dutydesk.storage.store import Store
from dutydesk.storage.verify import verify
from tests.builders import BY

ADDS = {
    "m001_journal": {"journal"},
    "m002_office": {"office", "rule"},
    "m003_people": {"section", "person", "exemption", "ab_pair", "tally"},
    "m004_calendar": {"calendar_day", "calendar_year", "sensitive_period"},
    "m005_duties": {"post", "shift_type"},
    "m006_leave": {"leave_type", "leave"},
    "m007_roster": {"duty", "publication", "wish"},
    "m008_watch": {"attendance", "candidate"},
    "m009_accounts": {"account", "secret", "break_glass"},
    "m010_clock_doubt": {"clock_doubt"},
    "m011_seals": {"seal_key", "seal"},
    "m012_log": {
        "log_entry",
        "log_template",
        "log_search",
        *(f"log_search_{part}" for part in ("config", "data", "docsize", "idx")),
    },
    "m013_leave_requests": {"approval_rule", "leave_step", "leave_credit", "leave_waiver"},
    "m014_swaps": {"swap"},
    "m015_incidents": {"incident", "report", "told", "instruction"},
    "m016_follow_ups": {"follow_up", "follow_up_step"},
    "m017_handover": {"shift_note", "standing_order", "handover", "takeover", "handover_review"},
    "m018_disclosures": {"disclosure"},
    "m019_violations": {"violation", "violation_step", "judgement", "addition", "year_closing"},
    "m020_spot_checks": {"check_plan", "spot_check", "circular"},
    "m021_overtime": {"overtime"},
}
"""The tables that each step makes, where it does no more than that."""


def tables(db):
    return {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}


def rows(db):
    """What every table holds, but for the list of the steps themselves."""
    return {name: list(db[name].rows) for name in sorted(tables(db)) if name != "_sqlite_migrations"}


def test_every_step_has_its_test():
    assert steps() == list(ADDS)


@pytest.mark.parametrize("step", ADDS)
def test_a_step_adds_its_tables_and_leaves_the_others_as_they_are(step):
    db = connect(":memory:")
    with closing(db.conn):
        build(db, "desk", stop_before=step)
        before, was = tables(db), rows(db)
        following = [*steps(), None][steps().index(step) + 1]
        migrations.apply(db, stop_before=following)
        assert tables(db) - before == ADDS[step]
        assert {name: rows(db)[name] for name in was} == was


def test_steps_done_one_by_one_end_where_all_at_once_end():
    slow, fast = connect(":memory:"), connect(":memory:")
    with closing(slow.conn), closing(fast.conn):
        build(slow, "desk", stop_before=steps()[0])
        for following in [*steps()[1:], None]:
            migrations.apply(slow, stop_before=following)
        build(fast, "desk")
        assert _shape(slow) == _shape(fast)


def _shape(db):
    return db.execute("select type, name, sql from sqlite_master order by name").fetchall()


def test_rows_of_before_are_still_what_the_journal_says_when_a_step_gave_them_columns():
    db = connect(":memory:")
    with closing(db.conn):
        build(db, "desk", stop_before="m013_leave_requests")
        with Store(db, None).write(BY, "save_sections", deed_id="1") as writing:
            writing.put_row("section", {"id": "s", "name": "秘书科", "sort": 1})
        migrations.apply(db)
        assert verify(db).faults == ()
        assert Store(db, None).all(SECTIONS) == (Section("s", "秘书科", 1),)
