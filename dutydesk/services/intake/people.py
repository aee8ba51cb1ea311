"""Taking in a staff list, and the opening tally where the same workbook has one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from dutydesk.domain.accounts import Author
from dutydesk.domain.duties import Post
from dutydesk.domain.lists.header import Header
from dutydesk.domain.lists.leave import is_leave_list
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.lists.staff import StaffList, StaffRow, is_about_staff, understand_staff
from dutydesk.domain.lists.table import Column, Refused, Why
from dutydesk.domain.lists.tally import TallyList
from dutydesk.domain.lists.tally import understand_tally as tally_of
from dutydesk.domain.lists.words import key
from dutydesk.domain.people import Exemption, Person, Section
from dutydesk.errors import NoHeaderError
from dutydesk.services.changes import Changes
from dutydesk.services.intake import tally
from dutydesk.services.intake.matching import match
from dutydesk.services.intake.order import merged
from dutydesk.services.intake.posts import PostWords
from dutydesk.services.intake.preview import (
    Doubt,
    Doubtful,
    Intake,
    Item,
    MakeId,
    Offered,
    Put,
    Source,
    apply,
    compare,
    fate,
    preview,
    shown,
    unread,
)
from dutydesk.services.pinyin import initials_of, pinyin_of
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.people import EXEMPTIONS, PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.store import Store

_COPIED = ("title", "rank", "phone", "short_phone", "joined", "left", "note")
_TOLD = ("section", *_COPIED, "posts")


def understand_people(store: Store, path: Path) -> Intake:
    """What a staff list would change, with the exemptions its notes ask for; refuses a source without one."""
    return preview(store, path, _understand)


def apply_people(store: Store, intake: Intake, *, by: Author) -> Changes:
    """Take in a previewed staff list; the exemptions are kept unconfirmed."""
    return apply(store, intake, _understand, "import_people", by)


@dataclass(frozen=True, slots=True)
class _Listed:
    """One row with the person it is about, before (None: new) and after, and its words for no post."""

    row: StaffRow
    before: Person | None
    after: Person
    unknown_posts: tuple[str, ...]


def _understand(store: Store, source: Source, make_id: MakeId) -> Intake:
    staff = _staff_list(source)
    header = staff.header
    present, posts = store.all(PEOPLE), store.all(POSTS)
    matches = tuple(zip(staff.rows, match(staff.rows, present, store.all(SECTIONS)), strict=True))
    sections = _sections(store.all(SECTIONS), staff.rows, make_id)
    after = partial(_listed, sections=sections, words=PostWords(posts), make_id=make_id)
    listed = _in_order(present, [after(row, before) for row, before in matches if row.section or before])
    people = _everybody(present, listed)
    offered = tuple(_offered(listed, sections, store.all(EXEMPTIONS), make_id))
    intake = Intake(
        source,
        headers=(header,),
        unread=unread(source, header),
        items=tuple(_item(header, each, sections, posts) for each in listed),
        refused=staff.refused,
        ignored=staff.ignored,
        doubts=(*_doubts(header, listed), *_not_listed(header, present, listed)),
        offered=offered,
        writes=(
            *(Put(SECTIONS, each) for each in sections.values()),
            *(Put(PEOPLE, each) for each in people),
            *(Put(EXEMPTIONS, each.exemption) for each in offered),
        ),
    ).refusing(
        Refused(header.sheet, row.line, Why.NO_SECTION, row.name)
        for row, before in matches
        if not row.section and before is None
    )
    tally_list = next(filter(None, map(tally_of, source.sheets)), None)
    if tally_list is None:
        return intake
    office = tally.Office(Roll(people, sections.values()), posts, store.all(SHIFTS), store.all(TALLIES))
    return _with_tally(intake, tally_list, office, make_id)


def _staff_list(source: Source) -> StaffList:
    """The first sheet about staff; names with counts beside them are a tally, names with days are leave."""
    for sheet in source.sheets:
        staff = understand_staff(sheet)
        if staff and (is_about_staff(staff.header) or not (tally_of(sheet) or is_leave_list(sheet))):
            return staff
    raise NoHeaderError(source.path, Column.NAME)


def _sections(known: Sequence[Section], rows: Sequence[StaffRow], make_id: MakeId) -> Mapping[str, Section]:
    """All sections by the key of their names, the new ones too, numbered in the order of the list."""
    by_key = {key(each.name): each for each in known}
    listed = dict.fromkeys(key(row.section) for row in rows if row.section)
    for row in rows:
        if row.section and key(row.section) not in by_key:
            by_key[key(row.section)] = Section(make_id(), row.section)
    order = merged([each.id for each in known], [by_key[each].id for each in listed])
    return {word: replace(each, sort=order.index(each.id) + 1) for word, each in by_key.items()}


def _listed(
    row: StaffRow,
    before: Person | None,
    *,
    sections: Mapping[str, Section],
    words: PostWords,
    make_id: MakeId,
) -> _Listed:
    """The person as the row has them; an empty cell says nothing, so what was entered by hand stays."""
    given: dict[str, Any] = {name: getattr(row, name) for name in _COPIED if getattr(row, name)}
    posts, unknown = words.find(row.post_words)
    if posts:
        given["posts"] = posts
    if row.section:
        given["section"] = sections[key(row.section)].id
    person = before or Person(
        make_id(), row.name, given["section"], pinyin=pinyin_of(row.name), initials=initials_of(row.name)
    )
    return _Listed(row, before, replace(person, **given), unknown)


def _in_order(present: Sequence[Person], listed: Sequence[_Listed]) -> list[_Listed]:
    order = merged([each.id for each in present], [each.after.id for each in listed])
    place = {person: number for number, person in enumerate(order, 1)}
    return [replace(each, after=replace(each.after, sort=place[each.after.id])) for each in listed]


def _everybody(present: Sequence[Person], listed: Sequence[_Listed]) -> tuple[Person, ...]:
    """All people of the file as they will be; those the list does not name only move to their new places."""
    order = merged([each.id for each in present], [each.after.id for each in listed])
    people = {each.id: each for each in present} | {each.after.id: each.after for each in listed}
    return tuple(replace(people[each], sort=number) for number, each in enumerate(order, 1))


def _item(header: Header, listed: _Listed, sections: Mapping[str, Section], posts: Sequence[Post]) -> Item:
    names = {each.id: each.name for each in sections.values()} | {each.id: each.name for each in posts}

    def show(field: str, value: Any) -> str:
        if field == "section":
            return names[value]
        if field == "posts":
            return "、".join(names[each.id] for each in posts if each.id in value)
        return shown(value)

    before, after = listed.before, listed.after
    changes = compare(before, after, (*_TOLD, "sort") if before else _TOLD, show)
    return Item(
        header.sheet, listed.row.line, after.name, names[after.section], fate(before, changes), changes
    )


def _offered(
    listed: Sequence[_Listed],
    sections: Mapping[str, Section],
    exemptions: Sequence[Exemption],
    make_id: MakeId,
) -> Iterator[Offered]:
    """The exemptions asked for by notes that are new; one that was declined is not offered again."""
    known = {(each.person, each.scope, each.first, each.last) for each in exemptions}
    names = {each.id: each.name for each in sections.values()}
    for each in listed:
        person = each.after
        if each.before and each.before.note == person.note:
            continue
        for asked in each.row.exemptions:
            if (person.id, asked.scope, asked.first, asked.last) not in known:
                exemption = Exemption(
                    make_id(), person.id, asked.scope, asked.reason,
                    first=asked.first, last=asked.last, confirmed=False,
                )  # fmt: skip
                yield Offered(person.name, names[person.section], exemption)


def _doubts(header: Header, listed: Sequence[_Listed]) -> Iterator[Doubtful]:
    for each in listed:
        for word in each.unknown_posts:
            yield Doubtful(header.sheet, each.row.line, Doubt.UNKNOWN_POST, word)
        if not each.after.posts:
            yield Doubtful(header.sheet, each.row.line, Doubt.NO_POST, each.after.name)


def _not_listed(header: Header, present: Sequence[Person], listed: Sequence[_Listed]) -> Iterator[Doubtful]:
    named = {each.after.id for each in listed}
    for person in present:
        if person.id not in named and person.left is None:
            yield Doubtful(header.sheet, 0, Doubt.NOT_LISTED, person.name)


def _with_tally(intake: Intake, tally_list: TallyList, office: tally.Office, make_id: MakeId) -> Intake:
    taken = tally.take(tally_list, office, make_id)
    header = tally_list.header
    return replace(
        intake,
        headers=(*intake.headers, header) if header not in intake.headers else intake.headers,
        unread=tuple(each for each in intake.unread if each != header.sheet),
        items=(*intake.items, *taken.items),
        ignored=tuple(dict.fromkeys((*intake.ignored, *tally_list.ignored))),
        doubts=(*intake.doubts, *taken.doubts),
        writes=(*intake.writes, *taken.writes),
    ).refusing((*tally_list.refused, *taken.refused))
