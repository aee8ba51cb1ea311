"""Any value that the duty room keeps, and one of each."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.followups import FollowUp, FollowUpStep, Source, Stage, StepKind
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
from dutydesk.domain.incidents import Channel, Grade, Incident, Report, ReportKind, Told
from dutydesk.domain.instructions import Instruction
from dutydesk.domain.log import Bearing, Level, LogEntry, LogKind, LogTemplate
from dutydesk.domain.watch import Attendance, Standing
from tests.storage.draws import (
    INCIDENT,
    MATTER,
    OTHER,
    PERSON,
    POST,
    SHIFT,
    SHIFT_OF,
    counts,
    ids,
    instants,
    open_days,
    places,
    some_days,
    words,
)

_DAY = date(2026, 11, 16)
_PLACE = PlaceKey(_DAY, SHIFT, POST, 0)
_NIGHT = datetime(2026, 11, 16, 19, 2, 7, tzinfo=UTC)


def _handover(shift, signed_at, text, checks, open_then):
    """A handover whose note is that of its own shift."""
    return Handover(
        id=shift, outgoing=PERSON, signed_at=signed_at, note=ShiftNote(shift, text, "", text, ""),
        equipment=tuple(checks), counts=(("call_in", 3),), items=open_then, quiet=not checks, anchor=text,
    )  # fmt: skip


items = st.lists(
    st.builds(Item, st.sampled_from(ItemKind), ids, counts, words, st.none() | instants), max_size=2
).map(tuple)
DESK_VALUES = {
    "attendance": st.builds(
        Attendance, ids, places, st.just(PERSON), instants, st.none() | instants,
        st.sampled_from(Standing), words,
    ),
    "candidate": st.builds(
        Candidate, ids, st.sampled_from(ViolationKind), words, instants, counts, st.none() | places,
        st.lists(st.tuples(ids, words), max_size=2).map(tuple),
    ),
    "log_entry": st.builds(
        LogEntry, id=ids, kind=st.sampled_from(LogKind), at=instants, typed_at=instants,
        number=st.integers(2, 10**9), shift=words, recorder=words, unit=words, person=words, title=words,
        phone=words, receiver=words, content=words, proposal=words, result=words,
        level=st.sampled_from(Level), read_back=st.booleans(), open=st.booleans(),
        bearing=st.sampled_from(Bearing), about=words, initials=words,
        details=st.dictionaries(ids, words, max_size=2).map(lambda kept: tuple(kept.items())),
    ),
    "incident": st.builds(
        Incident, id=ids, name=words, learned_at=instants, received_at=instants,
        occurred_at=st.none() | instants, number=counts, category=words, grade=st.sampled_from(Grade),
        sensitive=st.booleans(), place=words, source=words, entry=words,
    ),
    "report": st.builds(
        Report, id=ids, incident=st.just(INCIDENT), kind=st.sampled_from(ReportKind), issued_at=instants,
        typed_at=instants, signed_by=words, sequence=counts, number=counts, drafted_by=words,
        verified_by=words, scope=words,
        facts=st.dictionaries(ids, words, max_size=2).map(lambda kept: tuple(kept.items())),
    ),
    "told": st.builds(
        Told, id=ids, incident=st.just(INCIDENT), whom=words, at=instants, typed_at=instants, unit=words,
        channel=st.sampled_from(Channel), upward=st.booleans(), told_by=words, answer=words,
    ),
    "instruction": st.builds(
        Instruction, id=ids, leader=words, content=words, given_at=instants, typed_at=instants,
        spoken=st.booleans(), read_back=st.booleans(), incident=words, entry=words, passed_to=words,
        passed_at=st.none() | instants, result=words, reported_at=st.none() | instants,
    ),
    "follow_up": st.builds(
        FollowUp, id=ids, content=words, registered_at=instants, due=instants, number=counts,
        source=st.sampled_from(Source), origin=words, unit=words, handler=words, responsible=words,
        stage=st.sampled_from(Stage), answer=words, closed_by=words, closed_at=st.none() | instants,
    ),
    "follow_up_step": st.builds(
        FollowUpStep, id=ids, follow_up=st.just(MATTER), kind=st.sampled_from(StepKind), at=instants,
        done_by=words, text=words, due=instants, stage=st.sampled_from(Stage),
    ),
    "shift_note": st.builds(ShiftNote, ids, words, words, words, words),
    "standing_order": st.builds(StandingOrder, ids, words, words, some_days, open_days),
    "handover": st.builds(
        _handover, ids, instants, words, st.lists(st.builds(EquipmentCheck, ids, st.booleans(), words)), items
    ),
    "takeover": st.builds(
        Takeover, id=st.just(SHIFT_OF), incoming=st.just(OTHER), into=words, signed_at=instants, items=items,
        orders=st.lists(ids, max_size=2).map(tuple), objection=words, anchor=words,
    ),
    "handover_review": st.builds(Review, st.just(SHIFT_OF), words, words, instants),
    "log_template": st.builds(LogTemplate, ids, st.sampled_from(LogKind), words, words, words, counts),
}  # fmt: skip
DESK_EACH = {
    "attendance": Attendance("at", _PLACE, PERSON, _NIGHT),
    "candidate": Candidate("late/at", ViolationKind.LATE, PERSON, _NIGHT, 5, _PLACE, (("attendance", "at"),)),
    "log_entry": LogEntry(
        id="le", kind=LogKind.CALL_IN, at=_NIGHT, typed_at=_NIGHT, number=1, content="山洪预警", unit="水利局"
    ),
    "incident": Incident(id=INCIDENT, name="塌方", learned_at=_NIGHT, received_at=_NIGHT),
    "report": Report(
        id="r",
        incident=INCIDENT,
        kind=ReportKind.INITIAL,
        issued_at=_NIGHT,
        typed_at=_NIGHT,
        signed_by="赵喆",
    ),
    "told": Told(id="td", incident=INCIDENT, whom="市总值班室", at=_NIGHT, typed_at=_NIGHT),
    "instruction": Instruction(
        id="in", leader="赵喆", content="立即核实", given_at=_NIGHT, typed_at=_NIGHT, passed_at=_NIGHT
    ),
    "follow_up": FollowUp(id=MATTER, content="修复边坡", registered_at=_NIGHT, due=_NIGHT, unit="水利局"),
    "follow_up_step": FollowUpStep(
        id="fs",
        follow_up=MATTER,
        kind=StepKind.PROGRESS,
        at=_NIGHT,
        done_by="王敏",
        text="已到场",
        due=_NIGHT,
        stage=Stage.TALK,
    ),
    "shift_note": ShiftNote(SHIFT_OF, "晴", summary="平稳"),
    "standing_order": StandingOrder("so", "每两小时报一次水位", "赵喆", _DAY),
    "handover": Handover(
        id=SHIFT_OF,
        outgoing=PERSON,
        signed_at=_NIGHT,
        note=ShiftNote(SHIFT_OF),
        equipment=(),
        counts=(),
        items=(),
        quiet=True,
    ),
    "takeover": Takeover(
        id=SHIFT_OF, incoming=OTHER, into="2026-11-17/shift", signed_at=_NIGHT, items=(), orders=()
    ),
    "handover_review": Review(SHIFT_OF, "赵喆", "同意", _NIGHT),
    "log_template": LogTemplate("lt", LogKind.PATROL, "零时巡查", "大楼巡查一遍，无异常。"),
}
