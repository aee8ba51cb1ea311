"""The tables of discipline as the steps of `migrations` make them; never edited after a release."""

from typing import Final

VIOLATIONS: Final = (
    """
    create table violation (
        id text primary key, number integer not null, kind text not null,
        person text not null references person(id), at text not null, judged_day text not null,
        what text not null, due integer not null, day text, shift text, post text, seat integer,
        records text not null, candidate text not null, rule text not null, joint_of text not null,
        reporter text not null, doubtful integer not null, state text not null, points integer not null,
        informed_on text, confirmed_on text
    ) strict""",
    "create index violation_day on violation (judged_day)",
    """
    create table violation_step (
        id text primary key, violation text not null references violation(id), number integer not null,
        state text not null, at text not null, by text not null, words text not null,
        points integer not null
    ) strict""",
    "create index violation_step_violation on violation_step (violation, number)",
    """
    create table judgement (
        id text primary key, verdict text not null, at text not null, by text not null,
        reason text not null
    ) strict""",
    """
    create table addition (
        id text primary key, number integer not null, person text not null references person(id),
        day text not null, points integer not null, reason text not null, at text not null,
        by text not null
    ) strict""",
    """
    create table year_closing (
        id text primary key, closed_at text not null, by text not null, sheets text not null
    ) strict""",
)
SPOT_CHECKS: Final = (
    """
    create table check_plan (
        id text primary key, first text not null, last text not null, seed text not null,
        made_at text not null, made_by text not null, checks text not null
    ) strict""",
    """
    create table spot_check (
        id text primary key, at text not null, method text not null, shift text not null,
        inspector text not null, found text not null, items text not null, seconds integer,
        problem text not null, handling text not null, evidence text not null, acknowledged text not null
    ) strict""",
    "create index spot_check_at on spot_check (at)",
    """
    create table circular (
        id text primary key, number integer not null, first text not null, last text not null,
        named integer not null, made_at text not null, made_by text not null, counts text not null,
        problems text not null, entries text not null, matters text not null, demands text not null
    ) strict""",
)
OVERTIME: Final = """
    create table overtime (
        id text primary key, person text not null references person(id), starts text not null,
        ends text not null, reason text not null, approved_by text not null, done text not null,
        word text not null, note text not null, state text not null
    ) strict"""
