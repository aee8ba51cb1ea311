"""Everything by which a leave is judged, frozen, with the questions that every page asks of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from dutydesk.domain.calendar import Calendar
from dutydesk.domain.leave import chain
from dutydesk.domain.leave.balance import Balance, Books, Credit
from dutydesk.domain.leave.chain import ApprovalRule, Approver, Level
from dutydesk.domain.leave.course import Standing, due_back, family, standing
from dutydesk.domain.leave.days import days_text, half_days
from dutydesk.domain.leave.kinds import Counted, LeaveType
from dutydesk.domain.leave.request import Leave, LeaveState
from dutydesk.domain.leave.rules import LeaveRules
from dutydesk.domain.people import Pair, Person, Section, distinct_names
from dutydesk.errors import NoApprovalRuleError, NotFoundError

Value = TypeVar("Value")


@dataclass(frozen=True)
class LeaveBook:
    """All leave of the office with its people and rules; `chief` is a person id, or empty."""

    people: tuple[Person, ...]
    sections: tuple[Section, ...]
    pairs: tuple[Pair, ...]
    kinds: tuple[LeaveType, ...]
    leaves: tuple[Leave, ...]
    credits: tuple[Credit, ...]
    calendar: Calendar
    rules: LeaveRules
    approval: tuple[ApprovalRule, ...] = chain.USUAL
    chief: str = ""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What to call everybody by id, namesakes with their section."""
        return distinct_names(self.people, {each.id: each.name for each in self.sections})

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        """Everybody's level by id."""
        return chain.levels(self.people, self.rules.levels, self.chief)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return {each.id: each for each in self.people}

    @cached_property
    def _kinds(self) -> Mapping[str, LeaveType]:
        return {each.id: each for each in self.kinds}

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return {each.id: each for each in self.sections}

    @cached_property
    def _extended(self) -> frozenset[str]:
        return frozenset(each.extends for each in self.leaves if each.extends and each.is_away)

    def person(self, person_id: str) -> Person:
        """A person by id; refuses one who is gone."""
        return _found(self._people, "person", person_id)

    def kind(self, kind_id: str) -> LeaveType:
        """A kind of leave by id; refuses one that is gone."""
        return _found(self._kinds, "leave_type", kind_id)

    def section(self, person: Person) -> Section:
        """A person's section."""
        return _found(self._sections, "section", person.section)

    def half_days(self, leave: Leave) -> int:
        """The half days that a leave takes."""
        return half_days(leave, self.kind(leave.type), self.calendar)

    def due_back(self, leave: Leave) -> date:
        """The last day on which to report back from a leave."""
        return due_back(leave, self.calendar, self.rules.grace_days)

    def standing(self, leave: Leave, today: date) -> Standing:
        """Where a leave stands on a day."""
        waits = leave.state is LeaveState.APPROVED and leave.period.last < today
        due = self.due_back(leave) if waits else leave.period.last
        return standing(leave, today, due, extended=leave.id in self._extended)

    def balance(self, leave: Leave) -> Balance | None:
        """The account that a leave is taken from, as it is without it; None where its kind has none."""
        account = self.kind(leave.type).account
        if account is Counted.NOTHING:
            return None
        return self.account(leave.person, account, leave.period.first, but=leave.id)

    def account(self, person_id: str, account: Counted, day: date, *, but: str = "") -> Balance:
        """Somebody's account as of a day, without one leave (`but`)."""
        person = self.person(person_id)
        since = person.works_since or person.joined
        return self._books.balance(person_id, since, account, day, but=but)

    @cached_property
    def _books(self) -> Books:
        return Books(self.leaves, self.credits, self._kinds, self.calendar, self.rules.annual_scale)

    def rule(self, leave: Leave) -> ApprovalRule:
        """The rule by which a request is approved; what it extends counts with it."""
        halves = sum(self.half_days(each) for each in self.family(leave))
        found = chain.rule_for(
            self.approval, self.levels[leave.person], leave.type, halves, leave.period.first
        )
        if found is None:
            raise NoApprovalRuleError(self.names[leave.person], days_text(halves))
        return found

    def family(self, leave: Leave) -> tuple[Leave, ...]:
        """A leave with what it extends and what extends it, in order."""
        return family(self.leaves, leave)

    def entitled(self, leave: Leave, approver: Approver) -> tuple[Person, ...]:
        """Who may decide a step of a leave."""
        applicant = self.person(leave.person)
        return chain.entitled(approver, applicant, self.levels, self.people, self.section(applicant))

    def is_short_notice(self, leave: Leave, today: date) -> bool:
        """Whether a trip out of town is reported later than it should be."""
        return leave.leaves_city and (leave.period.first - today).days < self.rules.notice_days

    def heads(self) -> tuple[str, ...]:
        """The chief and the first deputy, as far as there are any."""
        found = [
            next((each.id for each in self.people if self.levels[each.id] is level), "")
            for level in (Level.CHIEF, Level.DEPUTY)
        ]
        return tuple(filter(None, found))


def _found(known: Mapping[str, Value], table: str, row: str) -> Value:
    if row not in known:
        raise NotFoundError(table, row)
    return known[row]
