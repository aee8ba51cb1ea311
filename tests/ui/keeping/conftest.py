"""The command line beside the window."""

from tests.ui.cli.conftest import dutydesk

__all__ = ["dutydesk"]
