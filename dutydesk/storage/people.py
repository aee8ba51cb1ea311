"""Sections, people, exemptions, pairs and opening tallies as rows."""

import json
from datetime import date

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import Period
from dutydesk.domain.people import Exemption, ExemptionScope, Pair, Person, Section
from dutydesk.domain.roster import Tally
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table


def day_text(day: date | None) -> str | None:
    """A day, or an open end, as it is kept."""
    return day.isoformat() if day else None


def day_value(text: str | None) -> date | None:
    """The day of a kept text, or None for an open end."""
    return date.fromisoformat(text) if text else None


def _section_row(section: Section) -> Row:
    return {"id": section.id, "name": section.name, "sort": section.sort, "leader": section.leader}


def _section(row: Row) -> Section:
    return Section(**row)


def _person_row(person: Person) -> Row:
    return {
        "id": person.id, "name": person.name, "section": person.section, "title": person.title,
        "rank": person.rank, "posts": json.dumps(sorted(person.posts)), "phone": person.phone,
        "short_phone": person.short_phone, "joined": day_text(person.joined), "left": day_text(person.left),
        "sort": person.sort, "pinyin": person.pinyin, "initials": person.initials, "note": person.note,
        "works_since": day_text(person.works_since),
    }  # fmt: skip


def _person(row: Row) -> Person:
    return Person(
        **{
            **row,
            "posts": frozenset(json.loads(row["posts"])),
            "joined": day_value(row["joined"]),
            "left": day_value(row["left"]),
            "works_since": day_value(row["works_since"]),
        }
    )


def _exemption_row(exemption: Exemption) -> Row:
    return {
        "id": exemption.id, "person": exemption.person, "scope": exemption.scope.value,
        "reason": exemption.reason, "approved_by": exemption.approved_by,
        "first": day_text(exemption.first), "last": day_text(exemption.last), "post": exemption.post,
        "confirmed": int(exemption.confirmed),
    }  # fmt: skip


def _exemption(row: Row) -> Exemption:
    return Exemption(
        **{
            **row,
            "scope": ExemptionScope(row["scope"]),
            "first": day_value(row["first"]),
            "last": day_value(row["last"]),
            "confirmed": bool(row["confirmed"]),
        }
    )


def _pair_row(pair: Pair) -> Row:
    period = pair.period
    return {
        "id": pair.id,
        "a": pair.a,
        "b": pair.b,
        "first": day_text(period.first),
        "last": day_text(period.last),
    }


def _pair(row: Row) -> Pair:
    period = Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
    return Pair(row["id"], row["a"], row["b"], period)


def _tally_row(tally: Tally) -> Row:
    return {
        "id": tally.id, "person": tally.person, "post": tally.post, "rotation": tally.rotation,
        "count": tally.count, "since": day_text(tally.since), "until": day_text(tally.until),
    }  # fmt: skip


def _tally(row: Row) -> Tally:
    rotation = RotationClass(row["rotation"]).value
    return Tally(
        **{
            **row,
            "rotation": rotation,
            "since": day_value(row["since"]),
            "until": day_value(row["until"]),
        }
    )


SECTIONS = Table("section", _section_row, _section, order="sort, name")
PEOPLE = Table("person", _person_row, _person, order="sort, name")
EXEMPTIONS = Table("exemption", _exemption_row, _exemption, order="person, first")
PAIRS = Table("ab_pair", _pair_row, _pair, order="first")
TALLIES = Table("tally", _tally_row, _tally, order="person, post, rotation")
