import pytest

from tests.storage.values import comes_back


@pytest.mark.parametrize("table", ["check_plan", "spot_check"])
def test_what_is_kept_comes_back_as_it_was(table):
    comes_back(table)
