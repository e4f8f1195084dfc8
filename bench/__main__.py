"""`make bench`: what grows with a history, and what must not. Ends with 1 where a promise is broken."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import django
from django.core.management import call_command
from django.utils.module_loading import import_string

from bench.ratios import Ratio, least
from bench.starting import seconds_of, seconds_of_django_alone, seconds_to_the_first_page

ROUNDS, COLD_ROUNDS, STARTS = 30, 10, 5
# Which page, how many asks at first, and how many then, at five a week: ten thousand are forty years.
WARM = (("/", 20, 2000), ("/changes/", 100, 10_000))
MOST_WARM = 1.5
# Today from a cold start against that with the first of these, and how many times as long each may take. A history as
# short as the first is read whole, which takes fewer queries.
TODAY = ((100, 1), (1000, 2), (10_000, 2.25))
# The same asks within a year, 27 a day: all of the last weeks are read then.
IN_A_YEAR, MOST_IN_A_YEAR = (100, 10_000), 5
# From a cold start, how many µs each ask more may add; and no page takes longer than a second.
GROWING = (("/changes/", 100, 10_000, 60), ("/diary/laugh/", 100, 10_000, 50))
MOST_SECONDS = 1.0
# What is read of a text grows with the text, and not faster.
TIMES_THE_TEXT, MOST_TIMES = 10, 15
SENTENCE = "and then i thought about it and i wanted to ask whether they would. "
# A choice of the coach: cards and asks at first, and ten times as many of either; and what it takes as Today asks.
CHOICE = (100, 60)
TIMES_THE_CHOICE, MOST_TIMES_THE_CHOICE = 10, 10
REMEMBERED_ASKS, MOST_SECONDS_TO_CHOOSE = 128, 0.003
# Of the processor, against loading Django and NumPy alone.
MOST_FOR_NEXT, MOST_TO_THE_FIRST_PAGE = 4, 6


def main() -> int:
    """Print every ratio with what is promised."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"UNFLINCH_DATA": folder, "UNFLINCH_SECRET": "for measuring"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        import_string("unflinch.wsgi.application")  # the application as a server has it
        broken = 0
        for line, kept in chain(pages(), growing(), reading(), choosing(), starting()):
            print(line, "" if kept else "  BROKEN", sep="", flush=True)
            broken += not kept
        return 1 if broken else 0


_Lines = Iterator[tuple[str, bool]]


def pages() -> _Lines:
    """Pages that take about as long with many asks as with few."""
    from bench.lives import A_YEAR, live, seconds_for  # noqa: PLC0415  # models can only be imported with Django set up

    for address, few, many in WARM:
        tasks = [partial(seconds_for, live(asks), address) for asks in (few, many)]
        yield from _against_the_first([(f"{few} asks", 1), (f"{address} with {many} asks", MOST_WARM)], tasks, ROUNDS)
    tasks = [partial(seconds_for, live(asks), "/", cold=True) for asks, _ in TODAY]
    yield from _against_the_first([(f"Today cold with {asks} asks", most) for asks, most in TODAY], tasks, COLD_ROUNDS)
    tasks = [partial(seconds_for, live(asks, weeks=A_YEAR), "/", cold=True) for asks in IN_A_YEAR]
    named = [(f"Today cold with {asks} asks in a year", MOST_IN_A_YEAR) for asks in IN_A_YEAR]
    yield from _against_the_first(named, tasks, COLD_ROUNDS)


def _against_the_first(named: Sequence[tuple[str, float]], tasks: Sequence[Callable[[], float]], rounds: int) -> _Lines:
    first, *others = least(tasks, rounds=rounds)
    for (name, most), seconds in zip(named[1:], others, strict=True):
        ratio = Ratio(f"{name} against {named[0][0]}", seconds, first, most)
        yield str(ratio), ratio.kept


def growing() -> _Lines:
    """Pages that look at a whole life: what each ask adds."""
    from bench.lives import live, seconds_for  # noqa: PLC0415

    for address, few, many, most in GROWING:
        tasks = [partial(seconds_for, live(asks), address, cold=True) for asks in (few, many)]
        small, large = least(tasks, rounds=COLD_ROUNDS)
        each = (large - small) / (many - few) * 1_000_000
        line = f"{address} cold, {many} asks against {few}: {each:.1f} µs an ask more; at most {most}; {large:.2f} s"
        yield line, each <= most and large <= MOST_SECONDS


def reading() -> _Lines:
    """Whether a longer text takes about as many times as long to read as it is longer."""
    from bench.lives import seconds_to_read  # noqa: PLC0415

    texts = [SENTENCE * 30, SENTENCE * 30 * TIMES_THE_TEXT]
    tasks = [partial(seconds_to_read, text) for text in texts]
    named: list[tuple[str, float]] = [("once the text", 1), (f"words of {TIMES_THE_TEXT} times the text", MOST_TIMES)]
    yield from _against_the_first(named, tasks, COLD_ROUNDS)


def choosing() -> _Lines:
    """How the coach's choice grows with cards and asks, and what it takes as Today asks for it."""
    from bench.choices import seconds_to_choose, seconds_to_choose_from_the_library  # noqa: PLC0415

    cards, asks = CHOICE
    many_cards, many_asks = cards * TIMES_THE_CHOICE, asks * TIMES_THE_CHOICE
    tasks = [partial(seconds_to_choose, *both) for both in ((cards, asks), (many_cards, asks), (cards, many_asks))]
    named: list[tuple[str, float]] = [
        (f"{cards} cards and {asks} asks", 1),
        *((f"a choice with {TIMES_THE_CHOICE} times the {what}", MOST_TIMES_THE_CHOICE) for what in ("cards", "asks")),
    ]
    yield from _against_the_first(named, tasks, ROUNDS)
    (seconds,) = least([partial(seconds_to_choose_from_the_library, REMEMBERED_ASKS)], rounds=10 * ROUNDS)
    line = f"a choice from the library after {REMEMBERED_ASKS} asks: {seconds * 1000:.2f} ms"
    yield f"{line}; at most {MOST_SECONDS_TO_CHOOSE * 1000:g}", seconds <= MOST_SECONDS_TO_CHOOSE


def starting() -> _Lines:
    """What the command line and a start cost of the processor."""
    for name in ("UNFLINCH_DATA", "UNFLINCH_SECRET", "DJANGO_SETTINGS_MODULE"):
        os.environ.pop(name)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "data")
        seconds_of(folder, "demo")
        tasks: list[Callable[[], float]] = [
            seconds_of_django_alone,
            partial(seconds_of, folder, "next", "--json"),
            partial(seconds_to_the_first_page, folder),
        ]
        named: list[tuple[str, float]] = [
            ("Django and NumPy alone", 1),
            ("next --json", MOST_FOR_NEXT),
            ("start to first page", MOST_TO_THE_FIRST_PAGE),
        ]
        yield from _against_the_first(named, tasks, STARTS)


if __name__ == "__main__":
    sys.exit(main())
