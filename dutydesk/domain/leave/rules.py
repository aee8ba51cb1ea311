"""The numbers of leave; every one is a rule that holds from a day on (domain.md §5)."""

from dataclasses import dataclass
from typing import Final

from dutydesk.domain.rulebook import Family


@dataclass(frozen=True, slots=True)
class LeaveRules:
    """The rules of leave on one day.

    `longest_days` is the most calendar days of one request; within `grace_days` working days after the end
    somebody reports back. `annual_scale` gives years of service and the days of annual leave from then
    on (S58). `heads_apart`: the chief and the first deputy are never both away. An out-of-town trip is
    reported `notice_days` before it begins. `levels` are words of titles and the level each means; the first
    word that a title has decides.
    """

    longest_days: int = 400
    grace_days: int = 1
    annual_scale: tuple[tuple[int, int], ...] = ((1, 5), (10, 10), (20, 15))
    heads_apart: bool = True
    notice_days: int = 1
    levels: tuple[tuple[str, str], ...] = (
        ("主任科员", "staff"), ("科员", "staff"), ("副科长", "staff"), ("副股长", "staff"),
        ("副秘书长", "deputy"), ("副主任", "deputy"), ("副局长", "deputy"), ("副处长", "deputy"),
        ("秘书长", "chief"), ("主任", "chief"), ("局长", "chief"), ("处长", "chief"),
        ("科长", "section_head"), ("股长", "section_head"), ("负责人", "section_head"),
        ("deputy section chief", "staff"), ("section chief", "section_head"),
        ("deputy director", "deputy"), ("deputy secretary", "deputy"),
        ("director", "chief"), ("secretary-general", "chief"),
    )  # fmt: skip


LEAVE: Final = Family("leave", LeaveRules())
