"""Words for what the log knows by a code: kinds, levels, and the fields of each kind."""

from dutydesk.domain.log import Level, LogEntry, LogKind
from ui.i18n import marked, tr

_KINDS = {
    LogKind.CALL_IN: marked("call in"),
    LogKind.CALL_OUT: marked("call out"),
    LogKind.MEETING_NOTICE: marked("meeting notice"),
    LogKind.DOCUMENT: marked("document received"),
    LogKind.MESSAGE: marked("e-government message"),
    LogKind.VISITOR: marked("visitor"),
    LogKind.PETITIONER: marked("petitioner"),
    LogKind.URGENT: marked("urgent information"),
    LogKind.INSTRUCTION: marked("instruction"),
    LogKind.WARNING: marked("warning"),
    LogKind.CHECKED: marked("checked by a superior"),
    LogKind.CHECK_OTHERS: marked("spot check of others"),
    LogKind.PATROL: marked("patrol"),
    LogKind.EQUIPMENT_TEST: marked("equipment test"),
    LogKind.VEHICLE: marked("vehicle sent"),
    LogKind.OTHER: marked("other matter"),
}
_LEVELS = {
    Level.NONE: marked("not classified"),
    Level.INTERNAL: marked("internal"),
    Level.CONFIDENTIAL: marked("confidential"),
    Level.SECRET: marked("secret"),
    Level.TOP_SECRET: marked("top secret"),
}
_DETAILS = {
    "convenor": marked("convened by"),
    "topic": marked("meeting or topic"),
    "meeting_at": marked("time of the meeting"),
    "venue": marked("venue"),
    "attendance": marked("who attends"),
    "materials": marked("materials"),
    "document_number": marked("document number"),
    "document_title": marked("document title"),
    "urgency": marked("urgency"),
    "copies": marked("copies"),
    "delivered_to": marked("handed to"),
    "delivered_at": marked("handed over at"),
    "signed_by": marked("signed for by"),
    "id_number": marked("ID or phone"),
    "heads": marked("number of people"),
    "received_by": marked("received by"),
    "transferred_to": marked("transferred to"),
    "left_at": marked("left at"),
    "incident_place": marked("place"),
    "occurred_at": marked("happened at"),
    "cause": marked("cause (preliminary)"),
    "impact": marked("scope of impact"),
    "measures": marked("measures taken"),
    "trend": marked("trend"),
    "informed": marked("who has been informed"),
    "warned_of": marked("warning of"),
    "colour": marked("colour"),
    "valid_until": marked("valid until"),
    "vehicle": marked("vehicle"),
    "driver": marked("driver"),
    "destination": marked("destination"),
    "back_at": marked("back at"),
    "equipment": marked("equipment"),
    "outcome": marked("outcome"),
    "method": marked("method"),
}


def kind_text(kind: LogKind) -> str:
    """来电, 去电, 来文 and so on."""
    return tr(_KINDS[kind])


def level_text(level: Level) -> str:
    """The classification of a document."""
    return tr(_LEVELS[level])


def detail_text(name: str) -> str:
    """The label of a field that one kind of entry has."""
    return tr(_DETAILS[name]) if name in _DETAILS else name


def other_side(entry: LogEntry) -> str:
    """Unit, name, title and phone of the other side, one below the other."""
    who = " ".join(filter(None, (entry.person, entry.title)))
    return "\n".join(filter(None, (entry.unit, who, entry.phone)))


def content_of(entry: LogEntry) -> str:
    """What an entry says, with the fields of its kind; of a classified document only that it came."""
    said = [entry.content] if entry.content else []
    if entry.level is not Level.NONE:
        said.insert(0, tr("[{level}]", level=level_text(entry.level)))
    said += [
        tr("{label}: {text}", label=detail_text(name), text=text) for name, text in entry.details if text
    ]
    return "\n".join(said)
