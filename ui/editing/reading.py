"""What is typed into a cell as the value it means, or a `DomainError`; an empty cell means none."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from dutydesk.domain.dates import EARLIEST, LATEST, Period, parse_day
from dutydesk.domain.duties import Post, Season
from dutydesk.domain.leave.days import days_text
from dutydesk.domain.lists.days import read_day
from dutydesk.domain.lists.words import folded, key, read_answer, words_of
from dutydesk.errors import NotADayError, NotANumberError, UnknownPostError, UnknownWordError
from dutydesk.services.intake.posts import PostWords

V = TypeVar("V")
YES = "✓"
_MONTH_DAY = re.compile(r"\d{1,2}-\d{1,2}")
_HEADS = re.compile(r"(.*?\D)\s*[+x×]?\s*(\d*)")
_HALVES = re.compile(r"\d{1,4}(\.[05])?")
_STEP = re.compile(r"(\d{1,2})\s*[:：]\s*(\d{1,3})")
_MOST_HEADS = 20
_OPEN_ENDS = (EARLIEST, LATEST)


def day(text: str, *, end: bool = False) -> date | None:
    """A day of a roster as people write it; a month is its first day, or its last where `end` asks for it."""
    return parse_day(read_day(text, end=end).isoformat()) if text.strip() else None


def past_day(text: str, *, end: bool = False) -> date | None:
    """A day that may lie long before the first roster, such as when somebody joined; a month will do."""
    return read_day(text, end=end) if text.strip() else None


def number(text: str, least: int, most: int) -> int:
    """A whole number between the bounds; an empty cell is the least."""
    plain = folded(text)
    if not plain:
        return least
    if not plain.isdecimal() or not least <= int(plain) <= most:
        raise NotANumberError(text, least, most)
    return int(plain)


def halves(text: str, most: int) -> int:
    """Days as half days: 2.5 are 5; an empty cell is none. `most` are days."""
    plain = folded(text) or "0"
    if not _HALVES.fullmatch(plain) or not 0 <= float(plain) <= most:
        raise NotANumberError(text, 0, most)
    return round(2 * float(plain))


def halves_text(value: int) -> str:
    """Half days as they are typed."""
    return days_text(value)


def scale(text: str) -> tuple[tuple[int, int], ...]:
    """Days by years: "1:5、10:10、20:15" gives 5 days from 1 year on."""
    found = [_STEP.fullmatch(folded(word)) for word in words(text)]
    if not found or not all(found):
        raise UnknownWordError(text, "1:5、10:10、20:15")
    return tuple(sorted((int(each[1]), int(each[2])) for each in found if each))


def scale_text(steps: Sequence[tuple[int, int]]) -> str:
    """Days by years as they are typed."""
    return "、".join(f"{years}:{days}" for years, days in steps)


def answer(text: str) -> bool:
    """Yes or no: ✓, 是, yes, 1, or the like; an empty cell is no."""
    return bool(text.strip()) and read_answer(text)


def one_of(text: str, known: Mapping[V, str]) -> V:
    """The value that is called so; the beginning of its name will do where it fits no other."""
    word = key(text)
    names = {value: key(name) for value, name in known.items()}
    same = [value for value, name in names.items() if name == word]
    fitting = same or [value for value, name in names.items() if word and name.startswith(word)]
    if len(fitting) != 1:
        raise UnknownWordError(text, "、".join(known.values()))
    return fitting[0]


def posts(text: str, known: Sequence[Post]) -> frozenset[str]:
    """The posts named by "带班领导、值班员": by their own names, else by the words of staff lists."""
    names = {key(each.name): each.id for each in known}
    found: set[str] = set()
    parts = (part for whole in words(text) for part in ([whole] if key(whole) in names else words_of(whole)))
    for word in parts:
        if key(word) in names:
            found.add(names[key(word)])
            continue
        meant, unknown = PostWords(known).find([word])
        if unknown:
            raise UnknownPostError(word)
        found |= meant
    return frozenset(found)


def words(text: str) -> tuple[str, ...]:
    """Words in a row, parted by 、 or a comma; blanks within a word stay."""
    return tuple(part.strip() for part in re.split(r"[、,，;；]", text) if part.strip())


def heads(text: str, known: Sequence[Post]) -> tuple[tuple[str, int], ...]:
    """Heads by post: "带班领导 1、值班员 2"; a post without a number means one head."""
    found: dict[str, int] = {}
    for part in filter(None, re.split(r"[、,;]", folded(text))):
        said = _HEADS.fullmatch(part.strip())
        if not said:
            raise UnknownPostError(part)
        for post in posts(said[1], known):
            found[post] = number(said[2] or "1", 1, _MOST_HEADS)
    return tuple((each.id, found[each.id]) for each in known if each.id in found)


def heads_text(places: Sequence[tuple[str, int]], known: Sequence[Post]) -> str:
    """Heads by post as they are typed."""
    names = {each.id: each.name for each in known}
    return "、".join(f"{names.get(post, post)} {count}" for post, count in places)


def season(text: str) -> Season | None:
    """Month and day to month and day, like 5-1~9-30 or 5月1日至9月30日."""
    plain = folded(text).replace("月", "-").replace("日", "").replace(".", "-").replace("/", "-")
    for sign in ("至", "到", "—", "–", " - "):
        plain = plain.replace(sign, "~")
    if not plain:
        return None
    ends = plain.split("~")
    marks = [_month_day(end, text) for end in ends]
    if len(marks) != len(_OPEN_ENDS):
        raise NotADayError(text)
    return Season(marks[0], marks[1])


def _month_day(text: str, whole: str) -> tuple[int, int]:
    # a leap year, so that 29 February is a day
    found = _MONTH_DAY.fullmatch(text.strip())
    if not found:
        raise NotADayError(whole)
    parts = parse_day(f"2028-{found[0]}")
    return parts.month, parts.day


def period(first: date | None, last: date | None) -> Period:
    """A period; an open end reaches as far as rosters go."""
    return Period(first or EARLIEST, last or LATEST)


def day_text(value: date | None) -> str:
    """A day as it is typed; an open end, or one as far as rosters go, is empty."""
    return "" if value is None or value in _OPEN_ENDS else value.isoformat()


def season_text(value: Season | None) -> str:
    """A season as it is typed."""
    if value is None:
        return ""
    (first_month, first_day), (last_month, last_day) = value.first, value.last
    return f"{first_month}-{first_day}~{last_month}-{last_day}"


def yes_text(value: bool) -> str:  # noqa: FBT001 -- one value of a cell
    """A tick, or nothing."""
    return YES if value else ""
