"""What the kinds of record are called where their history is told."""

from ui.i18n import marked, tr

_TABLES = {
    "ab_pair": marked("A/B pair"),
    "account": marked("account"),
    "addition": marked("points added"),
    "approval_rule": marked("line of the table of approval"),
    "attendance": marked("attendance"),
    "break_glass": marked("break-glass code"),
    "calendar_day": marked("calendar day"),
    "calendar_year": marked("holiday notice"),
    "candidate": marked("matter to look into"),
    "check_plan": marked("plan of spot checks"),
    "circular": marked("circular"),
    "clock_doubt": marked("leap of the clock"),
    "disclosure": marked("disclosure"),
    "duty": marked("duty"),
    "exemption": marked("exemption"),
    "follow_up": marked("follow-up"),
    "follow_up_step": marked("step of a follow-up"),
    "handover": marked("handover"),
    "handover_review": marked("leader's review of a handover"),
    "incident": marked("incident"),
    "instruction": marked("instruction of a leader"),
    "judgement": marked("finding on a candidate"),
    "leave": marked("leave"),
    "leave_credit": marked("days earned"),
    "leave_step": marked("step of approval"),
    "leave_type": marked("kind of leave"),
    "leave_waiver": marked("duty waived"),
    "log_entry": marked("log entry"),
    "log_template": marked("log template"),
    "office": marked("office particulars"),
    "overtime": marked("overtime"),
    "person": marked("person"),
    "post": marked("post"),
    "publication": marked("published roster"),
    "report": marked("report of an incident"),
    "rule": marked("rule"),
    "seal": marked("seal"),
    "seal_key": marked("seal key"),
    "secret": marked("PIN or passphrase"),
    "section": marked("section"),
    "sensitive_period": marked("sensitive period"),
    "shift_note": marked("note of a shift"),
    "shift_type": marked("shift"),
    "spot_check": marked("spot check"),
    "standing_order": marked("standing instruction"),
    "swap": marked("swap or cover"),
    "takeover": marked("taking over"),
    "tally": marked("opening tally"),
    "told": marked("who was told"),
    "violation": marked("violation"),
    "violation_step": marked("step of a violation"),
    "wish": marked("wish"),
    "year_closing": marked("closing of the year"),
}


def table_text(table: str) -> str:
    """What a kind of record is called; its name in the file for one without a word."""
    return tr(_TABLES[table]) if table in _TABLES else table


def worded_tables() -> frozenset[str]:
    """The tables that have a word."""
    return frozenset(_TABLES)
