import pytest

from tests.storage.values import comes_back


@pytest.mark.parametrize(
    "table", ["leave_type", "leave", "approval_rule", "leave_step", "leave_credit", "leave_waiver"]
)
def test_what_is_kept_comes_back_as_it_was(table):
    comes_back(table)
