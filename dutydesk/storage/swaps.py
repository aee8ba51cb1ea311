"""Swaps as rows."""

import json
from datetime import date, datetime

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.swaps import Swap, SwapKind, SwapState, Word
from dutydesk.storage.journal import Row
from dutydesk.storage.people import day_text, day_value
from dutydesk.storage.table import Table


def _place_text(place: PlaceKey | None) -> str:
    return json.dumps([place.day.isoformat(), place.shift, place.post, place.seat]) if place else ""


def _place(text: str) -> PlaceKey | None:
    if not text:
        return None
    day, shift, post, seat = json.loads(text)
    return PlaceKey(date.fromisoformat(day), shift, post, seat)


def _word_text(word: Word | None) -> str:
    if word is None:
        return ""
    facts = [word.person, word.at.isoformat(timespec="seconds"), word.paper]
    return json.dumps(facts, ensure_ascii=False)


def _word(text: str) -> Word | None:
    if not text:
        return None
    person, at, paper = json.loads(text)
    return Word(person, datetime.fromisoformat(at), paper)


def _swap_row(swap: Swap) -> Row:
    applied = swap.applied_at
    return {
        "id": swap.id, "kind": swap.kind.value, "day": swap.place.day.isoformat(),
        "place": _place_text(swap.place), "applicant": swap.applicant, "counterpart": swap.counterpart,
        "returned": _place_text(swap.returned), "month": day_text(swap.month), "reason": swap.reason,
        "urgency": swap.urgency, "state": swap.state.value, "asked": _word_text(swap.asked),
        "agreed": _word_text(swap.agreed), "approved": _word_text(swap.approved), "filing": swap.filing,
        "closing": swap.closing, "leave": swap.leave,
        "applied_at": applied.isoformat(timespec="seconds") if applied else None,
    }  # fmt: skip


def _swap(row: Row) -> Swap:
    place = _place(row["place"])
    if place is None:
        raise ValueError(row["place"])
    return Swap(
        id=row["id"],
        kind=SwapKind(row["kind"]),
        place=place,
        applicant=row["applicant"],
        counterpart=row["counterpart"],
        returned=_place(row["returned"]),
        month=day_value(row["month"]),
        reason=row["reason"],
        urgency=row["urgency"],
        state=SwapState(row["state"]),
        asked=_word(row["asked"]),
        agreed=_word(row["agreed"]),
        approved=_word(row["approved"]),
        filing=row["filing"],
        closing=row["closing"],
        leave=row["leave"],
        applied_at=datetime.fromisoformat(row["applied_at"]) if row["applied_at"] else None,
    )


SWAPS = Table("swap", _swap_row, _swap, order="day desc, id")
