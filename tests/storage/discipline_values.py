"""Any value that discipline and account keep, and one of each."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from dutydesk.domain.circulars import Circular, Counts, Demand, Entry, Matter
from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.domain.scores import Addition, Closed, YearClosing
from dutydesk.domain.spot_checks import CheckPlan, Found, Item, Method, PlannedCheck, Presence, SpotCheck
from dutydesk.domain.violations import Judgement, State, Step, Verdict, Violation
from tests.storage.draws import (
    PERSON,
    POST,
    SHIFT,
    counts,
    ids,
    instants,
    open_days,
    periods,
    places,
    some_days,
    words,
)

VIOLATION = "violation"
_DAY = date(2026, 11, 16)
_PLACE = PlaceKey(_DAY, SHIFT, POST, 0)
_NIGHT = datetime(2026, 11, 16, 19, 2, 7, tzinfo=UTC)

DISCIPLINE_VALUES = {
    "violation": st.builds(
        Violation, id=ids, number=counts, kind=st.sampled_from(ViolationKind), person=st.just(PERSON),
        at=instants, day=some_days, what=words, due=counts, place=st.none() | places,
        records=st.lists(st.tuples(ids, words), max_size=2).map(tuple), candidate=words, rule=words,
        joint_of=words, reporter=words, doubtful=st.booleans(), state=st.sampled_from(State), points=counts,
        informed_on=open_days, confirmed_on=open_days,
    ),
    "violation_step": st.builds(
        Step, ids, st.just(VIOLATION), counts, st.sampled_from(State), instants, words, words, counts
    ),
    "judgement": st.builds(Judgement, ids, st.sampled_from(Verdict), instants, words, words),
    "addition": st.builds(
        Addition, ids, counts, st.just(PERSON), some_days, st.integers(-999, 999), words, instants, words
    ),
    "year_closing": st.builds(
        YearClosing, st.integers(2000, 2099), instants, words,
        st.lists(
            st.builds(Closed, ids, counts, counts, counts, counts, st.lists(words, max_size=2).map(tuple)),
            max_size=2,
        ).map(tuple),
    ),
    "check_plan": st.builds(
        CheckPlan, ids, periods, st.integers(0, 2**80), instants, words,
        st.lists(st.builds(PlannedCheck, instants, ids, st.sampled_from(Method)), max_size=2).map(tuple),
    ),
    "spot_check": st.builds(
        SpotCheck, id=ids, at=instants, method=st.sampled_from(Method), shift=ids, inspector=words,
        found=st.lists(
            st.builds(Found, places, ids, st.sampled_from(Presence), words), max_size=2
        ).map(tuple),
        items=st.lists(st.tuples(st.sampled_from(Item), st.booleans()), max_size=2).map(tuple),
        seconds=st.none() | counts, problem=words, handling=words, evidence=words, acknowledged=words,
    ),
    "circular": st.builds(
        Circular, ids, periods, st.booleans(), instants, words,
        st.builds(Counts, counts, counts, counts, counts, counts, counts),
        st.lists(words, max_size=2).map(tuple),
        st.lists(
            st.builds(
                Entry, words, ids, st.sampled_from(ViolationKind), some_days, words, st.sampled_from(State),
                counts, counts,
            ),
            max_size=2,
        ).map(tuple),
        st.lists(st.builds(Matter, counts, words, words, some_days), max_size=2).map(tuple),
        st.lists(st.builds(Demand, words, some_days), max_size=2).map(tuple), counts,
    ),
    "overtime": st.builds(
        Overtime, id=ids, person=st.just(PERSON), starts=instants, ends=instants, reason=words,
        approved_by=words, done=words, word=words, note=words, state=st.sampled_from(OvertimeState),
    ),
}  # fmt: skip
DISCIPLINE_EACH = {
    "violation": Violation(
        id=VIOLATION, number=1, kind=ViolationKind.ABSENT_FROM_POST, person=PERSON, at=_NIGHT, day=_DAY,
        what="查岗时不在岗", due=500, place=_PLACE, records=(("attendance", "at"),),
    ),
    "violation_step": Step("vs", VIOLATION, 1, State.REPORTED, _NIGHT, "王敏", "查岗时不在岗"),
    "judgement": Judgement("late/at", Verdict.DISMISSED, _NIGHT, "王敏", "路上封道"),
    "addition": Addition("ad", 1, PERSON, _DAY, 200, "妥善处置山洪预警", _NIGHT, "王敏"),
    "year_closing": YearClosing(
        2025, _NIGHT, "王敏", (Closed(PERSON, 10000, 500, 0, 9500, ("merit_lost",)),)
    ),
    "check_plan": CheckPlan(
        "cp", Period(_DAY, _DAY), 7, _NIGHT, "王敏",
        (PlannedCheck(_NIGHT, "2026-11-16/full_day", Method.PHONE),),
    ),
    "spot_check": SpotCheck(
        id="sc", at=_NIGHT, method=Method.SITE, shift="2026-11-16/full_day", inspector="王敏",
        found=(Found(_PLACE, PERSON, Presence.ABSENT, "办公室无人"),), items=((Item.LOG_FILLED, False),),
    ),
    "circular": Circular(
        id="ci", period=Period(_DAY, _DAY), named=True, made_at=_NIGHT, made_by="王敏",
        counts=Counts(3, 9, 1), problems=("日志未填",), number=1,
        entries=(Entry("2026-001", PERSON, ViolationKind.LATE, _DAY, "迟到", State.CONFIRMED, 100, 100),),
        matters=(Matter(3, "排水口清淤", "李堃", _DAY),), demands=(Demand("补齐日志", _DAY),),
    ),
    "overtime": Overtime(id="ot", person=PERSON, starts=_NIGHT, ends=_NIGHT, reason="防汛会商"),
}  # fmt: skip
