"""The tables of the duty room as the steps of `migrations` make them; never edited after a release."""

from typing import Final

LOG: Final = (
    """
    create table log_entry (
        id text primary key, number integer not null unique, shift text not null, kind text not null,
        at text not null, typed_at text not null, recorder text not null, unit text not null,
        person text not null, title text not null, phone text not null, receiver text not null,
        content text not null, proposal text not null, result text not null, level text not null,
        read_back integer not null, open integer not null, bearing text not null, about text not null,
        details text not null, initials text not null
    ) strict""",
    "create index log_entry_shift on log_entry (shift)",
    "create index log_entry_at on log_entry (at)",
    "create index log_entry_about on log_entry (about) where about <> ''",
    "create index log_entry_open on log_entry (open) where open = 1",
    """
    create table log_template (
        id text primary key, kind text not null, name text not null, content text not null,
        proposal text not null, sort integer not null
    ) strict""",
    """
    create virtual table log_search using fts5(
        words, initials, content='', tokenize='ascii', prefix='1'
    )""",
)
INCIDENTS: Final = (
    """
    create table incident (
        id text primary key, number integer not null, name text not null, category text not null,
        grade text not null, sensitive integer not null, place text not null, source text not null,
        entry text not null, learned_at text not null, received_at text not null,
        occurred_at text not null
    ) strict""",
    """
    create table report (
        id text primary key, incident text not null references incident(id), kind text not null,
        sequence integer not null, number integer not null, issued_at text not null,
        typed_at text not null, drafted_by text not null, verified_by text not null,
        signed_by text not null, scope text not null, facts text not null
    ) strict""",
    "create index report_incident on report (incident)",
    """
    create table told (
        id text primary key, incident text not null references incident(id), whom text not null,
        unit text not null, at text not null, typed_at text not null, channel text not null,
        upward integer not null, told_by text not null, answer text not null
    ) strict""",
    "create index told_incident on told (incident)",
    """
    create table instruction (
        id text primary key, leader text not null, content text not null, given_at text not null,
        typed_at text not null, spoken integer not null, read_back integer not null,
        incident text not null, entry text not null, passed_to text not null, passed_at text not null,
        result text not null, reported_at text not null
    ) strict""",
)
FOLLOW_UPS: Final = (
    """
    create table follow_up (
        id text primary key, number integer not null, content text not null, source text not null,
        origin text not null, unit text not null, handler text not null, responsible text not null,
        registered_at text not null, due text not null, stage integer not null, answer text not null,
        closed_by text not null, closed_at text not null
    ) strict""",
    """
    create table follow_up_step (
        id text primary key, follow_up text not null references follow_up(id), kind text not null,
        at text not null, done_by text not null, text text not null, due text not null,
        stage integer not null
    ) strict""",
    "create index follow_up_step_item on follow_up_step (follow_up)",
)
HANDOVER: Final = (
    """
    create table shift_note (
        id text primary key, weather text not null, warnings text not null, summary text not null,
        watch_points text not null
    ) strict""",
    """
    create table standing_order (
        id text primary key, text text not null, issued_by text not null, first text not null, last text
    ) strict""",
    """
    create table handover (
        id text primary key, outgoing text not null references person(id), signed_at text not null,
        weather text not null, warnings text not null, summary text not null, watch_points text not null,
        equipment text not null, counts text not null, items text not null, quiet integer not null,
        anchor text not null
    ) strict""",
    """
    create table takeover (
        id text primary key references handover(id), incoming text not null references person(id),
        into_shift text not null, signed_at text not null, items text not null, orders text not null,
        objection text not null, anchor text not null
    ) strict""",
    """
    create table handover_review (
        id text primary key references takeover(id), leader text not null, opinion text not null,
        signed_at text not null
    ) strict""",
)
