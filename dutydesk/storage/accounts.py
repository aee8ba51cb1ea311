"""Accounts, secrets and break-glass codes as rows.

The hash of a secret lies in a table of its own, journalled like any other, so that a change made to it behind
our back shows. Whoever reads the file reads it in either place; but a PIN of six digits can be tried out by
whoever has its hash, so it is hidden wherever rows are shown or exported (`tables.masked`).
"""

import json

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.sign_in import BreakGlass, Secret, SecretKind
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import moment_text, moment_value


def _account_row(account: Account) -> Row:
    return {
        "id": account.person, "roles": json.dumps(sorted(account.roles)), "wrong": account.wrong,
        "wrong_at": moment_text(account.wrong_at), "signed_in_at": moment_text(account.signed_in_at),
    }  # fmt: skip


def _account(row: Row) -> Account:
    roles = frozenset(Role(each) for each in json.loads(row["roles"]))
    return Account(
        row["id"], roles, row["wrong"], moment_value(row["wrong_at"]), moment_value(row["signed_in_at"])
    )


def _secret_row(secret: Secret) -> Row:
    return {"id": secret.person, "kind": secret.kind.value, "encoded": secret.encoded}


def _secret(row: Row) -> Secret:
    return Secret(row["id"], SecretKind(row["kind"]), row["encoded"])


def _break_glass_row(code: BreakGlass) -> Row:
    return {
        "id": code.id, "encoded": code.encoded, "wrong": code.wrong, "used_at": moment_text(code.used_at),
        "used_for": code.used_for, "seen": int(code.seen),
    }  # fmt: skip


def _break_glass(row: Row) -> BreakGlass:
    used_at = moment_value(row["used_at"])
    return BreakGlass(row["id"], row["encoded"], row["wrong"], used_at, row["used_for"], bool(row["seen"]))


ACCOUNTS = Table("account", _account_row, _account, evidence=True)
SECRETS = Table("secret", _secret_row, _secret, evidence=True, hidden=frozenset({"encoded"}))
BREAK_GLASS = Table(
    "break_glass", _break_glass_row, _break_glass, evidence=True, hidden=frozenset({"encoded"})
)
