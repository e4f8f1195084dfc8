"""The numbers of one person, for people or for programs."""

import json as json_module
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from django.template.defaultfilters import pluralize
from rich.console import Console
from rich.table import Table

from unflinch.accounts.models import Person
from unflinch.insights.summary import summary_of


class Command(BaseCommand):
    help = "What changed, in numbers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *, json: bool, **_: Any) -> None:
        person = Person.objects.only_one()
        if person is None:
            return
        summary = summary_of(person)
        if json:
            self.stdout.write(json_module.dumps(summary, indent=1, ensure_ascii=False))
        else:
            Console().print(as_table(summary))


def as_table(summary: dict[str, Any]) -> Table:
    """The counts and the weeks, and for each number that is not there what it needs."""
    table = Table(title="Unflinch", show_header=False)
    table.add_row("asks", str(summary["asks"]))
    table.add_row("activities", str(summary["activities"]))
    for outcome, number in summary["outcomes"].items():
        table.add_row(outcome.replace("_", " "), str(number))
    for week in summary["weeks"]:
        asks, noes, yeses = week["asks"], week["noes"], week["yeses"]
        words = f"{asks} ask{pluralize(asks)}, {noes} no{pluralize(noes, 'es')}, {yeses} yes{pluralize(yeses, 'es')}"
        table.add_row(f"week {week['number']}: {week['title']}" if week["title"] else f"week {week['number']}", words)
    for name, needs in summary["needs"].items():
        table.add_row(name.replace("_", " "), needs)
    return table
