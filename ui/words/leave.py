"""The words of leave: kinds, states, approvers, and spans of half days."""

from datetime import date

from dutydesk.domain.leave import Counted, Half, Leave
from dutydesk.domain.leave.balance import Balance
from dutydesk.domain.leave.chain import Approver, Decision, LeaveStep, Level
from dutydesk.domain.leave.course import Standing
from dutydesk.domain.leave.days import days_text
from ui.i18n import full_day, long_day, marked, tr, weekday
from ui.words.planning import half_text

_STANDINGS = {
    Standing.DRAFT: marked("draft"),
    Standing.PENDING: marked("to be decided"),
    Standing.SENT_BACK: marked("sent back"),
    Standing.COMING: marked("approved"),
    Standing.ACTIVE: marked("on leave now"),
    Standing.DUE_BACK: marked("to report back"),
    Standing.OVERDUE: marked("overdue to report back"),
    Standing.EXTENDED: marked("extended"),
    Standing.REPORTED_BACK: marked("reported back"),
    Standing.REFUSED: marked("refused"),
    Standing.CANCELLED: marked("called off"),
}
_APPROVERS = {
    Approver.SECTION_HEAD: marked("section head"),
    Approver.DEPUTY: marked("deputy in charge"),
    Approver.CHIEF: marked("chief"),
    Approver.OUTSIDE: marked("superior outside the office"),
}
_LEVELS = {
    Level.STAFF: marked("staff"),
    Level.SECTION_HEAD: marked("section head"),
    Level.DEPUTY: marked("deputy"),
    Level.CHIEF: marked("chief"),
}
_DECISIONS = {
    Decision.AGREED: marked("agreed"),
    Decision.REFUSED: marked("refused"),
    Decision.SENT_BACK: marked("sent back"),
}
_ACCOUNTS = {
    Counted.NOTHING: marked("not counted"),
    Counted.ANNUAL: marked("annual leave"),
    Counted.REST: marked("compensatory rest"),
}


def standing_text(standing: Standing) -> str:
    """Where a leave stands."""
    return tr(_STANDINGS[standing])


def approver_text(approver: Approver) -> str:
    """Who decides a step."""
    return tr(_APPROVERS[approver])


def level_text(level: Level) -> str:
    """Whose leave a line of the table of approval is about."""
    return tr(_LEVELS[level])


def decision_text(decision: Decision) -> str:
    """What was decided."""
    return tr(_DECISIONS[decision])


def account_text(account: Counted) -> str:
    """The account from which days are taken."""
    return tr(_ACCOUNTS[account])


def moment_text(day: date, half: Half) -> str:
    """11月24日 周二 下午."""
    return tr("{day} {weekday} {half}", day=long_day(day), weekday=weekday(day), half=half_text(half))


def span_text(leave: Leave) -> str:
    """From half a day to half a day, as short as it can be said."""
    first, last = leave.period.first, leave.period.last
    if first.year != last.year:
        return tr(
            "{first} – {last}", first=_moment(first, leave.from_half), last=_moment(last, leave.to_half)
        )
    if first == last and leave.from_half is leave.to_half:
        return moment_text(first, leave.from_half)
    begins = long_day(first) if leave.from_half is Half.MORNING else moment_text(first, leave.from_half)
    ends = long_day(last) if leave.to_half is Half.AFTERNOON else moment_text(last, leave.to_half)
    return begins if begins == ends else tr("{first} – {last}", first=begins, last=ends)


def _moment(day: date, half: Half) -> str:
    """2026年12月30日 下午."""
    return tr("{day} {half}", day=full_day(day), half=half_text(half))


def length_text(halves: int) -> str:
    """2.5 days."""
    return tr("{days} days", days=days_text(halves))


def balance_text(balance: Balance) -> str:
    """An account in one line."""
    if balance.left is None:
        return tr("The account is not known: enter since when the person works.")
    if balance.account is Counted.ANNUAL:
        return tr(
            "Annual leave: {due} due, {carried} carried over, {used} used or asked for, {left} left.",
            due=days_text(balance.due or 0),
            carried=days_text(balance.carried),
            used=days_text(balance.used),
            left=days_text(balance.left),
        )
    return tr(
        "Compensatory rest: {carried} earned, {used} used or asked for, {left} left.",
        carried=days_text(balance.carried),
        used=days_text(balance.used),
        left=days_text(balance.left),
    )


def step_text(step: LeaveStep) -> str:
    """One step of an approval: who decides or decided it, and how."""
    who = approver_text(step.approver)
    if step.decision is None:
        return tr("{who}: to be decided", who=who)
    words = tr("{who} {name}: {decision}", who=who, name=step.signed, decision=decision_text(step.decision))
    paper = tr("paper {number}", number=step.paper) if step.paper else ""
    return tr("; ").join(filter(None, (words, step.opinion, paper)))
