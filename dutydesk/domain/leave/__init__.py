"""Leave: asked for, decided, taken and reported back from (请销假, domain.md §5)."""

from dutydesk.domain.leave.kinds import Counted, LeaveType
from dutydesk.domain.leave.request import NOON, Half, Leave, LeaveState

__all__ = ["NOON", "Counted", "Half", "Leave", "LeaveState", "LeaveType"]
