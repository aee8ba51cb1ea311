"""The steps that made the file's first shape; those that came after are in `migrations`."""

from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from dutydesk.storage.guards import GUARDS

migrations: Final = Migrations("dutydesk")


@migrations()
def m001_journal(db: Database) -> None:
    db.execute("""
        create table journal (
            device text not null, seq integer not null, lamport integer not null, at_utc text not null,
            actor text not null, on_behalf_of text not null, deed text not null, deed_id text not null,
            undoes text not null, reason text not null, table_name text not null, row_id text not null,
            before text not null, after text not null, prev text not null, hash text not null,
            primary key (device, seq)
        ) strict""")
    db.execute("create index journal_row on journal (table_name, row_id)")
    db.execute("create index journal_deed on journal (deed_id)")
    db.execute("create index journal_undoes on journal (undoes)")
    db.execute("create index journal_lamport on journal (lamport)")
    for guard in GUARDS.values():
        db.execute(guard)


@migrations()
def m002_office(db: Database) -> None:
    db.execute("create table office (id text primary key, value text not null) strict")
    db.execute("""
        create table rule (
            id text primary key, name text not null, value text not null, valid_from text not null
        ) strict""")


@migrations()
def m003_people(db: Database) -> None:
    db.execute("""
        create table section (
            id text primary key, name text not null unique, sort integer not null
        ) strict""")
    db.execute("""
        create table person (
            id text primary key, name text not null, section text not null references section(id),
            title text not null, rank text not null, posts text not null, phone text not null,
            short_phone text not null, joined text, "left" text, sort integer not null,
            pinyin text not null, initials text not null, note text not null
        ) strict""")
    db.execute("""
        create table exemption (
            id text primary key, person text not null references person(id), scope text not null,
            reason text not null, approved_by text not null, first text, last text,
            post text not null, confirmed integer not null
        ) strict""")
    db.execute("""
        create table ab_pair (
            id text primary key, a text not null references person(id), b text not null references person(id),
            first text not null, last text not null
        ) strict""")
    db.execute("""
        create table tally (
            id text primary key, person text not null references person(id), post text not null,
            rotation text not null, count integer not null, since text, until text
        ) strict""")


@migrations()
def m004_calendar(db: Database) -> None:
    db.execute("""
        create table calendar_day (
            id text primary key, legal text not null, festival text not null, source text not null
        ) strict""")
    db.execute("create table calendar_year (id text primary key, source text not null) strict")
    db.execute("""
        create table sensitive_period (
            id text primary key, first text not null, last text not null, reason text not null,
            places text not null
        ) strict""")


@migrations()
def m005_duties(db: Database) -> None:
    db.execute("""
        create table post (
            id text primary key, name text not null unique, also text not null, seats text not null,
            sort integer not null, leads integer not null
        ) strict""")
    db.execute("""
        create table shift_type (
            id text primary key, name text not null, starts text not null, ends text not null,
            places text not null, night integer not null, rest_hours integer not null, turn text not null,
            season text not null, first text, last text, sort integer not null
        ) strict""")


@migrations()
def m006_leave(db: Database) -> None:
    db.execute("""
        create table leave_type (
            id text primary key, name text not null, also text not null, repaid integer not null,
            sort integer not null
        ) strict""")
    db.execute("""
        create table leave (
            id text primary key, person text not null references person(id),
            type text not null references leave_type(id), first text not null, from_half text not null,
            last text not null, to_half text not null, reason text not null, leaves_city integer not null,
            stand_in text not null, approved_by text not null, state text not null
        ) strict""")
    db.execute("create index leave_days on leave (first, last)")


@migrations()
def m007_roster(db: Database) -> None:
    db.execute("""
        create table duty (
            id text primary key, day text not null, shift text not null references shift_type(id),
            post text not null references post(id), seat integer not null,
            planned text references person(id), actual text references person(id),
            locked integer not null, note text not null
        ) strict""")
    db.execute("create unique index duty_place on duty (day, shift, post, seat)")
    db.execute("create index duty_actual on duty (actual, day)")
    db.execute("""
        create table publication (
            id text primary key, first text not null, last text not null, version integer not null,
            published_at text not null, published_by text not null, cells text not null
        ) strict""")
    db.execute("""
        create table wish (
            id text primary key, person text not null references person(id), day text not null,
            wants integer not null, note text not null
        ) strict""")


@migrations()
def m008_watch(db: Database) -> None:
    db.execute("""
        create table attendance (
            id text primary key, day text not null, shift text not null, post text not null,
            seat integer not null, person text not null references person(id), came_at text not null,
            left_at text not null, standing text not null, note text not null
        ) strict""")
    db.execute("create index attendance_day on attendance (day)")
    db.execute("create index attendance_open on attendance (left_at)")
    db.execute("""
        create table candidate (
            id text primary key, kind text not null, person text not null, at text not null,
            minutes integer not null, day text, shift text, post text, seat integer, records text not null
        ) strict""")


@migrations()
def m009_accounts(db: Database) -> None:
    db.execute("""
        create table account (
            id text primary key references person(id), roles text not null, wrong integer not null,
            wrong_at text not null, signed_in_at text not null
        ) strict""")
    db.execute("""
        create table secret (
            id text primary key references account(id), kind text not null, encoded text not null
        ) strict""")
    db.execute("""
        create table break_glass (
            id text primary key, encoded text not null, wrong integer not null, used_at text not null,
            used_for text not null, seen integer not null
        ) strict""")


@migrations()
def m010_clock_doubt(db: Database) -> None:
    db.execute("""
        create table clock_doubt (
            id text primary key, device text not null, first integer not null, last integer,
            right_at text not null, shown_at text not null, word text not null
        ) strict""")
    db.execute("create index journal_at on journal (device, at_utc)")


@migrations()
def m011_seals(db: Database) -> None:
    db.execute("""
        create table seal_key (
            id text primary key, device text not null, public text not null, made_at text not null
        ) strict""")
    db.execute("""
        create table seal (
            id text primary key, device text not null, seq integer not null, hash text not null,
            at text not null, occasion text not null, misses text not null,
            key text not null references seal_key(id), signature text not null
        ) strict""")
