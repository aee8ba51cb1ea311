from dutydesk.domain.followups import FollowUp
from dutydesk.domain.handover import ItemKind
from dutydesk.domain.incidents import Grade, Incident
from dutydesk.domain.instructions import Instruction
from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.services import followups, incidents, instructions, log
from dutydesk.services.open_items import open_items
from tests.services.nights import a_room, by

AT = by(1).at


def kinds(store):
    return [each.kind for each in open_items(store)]


def test_whatever_is_open_is_listed_once_and_what_a_follow_up_carries_only_there():
    store = a_room()
    assert open_items(store) == ()
    entry = LogEntry(id="e", kind=LogKind.CALL_IN, at=AT, typed_at=AT, content="路灯不亮", open=True)
    log.record(store, entry, by=by(1))
    paper = LogEntry(id="d", kind=LogKind.DOCUMENT, at=AT, typed_at=AT, content="防汛通知")
    log.record(store, paper, by=by(1))
    said = Instruction(id="n", leader="赵主任", content="速办", given_at=AT, typed_at=AT)
    instructions.take_instruction(store, said, by=by(1))
    slide = Incident(id="i", name="塌方", learned_at=AT, received_at=AT, grade=Grade.MAJOR)
    incidents.open_incident(store, slide, by=by(1))
    assert kinds(store) == [
        ItemKind.REPORT_CLOCK, ItemKind.REPORT_CLOCK, ItemKind.INSTRUCTION, ItemKind.ENTRY, ItemKind.DOCUMENT,
    ]  # fmt: skip
    matter = FollowUp(id="f", content="路灯不亮", registered_at=AT, due=by(9).at, unit="城管局", origin="e")
    followups.register(store, matter, by=by(1))
    assert kinds(store)[2:] == [ItemKind.INSTRUCTION, ItemKind.DOCUMENT, ItemKind.FOLLOW_UP]
    assert len({each.key for each in open_items(store)}) == 5
