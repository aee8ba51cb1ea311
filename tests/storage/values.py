"""Any value that a table keeps, as Hypothesis strategies, and a file with one of each."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.calendar import CalendarDay, LegalClass, RotationClass, SensitivePeriod
from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.domain.dates import Period
from dutydesk.domain.disclosures import Disclosed, Disclosure
from dutydesk.domain.duties import PlaceKey, Places, Post, Season, ShiftType, Turn
from dutydesk.domain.leave import Counted, Half, Leave, LeaveState, LeaveType, chain
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.chain import ApprovalRule, Approver, Decision, LeaveStep
from dutydesk.domain.leave.duties import Waiver
from dutydesk.domain.office import Rule
from dutydesk.domain.people import Exemption, ExemptionScope, Pair, Person, Section
from dutydesk.domain.roster import Duty, Publication, Tally, Wish
from dutydesk.domain.seals import Occasion, Seal, SealKey
from dutydesk.domain.sign_in import BreakGlass, Secret, SecretKind
from dutydesk.domain.swaps import Swap, SwapKind, SwapState, Word
from dutydesk.storage.seals import SEALS, message
from dutydesk.storage.signing import SigningKey
from dutydesk.storage.store import memory
from dutydesk.storage.tables import ALL
from tests.builders import BY
from tests.storage.desk_values import DESK_EACH, DESK_VALUES
from tests.storage.discipline_values import DISCIPLINE_EACH, DISCIPLINE_VALUES
from tests.storage.draws import (
    KIND,
    LEAVE,
    OTHER,
    PERSON,
    POST,
    SECTION,
    SHIFT,
    anybody,
    counts,
    ids,
    instants,
    open_days,
    periods,
    places,
    seasons,
    some_days,
    times,
    words,
)

BY_NAME = {table.name: table for table in ALL}
KEY = SigningKey(bytes(range(32)))
"""A key that is no secret."""

spoken = st.none() | st.builds(Word, ids, instants, words)


VALUES = DESK_VALUES | DISCIPLINE_VALUES | {
    "office": st.tuples(ids, words),
    "rule": st.builds(Rule, ids, words, st.integers().map(json.dumps), some_days),
    "section": st.builds(Section, ids, words, counts, words),
    "person": st.builds(
        Person, ids, words, st.just(SECTION), words, words, st.frozensets(ids, max_size=3), words, words,
        open_days, open_days, counts, words, words, words, open_days,
    ),
    "exemption": st.builds(
        Exemption, ids, st.just(PERSON), st.sampled_from(ExemptionScope), words, words, open_days, open_days,
        words, st.booleans(),
    ),
    "ab_pair": st.builds(Pair, ids, st.just(PERSON), st.just(OTHER), periods),
    "tally": st.builds(
        Tally, ids, st.just(PERSON), words, st.sampled_from([each.value for each in RotationClass]), counts,
        open_days, open_days,
    ),
    "calendar_day": st.builds(CalendarDay, some_days, st.sampled_from(LegalClass), words, words),
    "calendar_year": st.tuples(st.integers(2000, 2099), words),
    "sensitive_period": st.builds(
        SensitivePeriod, ids, periods, words, st.lists(st.tuples(ids, counts), max_size=2).map(tuple)
    ),
    "post": st.builds(
        Post, ids, words, st.lists(words, max_size=3).map(tuple), st.lists(words, max_size=2).map(tuple),
        counts, st.booleans(),
    ),
    "shift_type": st.builds(
        ShiftType, ids, words, times, times,
        st.lists(st.builds(Places, ids, st.sampled_from(RotationClass), counts), max_size=3).map(tuple),
        st.booleans(), counts, st.sampled_from(Turn), st.none() | st.builds(Season, seasons, seasons),
        open_days, open_days, counts,
    ),
    "leave_type": st.builds(
        LeaveType, ids, words, st.lists(words, max_size=3).map(tuple), st.booleans(), counts, counts,
        st.booleans(), counts, counts, st.sampled_from(Counted),
    ),
    "leave": st.builds(
        Leave, ids, st.just(PERSON), st.just(KIND), periods, st.sampled_from(Half), st.sampled_from(Half),
        words, st.booleans(), words, words, st.sampled_from(LeaveState), words, words, words, words,
        words, words, st.none() | st.tuples(some_days, st.sampled_from(Half)),
    ),
    "approval_rule": st.builds(
        ApprovalRule, ids, st.sampled_from(chain.Level), counts, st.none() | counts,
        st.lists(st.sampled_from(Approver), max_size=3).map(tuple), words, words, some_days,
    ),
    "leave_step": st.builds(
        LeaveStep, ids, st.just(LEAVE), counts, st.sampled_from(Approver),
        st.none() | st.sampled_from(Decision), words, words, words, words, st.none() | instants,
    ),
    "leave_credit": st.builds(
        Credit, ids, st.just(PERSON), st.sampled_from(Counted), counts, st.integers(-99, 99), words
    ),
    "leave_waiver": st.builds(Waiver, ids, st.just(LEAVE), places, words, words),
    "duty": st.builds(Duty, ids, places, anybody, anybody, st.booleans(), words),
    "publication": st.builds(
        Publication, ids, periods, counts, instants, words,
        st.lists(st.tuples(places, anybody), max_size=3).map(tuple),
    ),
    "wish": st.builds(Wish, ids, st.just(PERSON), some_days, st.booleans(), words),
    "account": st.builds(
        Account, st.just(PERSON), st.frozensets(st.sampled_from(Role)), counts, st.none() | instants,
        st.none() | instants,
    ),
    "secret": st.builds(Secret, st.just(PERSON), st.sampled_from(SecretKind), words),
    "break_glass": st.builds(BreakGlass, ids, words, counts, st.none() | instants, words, seen=st.booleans()),
    "clock_doubt": st.builds(ClockDoubt, ids, ids, counts, st.none() | counts, instants, instants, words),
    "disclosure": st.builds(Disclosure, ids, st.sampled_from(Disclosed), instants, words, counts),
    "seal_key": st.builds(SealKey, ids, ids, words, instants),
    "seal": st.builds(
        Seal, ids, ids, counts, words, instants, st.sampled_from(Occasion), st.just(KEY.id), words, words
    ),
    "swap": st.builds(
        Swap, ids, st.sampled_from(SwapKind), places, st.just(PERSON), st.just(OTHER), st.none() | places,
        open_days, words, words, st.sampled_from(SwapState), spoken, spoken, spoken, words, words, ids,
        st.none() | instants,
    ),
}  # fmt: skip
_DAY = date(2026, 11, 16)
_AT = datetime(2026, 11, 16, 8, tzinfo=UTC)
_PLACE = PlaceKey(_DAY, SHIFT, POST, 0)
_NIGHT = datetime(2026, 11, 16, 19, 2, 7, tzinfo=UTC)
_APART = DESK_EACH | DISCIPLINE_EACH
ONE_EACH = _APART | {
    "office": ("name", "云溪市人民政府办公室"),
    "rule": Rule("week_limit@2026-01-01", "week_limit", "3", date(2026, 1, 1)),
    "section": Section(SECTION, "秘书科", 1),
    "person": Person(PERSON, "李堃", SECTION, posts=frozenset({POST}), joined=_DAY, sort=1),
    "exemption": Exemption("e", PERSON, ExemptionScope.NIGHT, "孕期"),
    "ab_pair": Pair("ab", PERSON, OTHER, Period(_DAY, _DAY)),
    "tally": Tally("t", PERSON, POST, "workday", 7),
    "calendar_day": CalendarDay(date(2026, 10, 1), LegalClass.STATUTORY_HOLIDAY, "国庆节", "通知"),
    "calendar_year": (2026, "通知"),
    "sensitive_period": SensitivePeriod("sp", Period(_DAY, _DAY), "两会", ((POST, 1),)),
    "post": Post(POST, "值班员", ("值班人员",), ("主班", "副班"), 1),
    "shift_type": ShiftType(SHIFT, "全天班", time(8), time(8), (Places(POST, RotationClass.WORKDAY, 1),)),
    "leave_type": LeaveType(KIND, "年休假", ("年假",)),
    "leave": Leave(LEAVE, PERSON, KIND, Period(_DAY, _DAY), reason="探亲"),
    "duty": Duty("d", _PLACE, PERSON, OTHER, note="代班"),
    "publication": Publication(
        "pub", Period(_DAY, _DAY), 1, datetime(2026, 11, 13, 8, tzinfo=UTC), "王敏", ((_PLACE, PERSON),)
    ),
    "clock_doubt": ClockDoubt(
        "cd", "desk", 1, 2, datetime(2026, 11, 13, 8, tzinfo=UTC), datetime(2026, 11, 13, 5, tzinfo=UTC)
    ),
    "approval_rule": ApprovalRule("r", chain.Level.STAFF, 0, 2, (Approver.SECTION_HEAD,)),
    "leave_step": LeaveStep("ls", LEAVE, 1, Approver.SECTION_HEAD),
    "leave_credit": Credit("lc", PERSON, Counted.ANNUAL, 2026, 4),
    "leave_waiver": Waiver("lw", LEAVE, _PLACE, "会议提前结束", OTHER),
    "wish": Wish("w", PERSON, _DAY, wants=False),
    "account": Account(PERSON, frozenset({Role.DUTY_OFFICER, Role.PLANNER}), 1, _AT, _AT),
    "secret": Secret(PERSON, SecretKind.PIN, "$argon2id$"),
    "break_glass": BreakGlass("bg", "$argon2id$", 1, _AT, PERSON, seen=True),
    "disclosure": Disclosure("out", Disclosed.AUDIT, _AT, "2026年11月", 7),
    "seal_key": SealKey(KEY.id, "memory", KEY.public, datetime(2026, 11, 16, 1, 30, tzinfo=UTC)),
    "swap": Swap("sw", SwapKind.COVER, _PLACE, PERSON, OTHER, reason="培训"),
}
_SEALED = (datetime(2026, 11, 16, 1, 30, tzinfo=UTC), Occasion.BACKUP, KEY.id, "")
_NAMED_BY_OTHERS = (
    "section", "incident", "follow_up", "post", "shift_type", "leave_type", "person", "leave", "account",
    "handover", "takeover", "violation",
)  # fmt: skip
ORDER = (*_NAMED_BY_OTHERS, *(name for name in ONE_EACH if name not in _NAMED_BY_OTHERS))
"""The tables in an order in which foreign keys hold."""
EVERY = (*ORDER, "seal")
"""All tables: what a seal says hangs on the journal, so that it comes last and is the newest entry."""


def fill(writing):
    """One row in each table, a second person, and a seal over the first entry."""
    for name in ORDER:
        writing.put(BY_NAME[name], ONE_EACH[name])
        if name == "person":
            writing.put(BY_NAME[name], Person(OTHER, "赵喆", SECTION))
    digest = writing.db.execute("select hash from journal where seq = 1").fetchone()[0]
    writing.put(SEALS, sealed(Seal("seal", writing.device, 1, digest, *_SEALED)))


def sealed(seal):
    """The seal with its signature by the key of the tests."""
    return replace(seal, signature=KEY.sign(message(seal)))


def content(store):
    """Everything that the file says, journal and all."""
    names = [row[0] for row in store.db.execute("select name from sqlite_master where type = 'table'")]
    tables = {name: store.db.execute(f"select * from [{name}]") for name in names}  # noqa: S608 - our own names
    return {name: sorted(rows, key=str) for name, rows in tables.items()}


class NotKeptError(Exception):
    """Ends a deed of which nothing is to be kept."""


def comes_back(name):
    """Prove of a table that whatever is put into it is read again as it was."""
    store = memory()
    with store.write(BY, "fill", deed_id="0") as writing:
        fill(writing)

    @settings(max_examples=50)
    @given(VALUES[name])
    def check(value):
        table = BY_NAME[name]
        with suppress(NotKeptError), store.write(BY, "put", deed_id="1") as writing:
            writing.put(table, value)
            found = store.get(table, table.to_row(value)["id"])
            raise NotKeptError
        assert found == value

    check()
    store.close()
