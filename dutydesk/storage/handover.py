"""Shift notes, standing orders and the signatures of a handover as rows."""

import json
from dataclasses import asdict
from datetime import date

from dutydesk.domain.handover import (
    EquipmentCheck,
    Handover,
    Item,
    ItemKind,
    Review,
    ShiftNote,
    StandingOrder,
    Takeover,
)
from dutydesk.storage.journal import Row
from dutydesk.storage.people import day_text, day_value
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value, moment_text, moment_value


def _note_row(note: ShiftNote) -> Row:
    return asdict(note)


def _note(row: Row) -> ShiftNote:
    return ShiftNote(**row)


def _order_row(order: StandingOrder) -> Row:
    return {
        "id": order.id, "text": order.text, "issued_by": order.issued_by, "first": order.first.isoformat(),
        "last": day_text(order.last),
    }  # fmt: skip


def _order(row: Row) -> StandingOrder:
    return StandingOrder(**{**row, "first": date.fromisoformat(row["first"]), "last": day_value(row["last"])})


def _items_text(items: tuple[Item, ...]) -> str:
    rows = [[each.kind.value, each.record, each.number, each.text, moment_text(each.due)] for each in items]
    return json.dumps(rows, ensure_ascii=False)


def _items(text: str) -> tuple[Item, ...]:
    return tuple(
        Item(ItemKind(kind), record, number, words, moment_value(due))
        for kind, record, number, words, due in json.loads(text)
    )


def _handover_row(handover: Handover) -> Row:
    note, checks = handover.note, handover.equipment
    return {
        "id": handover.id, "outgoing": handover.outgoing, "signed_at": instant_text(handover.signed_at),
        "weather": note.weather, "warnings": note.warnings, "summary": note.summary,
        "watch_points": note.watch_points,
        "equipment": json.dumps(
            [[each.name, int(each.in_order), each.note] for each in checks], ensure_ascii=False
        ),
        "counts": json.dumps(handover.counts, ensure_ascii=False), "items": _items_text(handover.items),
        "quiet": int(handover.quiet), "anchor": handover.anchor,
    }  # fmt: skip


def _handover(row: Row) -> Handover:
    words = (row["weather"], row["warnings"], row["summary"], row["watch_points"])
    return Handover(
        id=row["id"],
        outgoing=row["outgoing"],
        signed_at=instant_value(row["signed_at"]),
        note=ShiftNote(row["id"], *words),
        equipment=tuple(
            EquipmentCheck(name, bool(good), note) for name, good, note in json.loads(row["equipment"])
        ),
        counts=tuple((kind, number) for kind, number in json.loads(row["counts"])),
        items=_items(row["items"]),
        quiet=bool(row["quiet"]),
        anchor=row["anchor"],
    )


def _takeover_row(takeover: Takeover) -> Row:
    return {
        "id": takeover.id, "incoming": takeover.incoming, "into_shift": takeover.into,
        "signed_at": instant_text(takeover.signed_at), "items": _items_text(takeover.items),
        "orders": json.dumps(takeover.orders), "objection": takeover.objection, "anchor": takeover.anchor,
    }  # fmt: skip


def _takeover(row: Row) -> Takeover:
    return Takeover(
        id=row["id"],
        incoming=row["incoming"],
        into=row["into_shift"],
        signed_at=instant_value(row["signed_at"]),
        items=_items(row["items"]),
        orders=tuple(json.loads(row["orders"])),
        objection=row["objection"],
        anchor=row["anchor"],
    )


def _review_row(review: Review) -> Row:
    return {
        "id": review.id, "leader": review.leader, "opinion": review.opinion,
        "signed_at": instant_text(review.signed_at),
    }  # fmt: skip


def _review(row: Row) -> Review:
    return Review(row["id"], row["leader"], row["opinion"], instant_value(row["signed_at"]))


SHIFT_NOTES = Table("shift_note", _note_row, _note)
STANDING_ORDERS = Table("standing_order", _order_row, _order, order="first, id")
HANDOVERS = Table("handover", _handover_row, _handover, order="signed_at", evidence=True)
TAKEOVERS = Table("takeover", _takeover_row, _takeover, order="signed_at", evidence=True)
REVIEWS = Table("handover_review", _review_row, _review, order="signed_at", evidence=True)
