"""Who does a deed, for whom, and who may: the one matrix of roles and deeds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from dutydesk.errors import OwnMatterError


@dataclass(frozen=True, slots=True)
class Author:
    """The person at the keyboard and the instant (UTC, aware) of a deed.

    `actor` and `on_behalf_of` are the words of the journal; `reason` says why, where a rule asks for it.
    `person` is the id of the one who signed in, empty where nobody does (an office without accounts).
    `principal` is the id of whoever decided it on paper, and `paper` the number of that paper.
    """

    actor: str
    at: datetime
    on_behalf_of: str = ""
    reason: str = ""
    person: str = ""
    principal: str = ""
    paper: str = ""


class Role(StrEnum):
    """What somebody is in the office; one person may be several."""

    VIEWER = "viewer"
    DUTY_OFFICER = "duty_officer"
    DUTY_LEADER = "duty_leader"
    PLANNER = "planner"
    APPROVER = "approver"
    PERSONNEL = "personnel"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Account:
    """What a person is in the office, and how their newest entries of a PIN or passphrase went.

    `wrong` counts the wrong entries since the last right one, `wrong_at` is the newest of them. An account
    whose person has no secret never signs in: it says what that person may decide on paper.
    """

    person: str
    roles: frozenset[Role]
    wrong: int = 0
    wrong_at: datetime | None = None
    signed_in_at: datetime | None = None


OFFICER, LEADER, PLANNER, APPROVER = Role.DUTY_OFFICER, Role.DUTY_LEADER, Role.PLANNER, Role.APPROVER
PERSONNEL, INSPECTOR, ADMINISTRATOR = Role.PERSONNEL, Role.INSPECTOR, Role.ADMINISTRATOR
EVERYBODY: Final = frozenset(Role)
CLERKS: Final = frozenset({OFFICER, LEADER, PLANNER, APPROVER, PERSONNEL, ADMINISTRATOR})
"""Who may enter what somebody else decided on paper."""
WRITERS: Final = CLERKS | {INSPECTOR}
"""Who may enter on paper, for somebody else, what everybody may do for themselves."""

_MATRIX: Final[tuple[tuple[frozenset[Role], frozenset[str]], ...]] = (
    # accounts
    (
        frozenset({ADMINISTRATOR}),
        frozenset({
            "save_accounts", "remove_accounts", "set_secret", "keep_code", "see_broken_glass",
            "save_sign_in_rules",
        }),
    ),
    (frozenset({LEADER, ADMINISTRATOR}), frozenset({"let_try_again"})),
    (EVERYBODY, frozenset({"change_secret"})),
    # the office, its rules and the shape of its shifts
    (
        frozenset({PLANNER, ADMINISTRATOR}),
        frozenset({
            "save_office", "save_rules", "adopt_preset", "save_posts", "remove_posts", "save_shifts",
            "remove_shifts",
        }),
    ),
    (frozenset({ADMINISTRATOR}), frozenset({"set_second_folder"})),
    # calendar
    (
        frozenset({PLANNER, ADMINISTRATOR}),
        frozenset({
            "save_calendar_days", "clear_calendar_days", "adopt_notice", "save_sensitive_periods",
            "remove_sensitive_periods", "import_calendar",
        }),
    ),
    # people
    (
        frozenset({PLANNER, PERSONNEL, ADMINISTRATOR}),
        frozenset({
            "save_sections", "remove_sections", "save_people", "arrange_people", "remove_people",
            "save_pairs", "remove_pairs", "save_tallies", "import_people", "import_tally",
        }),
    ),
    (frozenset({PLANNER, PERSONNEL}), frozenset({"save_exemptions", "remove_exemptions"})),
    (frozenset({APPROVER, PERSONNEL}), frozenset({"confirm_exemptions"})),
    # leave
    (EVERYBODY, frozenset({"draft_leave", "ask_leave", "extend_leave", "cancel_leave", "report_back"})),
    (frozenset({PLANNER, PERSONNEL}), frozenset({"import_leave"})),
    (frozenset({APPROVER, PERSONNEL}), frozenset({"decide_leave"})),
    (frozenset({LEADER}), frozenset({"waive_duties"})),
    (
        frozenset({PERSONNEL, ADMINISTRATOR}),
        frozenset({
            "save_leave_types", "remove_leave_types", "save_approval_rules", "remove_approval_rules",
            "save_leave_credits", "remove_leave_credits",
        }),
    ),
    # roster
    (
        frozenset({PLANNER}),
        frozenset({"lock_duties", "unlock_duties", "adopt_plan", "save_wishes", "remove_wishes"}),
    ),
    (frozenset({PLANNER, LEADER}), frozenset({"assign_duties", "note_duty"})),
    (frozenset({PLANNER, APPROVER}), frozenset({"publish_roster"})),
    # swaps and covers
    (EVERYBODY, frozenset({"propose_swap", "agree_swap", "refuse_swap", "cancel_swap"})),
    (frozenset({LEADER}), frozenset({"approve_swap"})),
    (frozenset({PLANNER, LEADER}), frozenset({"apply_swap"})),
    (frozenset({OFFICER, LEADER}), frozenset({"take_over_duty"})),
    (frozenset({PLANNER, LEADER, APPROVER}), frozenset({"settle_leave"})),
    # what is taken out of the journal for other eyes
    (frozenset({APPROVER, PERSONNEL, INSPECTOR, ADMINISTRATOR}), frozenset({"export_audit"})),
    (CLERKS, frozenset({"print_contacts"})),
    # the clock
    (frozenset({LEADER, ADMINISTRATOR}), frozenset({"trust_clock"})),
    # watch
    (frozenset({OFFICER, LEADER}), frozenset({"sign_in", "sign_out"})),
    # discipline
    (
        frozenset({LEADER, PERSONNEL, INSPECTOR}),
        frozenset({"register_violation", "dismiss_candidate", "inform_accused"}),
    ),
    (frozenset({PERSONNEL, INSPECTOR}), frozenset({"plan_checks"})),
    (frozenset({LEADER, PERSONNEL, INSPECTOR}), frozenset({"record_check"})),
    (frozenset({APPROVER, PERSONNEL}), frozenset({"issue_circular"})),
    (
        EVERYBODY,
        frozenset({"hear_accused", "appeal_violation", "request_overtime", "record_overtime"}),
    ),
    (
        frozenset({PERSONNEL}),
        frozenset({"verify_violation", "add_points", "close_year", "verify_overtime"}),
    ),
    (frozenset({APPROVER}), frozenset({"confirm_violation", "decide_appeal", "cancel_violation"})),
    (frozenset({APPROVER, PERSONNEL}), frozenset({"excuse_violation", "drop_violation", "refuse_overtime"})),
    # log
    (
        frozenset({OFFICER, LEADER}),
        frozenset({
            "record_entry", "correct_entry", "pursue_entry", "settle_entry", "save_templates",
            "remove_templates",
        }),
    ),
    # incidents and instructions
    (
        frozenset({OFFICER, LEADER}),
        frozenset({
            "open_incident", "change_incident", "tell_of_incident", "issue_report", "take_instruction",
            "pass_on_instruction", "answer_instruction",
        }),
    ),
    # follow-ups
    (
        frozenset({OFFICER, LEADER}),
        frozenset({
            "register_follow_up", "add_progress", "extend_follow_up", "escalate_follow_up",
        }),
    ),
    # closing follow-ups, and orders
    (
        frozenset({LEADER}),
        frozenset({
            "close_follow_up", "save_standing_orders",
        }),
    ),
    # handover
    (
        frozenset({OFFICER, LEADER}),
        frozenset({
            "save_shift_note", "hand_over", "take_over", "review_handover",
        }),
    ),
)  # fmt: skip
"""Which roles may do which deeds; a deed stands in one line only."""

AT_THE_DOOR: Final = frozenset({
    "open_desk", "enter_wrong_secret", "enter_wrong_code", "wait_anew", "break_glass",
})  # fmt: skip
"""What happens while nobody is signed in yet."""
OPEN: Final = AT_THE_DOOR | {
    "found_office", "restore_backup", "salvage_file",
    "note_candidates", "doubt_clock", "end_doubt", "make_seal_key", "seal_journal",
}  # fmt: skip
"""Deeds that ask for no role: at the door; on a file as a whole, when whoever holds it could do as much with
any tool; and what the program notes by itself.
"""
IN_PERSON: Final = frozenset({
    "save_accounts", "remove_accounts", "set_secret", "keep_code", "see_broken_glass", "let_try_again",
    "change_secret", "save_sign_in_rules",
})  # fmt: skip
"""Deeds that nobody enters for somebody else: on paper anybody could make themselves administrator."""
RIGHTS: Final[Mapping[str, frozenset[Role]]] = {
    deed: roles for roles, deeds in _MATRIX for deed in deeds
} | dict.fromkeys(OPEN, EVERYBODY)


def who_may(deed: str) -> frozenset[Role]:
    """The roles that may do a deed; none for one that the matrix does not know."""
    return RIGHTS.get(deed, frozenset())


def may(roles: Iterable[Role], deed: str) -> bool:
    """Whether somebody with these roles may do a deed; an open deed asks for none."""
    return deed in OPEN or not who_may(deed).isdisjoint(roles)


def speaks_for_others(roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may enter anybody's word but their own: not who only looks."""
    return not WRITERS.isdisjoint(roles)


