"""Taking in opening tallies: how many duties each person stood before this file began."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import chain
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Post, ShiftType
from dutydesk.domain.lists import tally as lists
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.lists.table import Refused, Why
from dutydesk.domain.roster import Tally
from dutydesk.errors import AmbiguousPersonError, NoHeaderError, UnknownPersonError
from dutydesk.services.changes import Changes
from dutydesk.services.intake.posts import PostWords
from dutydesk.services.intake.preview import (
    Doubt,
    Doubtful,
    FieldChange,
    Intake,
    Item,
    MakeId,
    Put,
    Source,
    apply,
    fate,
    preview,
    unread,
)
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.people import PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.store import Store


def understand_tally(store: Store, path: Path) -> Intake:
    """What a tally sheet says about the people of the file; refuses a source without one."""
    return preview(store, path, _understand)


def apply_tally(store: Store, intake: Intake, *, by: Author) -> Changes:
    """Keep the counts of a previewed tally; a count of 0 is kept too."""
    return apply(store, intake, _understand, "import_tally", by)


def _understand(store: Store, source: Source, make_id: MakeId) -> Intake:
    found = [each for each in map(lists.understand_tally, source.sheets) if each]
    if not found:
        raise NoHeaderError(source.path, "name")
    office = Office(
        Roll(store.all(PEOPLE), store.all(SECTIONS)),
        store.all(POSTS),
        store.all(SHIFTS),
        store.all(TALLIES),
    )
    taken = take(found[0], office, make_id)
    header = found[0].header
    intake = Intake(
        source,
        headers=(header,),
        unread=unread(source, header),
        items=taken.items,
        refused=found[0].refused,
        ignored=found[0].ignored,
        doubts=taken.doubts,
        writes=taken.writes,
    )
    return intake.refusing(taken.refused)


@dataclass(frozen=True, slots=True)
class Office:
    """What tallies are understood against."""

    roll: Roll
    posts: Sequence[Post]
    shifts: Sequence[ShiftType]
    tallies: Sequence[Tally]


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of the rows of a tally sheet."""

    items: tuple[Item, ...] = ()
    refused: tuple[Refused, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
    writes: tuple[Put, ...] = ()


def take(tally: lists.TallyList, office: Office, make_id: MakeId) -> Taken:
    """Match each row with a person, and each count with a post."""
    words = PostWords(office.posts)
    rows = [_take_row(row, tally, office, words, make_id) for row in tally.rows]
    return Taken(
        items=tuple(chain.from_iterable(each.items for each in rows)),
        refused=tuple(chain.from_iterable(each.refused for each in rows)),
        doubts=tuple(dict.fromkeys(chain.from_iterable(each.doubts for each in rows))),
        writes=tuple(chain.from_iterable(each.writes for each in rows)),
    )


def _take_row(
    row: lists.TallyRow, tally: lists.TallyList, office: Office, words: PostWords, make_id: MakeId
) -> Taken:
    sheet = tally.header.sheet
    try:
        person = office.roll.find(row.name, row.section)
    except (UnknownPersonError, AmbiguousPersonError) as error:
        why = Why.UNKNOWN_PERSON if isinstance(error, UnknownPersonError) else Why.AMBIGUOUS_PERSON
        return Taken(refused=(Refused(sheet, row.line, why, f"{row.section} {row.name}".strip()),))
    named, unknown = words.find(row.post_words)
    posts = named or person.posts
    doubts = [Doubtful(sheet, row.line, Doubt.UNKNOWN_POST, word) for word in unknown]
    if not posts:
        doubts.append(Doubtful(sheet, row.line, Doubt.NO_POST, row.name))
    elif len(posts) > 1:
        names = "、".join(each.name for each in office.posts if each.id in posts)
        doubts.append(Doubtful(sheet, 0, Doubt.SEVERAL_POSTS, names))
    kept = []
    for rotation, number in row.counts:
        post = max(posts, key=partial(_weight, rotation=rotation, office=office), default="")
        new = Tally("", person.id, post, rotation, number, tally.since, tally.until)
        kept.append(_kept(new, office.tallies, by_post=bool(named)))
    return Taken(
        items=(_item(sheet, row, kept),),
        doubts=tuple(doubts),
        writes=tuple(Put(TALLIES, new if old else replace(new, id=make_id())) for old, new in kept),
    )


def _weight(post: str, rotation: RotationClass, office: Office) -> tuple[timedelta, int]:
    """How long the post is stood on days of the class: a list that does not part posts means the main one."""
    spans = (
        shift.span(date.min)
        for shift in office.shifts
        if any(place.post == post and place.rotation is rotation for place in shift.places)
    )
    longest = max((ends - begins for begins, ends in spans), default=timedelta())
    return longest, -next((each.sort for each in office.posts if each.id == post), 0)


def _kept(new: Tally, tallies: Sequence[Tally], *, by_post: bool) -> tuple[Tally | None, Tally]:
    """The tally that the new one replaces, if any, and the new one under its id."""
    same = [each for each in tallies if (each.person, each.rotation) == (new.person, new.rotation)]
    old = next((each for each in same if each.post == new.post), None)
    if old is None and not by_post and len(same) == 1:
        old = same[0]  # the person's posts changed, not what they stood
    return old, replace(new, id=old.id) if old else new


def _item(sheet: str, row: lists.TallyRow, kept: Sequence[tuple[Tally | None, Tally]]) -> Item:
    changes = tuple(
        FieldChange(str(new.rotation), _told(old) if old else "", _told(new))
        for old, new in kept
        if old != new
    )
    known = next((old for old, _ in kept if old), None)
    return Item(sheet, row.line, row.name, row.section, fate(known, changes), changes)


def _told(tally: Tally) -> str:
    """The count, with the days it is of where the list tells them."""
    days = [day.isoformat() if day else "" for day in (tally.since, tally.until)]
    return f"{tally.count} ({' – '.join(days)})" if any(days) else str(tally.count)
