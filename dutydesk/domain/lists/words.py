"""Single cells as offices fill them: names with blanks inside, phones as numbers, full-width digits."""

import re
import unicodedata
from itertools import pairwise

from dutydesk.errors import NotANameError, NotAPhoneError, UnclearAnswerError

MARKS = "*★☆※△▲#"
NOTHING = frozenset({"", "无", "-", "--", "—", "——", "/", "\\", "暂无", "n/a", "none"})
_YES = frozenset({"是", "有", "离市", "√", "✓", "y", "yes", "true", "1"})
_NO = frozenset({"否", "不", "不离市", "未离市", "×", "x", "n", "no", "false", "0"})
_LONGEST_NAME = 60
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_UNHEARD = re.compile(r"[\s:*_.、]")
_DASHES = re.compile(r"[\s\-‐-―−()·.]")
_COUNTRY = re.compile(r"(?:\+?86|0086)(?=1\d{10}$)|\+86(?=\d{7,12}$)")
_PHONE = re.compile(r"1\d{10}|0\d{9,11}|\d{7,8}|[48]00\d{7}")
_SHORT_PHONE = re.compile(r"\d{2,8}")
_SEVERAL = re.compile(r"[/、,;|\n]")


def tidy(text: str) -> str:
    """The text on one line, without control and zero-width characters, with single blanks."""
    seen = (" " if each.isspace() else each for each in text)
    return " ".join("".join(each for each in seen if unicodedata.category(each) not in {"Cc", "Cf"}).split())


def folded(text: str) -> str:
    """The text tidied, with full-width letters, digits and signs made narrow."""
    return tidy(unicodedata.normalize("NFKC", tidy(text)))


def key(text: str) -> str:
    """The word by which headings and sections are compared: no blanks, brackets, signs or case."""
    narrow = folded(text).casefold()
    heard = _UNHEARD.sub("", _BRACKETED.sub("", narrow)) or _UNHEARD.sub("", narrow)
    return unicodedata.normalize("NFC", heard)


def filled(text: str) -> str:
    """The tidied text, or nothing where the office wrote a dash or a "none"."""
    clean = tidy(text)
    return "" if folded(clean).casefold() in NOTHING else clean


def read_name(text: str) -> str:
    """A name with the blanks inside removed (叶  轩), except between two Latin words (Ann Lee)."""
    words = folded(text).split()
    if not words:
        raise NotANameError(text)
    name = words[0]
    for before, after in pairwise(words):
        name += (" " if _parted(before[-1], after[0]) else "") + after
    name = unicodedata.normalize("NFC", name)
    if len(name) > _LONGEST_NAME or not re.search(r"\D", name):
        raise NotANameError(text)
    return name


def _parted(before: str, after: str) -> bool:
    """Whether a blank between the two signs belongs there: never beside an ideograph or a middle dot."""
    return not any(each == "·" or unicodedata.name(each, "").startswith("CJK") for each in (before, after))


def split_mark(text: str) -> tuple[str, str]:
    """The name without its footnote mark, and the mark: 王芳* gives 王芳 and *."""
    name = folded(text)
    marks = [each for each in name if each in MARKS]
    return name.strip(MARKS + " "), marks[0] if marks else ""


def read_phone(text: str) -> str:
    """The digits of a phone number; several numbers in one cell are kept, parted by a slash."""
    return _numbers(text, _PHONE)


def read_short_phone(text: str) -> str:
    """The digits of a short number or an extension."""
    return _numbers(text, _SHORT_PHONE)


def _numbers(text: str, shape: re.Pattern[str]) -> str:
    # csv exports write ="138…" or '138… to keep the digits from becoming a number
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("='").strip("\"'")
    numbers = [_COUNTRY.sub("", _DASHES.sub("", tidy(each))) for each in _SEVERAL.split(plain)]
    given = [each for each in numbers if each]
    if not given or not all(shape.fullmatch(each) for each in given):
        raise NotAPhoneError(text)
    return "/".join(given)


def read_answer(text: str) -> bool:
    """Yes or no as forms have it: 是, √, yes, 不离市."""
    word = key(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise UnclearAnswerError(text)


def words_of(text: str) -> tuple[str, ...]:
    """The single words of a cell that names several: 带班领导、中层."""
    return tuple(filter(None, re.split(r"[/、,;|\s]+", folded(text))))
