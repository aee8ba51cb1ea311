"""All commands in one group, worded in the language in force."""

import click

from ui.cli.accounts import accounts
from ui.cli.audit import audit
from ui.cli.backups import back_up, restore_file, salvage_file
from ui.cli.contacts import contacts
from ui.cli.discipline import circular, rest_command, score
from ui.cli.files import demo, new, open_window, selftest
from ui.cli.followups import followups
from ui.cli.handover import handover
from ui.cli.integrate import integrate
from ui.cli.leave import leave
from ui.cli.lists import import_list
from ui.cli.log import log
from ui.cli.now import now
from ui.cli.planning import check, plan, stats
from ui.cli.showing import export, show
from ui.cli.swaps import swap
from ui.cli.verify import verify
from ui.cli.violations import violations_group
from ui.i18n import tr


def group() -> click.Group:
    """The program's commands."""
    everything = click.Group(
        "dutydesk",
        help=tr("Duty rosters: plan, check, show and print. Without a command, FILE opens in the window."),
        epilog=tr(
            "--lang zh_CN|en anywhere chooses the language. --as NAME anywhere says who gives the "
            "command; the PIN is asked for, or taken from DUTYDESK_PIN. --now 2026-11-01T08:30 anywhere sets "
            "the clock, for trying things out in a file made on a set time."
        ),
    )
    for command in (
        open_window(), new(), demo(), import_list(), plan(), check(), show(), stats(), export(), leave(),
        verify(), audit(), accounts(), contacts(), back_up(), restore_file(), salvage_file(), selftest(),
        swap(), now(), log(), followups(), handover(), violations_group(), score(), circular(),
        rest_command(), integrate(),
    ):  # fmt: skip
        everything.add_command(command)
    return everything
