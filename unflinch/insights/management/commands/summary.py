"""The numbers of one person, for people or for programs."""

import json as json_module
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management import BaseCommand
from django.template.defaultfilters import pluralize
from rich.console import Console
from rich.table import Table

from unflinch.accounts.models import Person
from unflinch.insights.numbers import numbers_of
from unflinch.insights.summary import summary_of


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="For programs instead of people.")

    def handle(self, *, json: bool, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            return
        summary = summary_of(person)
        if json:
            self.stdout.write(json_module.dumps(summary, indent=1, ensure_ascii=False))
        else:
            Console().print(as_table(summary, numbers_of(person).as_plain()))


def as_table(summary: dict[str, Any], names: Iterable[str]) -> Table:
    """The counts, the weeks and the numbers with these names; for a number that is not there what it needs."""
    table = Table(title="Unflinch", show_header=False)
    table.add_row("asks", str(summary["asks"]))
    table.add_row("activities", str(summary["activities"]))
    for outcome, number in summary["outcomes"].items():
        table.add_row(outcome.replace("_", " "), str(number))
    for week in summary["weeks"]:
        asks, noes, yeses, warm_ups = (week[name] for name in ("asks", "noes", "yeses", "warm_ups"))
        words = f"{asks} ask{pluralize(asks)}, {noes} no{pluralize(noes, 'es')}, {yeses} yes{pluralize(yeses, 'es')}"
        words += f", {warm_ups} warm-up{pluralize(warm_ups)}" if warm_ups else ""
        name = f"week {week['number']}" if week["number"] else "no day known"
        table.add_row(f"{name}: {week['title']}" if week["title"] else name, words)
    for name in names:
        for part, number in parts_of(name, summary[name]):
            table.add_row(part.replace("_", " "), in_words(number))
        if name in summary["needs"]:
            table.add_row(name.replace("_", " "), summary["needs"][name])
    return table


def parts_of(name: str, number: dict[str, Any] | None) -> list[tuple[str, dict[str, Any]]]:
    """A number under its name, or each of its parts under its own; nothing where it is not known."""
    if number is None:
        return []
    return [(name, number)] if "value" in number else [(f"{name}, {part}", of) for part, of in number.items() if of]


def in_words(number: dict[str, Any]) -> str:
    """A number with its interval and over how many: "58.8 (52.1 to 65.3), over 65"."""
    interval = "" if number["low"] is None else f" ({plain(number['low'])} to {plain(number['high'])})"
    return f"{plain(number['value'])}{interval}, over {number['n']}"


def plain(value: float) -> str:
    """At most two decimals, and none that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
