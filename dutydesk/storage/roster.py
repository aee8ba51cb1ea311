"""Duties, publications and wishes as rows."""

import json
from datetime import date, datetime

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.roster import Duty, Publication, Wish
from dutydesk.storage.journal import Row
from dutydesk.storage.store import Store
from dutydesk.storage.table import Table


def _duty_row(duty: Duty) -> Row:
    place = duty.place
    return {
        "id": duty.id, "day": place.day.isoformat(), "shift": place.shift, "post": place.post,
        "seat": place.seat, "planned": duty.planned, "actual": duty.actual, "locked": int(duty.locked),
        "note": duty.note,
    }  # fmt: skip


def _duty(row: Row) -> Duty:
    place = PlaceKey(date.fromisoformat(row["day"]), row["shift"], row["post"], row["seat"])
    return Duty(row["id"], place, row["planned"], row["actual"], bool(row["locked"]), row["note"])


def _publication_row(publication: Publication) -> Row:
    cells = [
        [place.day.isoformat(), place.shift, place.post, place.seat, person]
        for place, person in publication.cells
    ]
    return {
        "id": publication.id, "first": publication.period.first.isoformat(),
        "last": publication.period.last.isoformat(), "version": publication.version,
        "published_at": publication.published_at.isoformat(timespec="seconds"),
        "published_by": publication.published_by, "cells": json.dumps(cells),
    }  # fmt: skip


def _publication(row: Row) -> Publication:
    cells = tuple(
        (PlaceKey(date.fromisoformat(day), shift, post, seat), person)
        for day, shift, post, seat, person in json.loads(row["cells"])
    )
    return Publication(
        id=row["id"],
        period=Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])),
        version=row["version"],
        published_at=datetime.fromisoformat(row["published_at"]),
        published_by=row["published_by"],
        cells=cells,
    )


def _wish_row(wish: Wish) -> Row:
    return {
        "id": wish.id, "person": wish.person, "day": wish.day.isoformat(), "wants": int(wish.wants),
        "note": wish.note,
    }  # fmt: skip


def _wish(row: Row) -> Wish:
    day = date.fromisoformat(row["day"])
    return Wish(row["id"], row["person"], day, bool(row["wants"]), row["note"])


DUTIES = Table("duty", _duty_row, _duty, order="day, shift, post, seat")
PUBLICATIONS = Table("publication", _publication_row, _publication, order="published_at, version")
WISHES = Table("wish", _wish_row, _wish, order="day")


def highest_version(store: Store, last: str, first: str) -> int:
    """The highest version under which any of these days (ISO) was ever made known, taken back or not."""
    sql = (
        "select coalesce(max(json_extract(after, '$.version')), 0) from journal"
        " where table_name = 'publication' and after <> ''"
        " and json_extract(after, '$.first') <= ? and json_extract(after, '$.last') >= ?"
    )
    return int(next(store.ask(sql, (last, first)))[0])
