"""What the deeds are called where one is reported or offered to be taken back."""

from ui.i18n import marked, tr

_WORDS = {
    "found_office": marked("new office"),
    "save_office": marked("office particulars"),
    "save_rules": marked("rules of planning"),
    "adopt_preset": marked("shift pattern"),
    "save_posts": marked("posts"),
    "remove_posts": marked("posts removed"),
    "save_shifts": marked("shifts"),
    "remove_shifts": marked("shifts removed"),
    "save_sections": marked("sections"),
    "remove_sections": marked("sections removed"),
    "save_people": marked("people"),
    "arrange_people": marked("order of people"),
    "remove_people": marked("people removed"),
    "save_exemptions": marked("exemptions"),
    "confirm_exemptions": marked("exemptions confirmed"),
    "remove_exemptions": marked("exemptions removed"),
    "save_wishes": marked("wishes"),
    "remove_wishes": marked("wishes taken back"),
    "save_pairs": marked("A/B pairs"),
    "remove_pairs": marked("A/B pairs dissolved"),
    "save_tallies": marked("opening tally"),
    "remove_tallies": marked("opening tally removed"),
    "save_calendar_days": marked("days of the calendar"),
    "clear_calendar_days": marked("days of the calendar cleared"),
    "adopt_notice": marked("holiday notice"),
    "save_sensitive_periods": marked("sensitive periods"),
    "remove_sensitive_periods": marked("sensitive periods removed"),
    "assign_duties": marked("duties"),
    "lock_duties": marked("duties locked"),
    "note_duty": marked("note to a duty"),
    "adopt_plan": marked("plan"),
    "publish_roster": marked("roster published"),
    "save_accounts": marked("roles of accounts"),
    "remove_accounts": marked("accounts removed"),
    "set_second_folder": marked("second folder for backups"),
    "restore_backup": marked("backup restored"),
    "sign_in": marked("signed in"),
    "sign_out": marked("signed out"),
    "note_candidates": marked("candidates noted"),
    "salvage_file": marked("damaged file salvaged"),
    "doubt_clock": marked("leap of the clock"),
    "end_doubt": marked("clock came back"),
    "trust_clock": marked("clock found right"),
    "seal_journal": marked("journal sealed"),
    "make_seal_key": marked("seal key of this computer"),
}


def deed_text(name: str) -> str:
    """The words of a deed by its name in the journal; the name itself for one that has none."""
    return tr(_WORDS[name]) if name in _WORDS else name
