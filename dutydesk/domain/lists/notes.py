"""What the free text of a staff list asks for: 孕期，2026年11月—2027年5月不排夜班 is a dated exemption."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.lists.days import Span, find_span
from dutydesk.domain.lists.words import tidy
from dutydesk.domain.people import ExemptionScope
from dutydesk.errors import NotADayError

_DO = "参加|参与|承担|担任|安排|排|值|上"
_NOT = rf"(?:不(?:再|宜|能|得|{_DO})*|免(?:除|去|于|{_DO})*|停(?:止|{_DO}))"
_BUT = "[^可只能]*"  # 不排周末，可排夜班 spares no nights
_NIGHT, _HOLIDAY = "(?:夜|晚班)", "(?:节假日|假日|节日)"
_SCOPES = (
    (
        ExemptionScope.NIGHT,
        re.compile(rf"{_NOT}{_BUT}{_NIGHT}|{_NIGHT}[班间]?{_NOT}|只[值排上]白班|no night"),
    ),
    (ExemptionScope.HOLIDAY, re.compile(rf"{_NOT}{_BUT}{_HOLIDAY}|{_HOLIDAY}{_NOT}|no holiday")),
    (
        ExemptionScope.ALL,
        re.compile(
            rf"{_NOT}(?:值班|排班|班)|免值|长期?病(?:假|休)|长期休(?:假|养)|休产假|产假|停职|停薪留职"
            r"|脱产学习|借调[至到出去]|外借|驻村|援藏|援疆|援外|no duty|long sick leave"
        ),
    ),
)  # fmt: skip
_NARROWER = re.compile(
    r"双休|周|星期|休息日|白|工作日|春节|国庆|元旦|五一|劳动节|端午|中秋|清明|带班|主班|副班"
)
_SENTENCES = re.compile(r"[;。\n]")
_CLAUSES = re.compile(r"[,，]")


@dataclass(frozen=True, slots=True)
class Suggested:
    """An exemption read from a note, to be confirmed by somebody; an end that is None is open."""

    scope: ExemptionScope
    reason: str
    first: date | None = None
    last: date | None = None


def read_note(note: str) -> tuple[Suggested, ...]:
    """The exemptions that a note asks for; free text that is not understood gives none."""
    found: list[Suggested] = []
    for sentence in _SENTENCES.split(note.replace("；", ";")):
        try:
            found.extend(_suggestions(sentence))
        except NotADayError:
            continue  # a date that does not exist: left to whoever reads the note
    return tuple(dict.fromkeys(found))


def _suggestions(sentence: str) -> Iterator[Suggested]:
    plain = unicodedata.normalize("NFKC", sentence).casefold()
    whole = find_span(plain)
    for clause in _CLAUSES.split(plain):
        span = find_span(clause) or whole or Span(None, None)
        if span.first and span.last and span.last < span.first:
            continue
        for scope in _scopes("".join(clause.split()) if not clause.isascii() else clause):
            yield Suggested(scope, tidy(sentence), span.first, span.last)


def _scopes(clause: str) -> Iterator[ExemptionScope]:
    named = [scope for scope, pattern in _SCOPES if pattern.search(clause)]
    narrowed = _NARROWER.search(clause) is not None
    for scope in named:
        # "夜班不排班" spares nights only, and "春节不值班" is no scope we know
        if scope is not ExemptionScope.ALL or (len(named) == 1 and not narrowed):
            yield scope
