"""How the file's shape came to be: named steps, applied once each, never edited after a release.

A step speaks raw tables only, never today's values. The oldest are in `first_steps`; a new one comes last.
"""

from sqlite_utils import Database

from dutydesk.storage import desk_shapes, discipline_shapes
from dutydesk.storage.first_steps import migrations

__all__ = ["migrations", "steps"]


def steps() -> list[str]:
    """The names of all steps in their order."""
    blank = Database(memory=True, execute_plugins=False)  # looking for plugins takes longer than the rest
    try:
        return [each.name for each in migrations.pending(blank)]
    finally:
        blank.conn.close()


@migrations()
def m012_log(db: Database) -> None:
    for shape in desk_shapes.LOG:
        db.execute(shape)


@migrations()
def m013_leave_requests(db: Database) -> None:
    """What a slip says, the rules of each kind, the chain of approval, accounts and waived duties."""
    db.execute("alter table section add column leader text not null default ''")
    db.execute("alter table person add column works_since text default null")
    for column in ("repaid_days", "calendar_days", "certificate_days", "longest"):
        db.execute(f"alter table leave_type add column {column} integer not null default 0")
    db.execute("alter table leave_type add column account text not null default 'nothing'")
    for column in ("destination", "phone", "acting", "handed_over", "certificate", "extends"):
        db.execute(f"alter table leave add column {column} text not null default ''")
    db.execute("alter table leave add column back text default null")
    db.execute("alter table leave add column back_half text default null")
    db.execute("""
        create table approval_rule (
            id text primary key, level text not null, over integer not null, up_to integer,
            steps text not null, kind text not null, filed_with text not null, valid_from text not null
        ) strict""")
    db.execute("""
        create table leave_step (
            id text primary key, leave text not null references leave(id), number integer not null,
            approver text not null, decision text, decided_by text not null, signed text not null,
            opinion text not null, paper text not null, decided_at text
        ) strict""")
    db.execute("create index leave_step_leave on leave_step (leave, number)")
    db.execute("""
        create table leave_credit (
            id text primary key, person text not null references person(id), account text not null,
            year integer not null, half_days integer not null, note text not null
        ) strict""")
    db.execute("""
        create table leave_waiver (
            id text primary key, leave text not null references leave(id), day text not null,
            shift text not null, post text not null, seat integer not null, reason text not null,
            waived_by text not null
        ) strict""")


@migrations()
def m014_swaps(db: Database) -> None:
    db.execute("""
        create table swap (
            id text primary key, kind text not null, day text not null, place text not null,
            applicant text not null references person(id), counterpart text not null references person(id),
            returned text not null, month text, reason text not null, urgency text not null,
            state text not null, asked text not null, agreed text not null, approved text not null,
            filing text not null, closing text not null, leave text not null, applied_at text
        ) strict""")
    db.execute("create index swap_state on swap (state, day)")
    db.execute("create index swap_leave on swap (leave)")


@migrations()
def m015_incidents(db: Database) -> None:
    for shape in desk_shapes.INCIDENTS:
        db.execute(shape)


@migrations()
def m016_follow_ups(db: Database) -> None:
    for shape in desk_shapes.FOLLOW_UPS:
        db.execute(shape)


@migrations()
def m017_handover(db: Database) -> None:
    for shape in desk_shapes.HANDOVER:
        db.execute(shape)


@migrations()
def m018_disclosures(db: Database) -> None:
    db.execute("""
        create table disclosure (
            id text primary key, kind text not null, at text not null, about text not null,
            rows integer not null
        ) strict""")


@migrations()
def m019_violations(db: Database) -> None:
    for shape in discipline_shapes.VIOLATIONS:
        db.execute(shape)


@migrations()
def m020_spot_checks(db: Database) -> None:
    for shape in discipline_shapes.SPOT_CHECKS:
        db.execute(shape)


@migrations()
def m021_overtime(db: Database) -> None:
    db.execute(discipline_shapes.OVERTIME)
