"""What `make care` prints: word lists, library, help lines and checklist, as they stand. `python -m tests.care`."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

import django
from django.utils import timezone

from tests.checklist import ROOT, Row, rows
from unflinch.care.help_lines import help_lines
from unflinch.care.measuring import RIGHT_ANSWERS, Figure, examples, figures
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.check import library_problems
from unflinch.challenges.loading import library_files

ENOUGH: Final = 95
OLD: Final = 90  # days


def main(today: date) -> int:
    """Print every figure; 1 where one is below what is promised."""
    found = figures(examples(ROOT / "docs" / "care"))
    for line in (*of_words(found), *of_library(), *of_help_lines(today), *of_checklist()):
        print(line)
    return 0 if score() >= ENOUGH and not lost() and not list(problems()) else 1


def of_words(found: list[Figure]) -> Iterator[str]:
    """Each kind of published text, all parts together."""
    for kind in RIGHT_ANSWERS:
        parts = [figure for figure in found if figure.kind == kind]
        right, of = sum(part.right for part in parts), sum(part.of for part in parts)
        worst = min(parts, key=lambda part: part.share)
        yield f"{kind:12} {right:5} of {of:5} read as meant, {right / of:6.1%}; worst {worst.part}, {worst.share:.1%}"


def problems() -> Iterator[str]:
    yield from map(str, library_problems(library_files()))


def of_library() -> Iterator[str]:
    wrong = list(problems())
    yield from wrong
    yield f"library      {len(catalogue().by_boldness)} challenges, {len(wrong)} problems"


def of_help_lines(today: date) -> Iterator[str]:
    """How old the checks are, country by country where any was made."""
    lines = [(country, line) for country in help_lines().countries for line in country.lines]
    checked = [(today - line.checked).days for _, line in lines if line.checked is not None]
    never = len(lines) - len(checked)
    oldest = f", the oldest {max(checked)} days ago" if checked else ""
    late = sum(days > OLD for days in checked)
    yield f"help lines   {len(lines)} in {len(help_lines().countries)} places: {len(checked)} checked{oldest}"
    yield f"help lines   {late} checked more than {OLD} days ago, {never} never checked, and shown as such"


def of_checklist() -> Iterator[str]:
    by_kind = groupby(sorted(rows(), key=lambda row: row.kind), key=lambda row: row.kind)
    parts = [(kind, list(group)) for kind, group in by_kind]
    told = ", ".join(f"{kind} {sum(row.score for row in part)} of {2 * len(part)}" for kind, part in parts)
    yield from (f"checklist    {row.number}: {', '.join(row.lost) or 'no pointer'}" for row in lost())
    yield f"checklist    {score()} of {2 * len(rows())} ({told})"


def score() -> int:
    return sum(row.score for row in rows())


def lost() -> list[Row]:
    """Rows scored 2 that point at nothing, or at something that is not there."""
    return [row for row in rows() if row.lost or (row.score == 2 and not row.pointers)]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unflinch.settings")
    django.setup()
    sys.exit(main(timezone.localdate()))
