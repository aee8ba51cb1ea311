"""The words on screen and paper in the user's language; the command line has them without Qt.

Source strings are English. A catalogue that is missing, or lacks a word, shows English.
"""

import gettext
import locale
import os
from datetime import date

from ui.resources import RESOURCES

CHINESE, ENGLISH = "zh_CN", "en"
LANGUAGES = (CHINESE, ENGLISH)
_DOMAIN = "dutydesk"


class _Spoken:
    """The language in force, and its catalogue."""

    language = ENGLISH
    words: gettext.NullTranslations = gettext.NullTranslations()


def set_language(language: str) -> None:
    """Speak `language` from now on; texts already on screen stay as they are."""
    _Spoken.language = language if language in LANGUAGES else ENGLISH
    _Spoken.words = gettext.translation(
        _DOMAIN, RESOURCES / "translations", languages=[_Spoken.language], fallback=True
    )


def language() -> str:
    """The language in force: zh_CN or en."""
    return _Spoken.language


def system_language() -> str:
    """What the machine speaks: LC_ALL, LC_MESSAGES, LANG and LANGUAGE, else what Windows says."""
    environment = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, environment), "")
    if spoken.partition(".")[0] not in {"C", "POSIX"}:  # GNU heeds LANGUAGE outside the C locale only
        spoken = os.environ.get("LANGUAGE", "") or spoken or locale.getlocale()[0] or ""
    return CHINESE if spoken.lower().startswith(("zh", "chinese")) else ENGLISH


def tr(message: str, /, **values: object) -> str:
    """The message in the language in force, with its named places filled."""
    return _filled(_Spoken.words.gettext(message), values)


def tr_in(context: str, message: str, /, **values: object) -> str:
    """A word that means different things in different contexts."""
    return _filled(_Spoken.words.pgettext(context, message), values)


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """A message about `n` things; `{n}` is filled in."""
    return _filled(_Spoken.words.ngettext(one, many, n), {"n": n, **values})


def _filled(message: str, values: dict[str, object]) -> str:
    return message.format(**values) if values else message


def weekday(day: date) -> str:
    """周一 or Mon."""
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return names[day.weekday()]


def short_weekday(day: date) -> str:
    """The shortest name that narrow columns have: 一 or Mon."""
    return weekday(day).removeprefix("周")


def long_day(day: date) -> str:
    """11月16日 or 16 Nov."""
    return tr_in("date", "{day} {month}", day=day.day, month=_month(day))


def full_day(day: date) -> str:
    """2026年11月16日 or 16 Nov 2026."""
    return tr_in("date", "{day} {month} {year}", day=day.day, month=_month(day), year=day.year)


def long_month(day: date) -> str:
    """2026年11月 or Nov 2026."""
    return tr_in("date", "{month} {year}", month=_month(day), year=day.year)


def _month(day: date) -> str:
    first = (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr_in("month", "May"), tr("Jun"))
    second = (tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"))
    return (first + second)[day.month - 1]


def marked(message: str) -> str:
    """A message kept in a table: collected for translation here, translated by `tr` when it is shown."""
    return message


def leading(words: str) -> str:
    """Words as a button, a label or a heading begins: with a capital, where the script has any."""
    return words[:1].upper() + words[1:]
