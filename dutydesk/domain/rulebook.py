"""Families of rules with effective dates: every number of the duty room is a row."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Generic, TypeVar

from dutydesk.domain.office import Rule

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Family(Generic[R]):
    """Rules that belong together: a frozen dataclass of defaults, kept one field a row under `name.field`."""

    name: str
    defaults: R

    def on(self, rules: Iterable[Rule], day: date) -> R:
        """The rules in force on a day; a later row goes before an earlier one, a missing one is default."""
        known = {f"{self.name}.{each}": each for each in self._fields()}
        values = {
            known[rule.name]: _frozen(json.loads(rule.value))
            for rule in sorted(rules, key=lambda each: (each.valid_from, each.id))
            if rule.valid_from <= day and rule.name in known
        }
        return replace(self.defaults, **values)  # type: ignore[type-var]  # a family's R is a dataclass

    def changed(self, present: R, wanted: R, valid_from: date) -> tuple[Rule, ...]:
        """The rows that let `wanted` hold from a day on; only what differs is among them."""
        return tuple(
            Rule(
                f"{self.name}.{each}@{valid_from.isoformat()}",
                f"{self.name}.{each}",
                json.dumps(getattr(wanted, each), ensure_ascii=False),
                valid_from,
            )
            for each in self._fields()
            if getattr(wanted, each) != getattr(present, each)
        )

    def _fields(self) -> tuple[str, ...]:
        return tuple(each.name for each in fields(self.defaults))  # type: ignore[arg-type]  # as above


def _frozen(value: Any) -> Any:
    """JSON's lists as tuples, at every depth."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