def may_enter(roles: frozenset[Role], decided_by: frozenset[Role], deed: str) -> bool:
    """Whether a clerk with these roles may enter what somebody with those roles decided on paper."""
    return deed not in IN_PERSON and not CLERKS.isdisjoint(roles) and may(decided_by, deed)


class Sight(StrEnum):
    """What is not for everybody's eyes."""

    PHONE = "phone"
    LEAVE_REASON = "leave_reason"
    POINTS = "points"


SEEN_BY: Final[Mapping[Sight, frozenset[Role]]] = {
    Sight.PHONE: CLERKS,
    Sight.LEAVE_REASON: frozenset({PLANNER, APPROVER, PERSONNEL}),
    Sight.POINTS: frozenset({APPROVER, PERSONNEL, INSPECTOR}),
}


def may_see(roles: Iterable[Role], sight: Sight) -> bool:
    """Whether somebody with these roles may see it of others; of themselves everybody sees everything."""
    return not SEEN_BY[sight].isdisjoint(roles)


def has_word_of(by: Author, person_id: str) -> bool:
    """Whether a deed has somebody's own word: they signed in, or decided it on a paper with a number.

    In an office without accounts nobody signs in, and whoever sits at the desk is believed.
    """
    on_paper = by.principal == person_id and bool(by.paper)
    return not by.person or by.person == person_id or on_paper


def is_own(by: Author, owners: Iterable[str]) -> bool:
    """Whether a matter of these people (ids) is that of the one who enters the deed or who decided it."""
    return not {by.person, by.principal}.isdisjoint({each for each in owners if each})


def refuse_own(by: Author, *owners: str) -> None:
    """Refuse approving, verifying or closing what is one's own, on paper too (domain.md §1, §2 D12)."""
    if is_own(by, owners):
        raise OwnMatterError(by.actor)
