"""`make bench`: what grows with a history, and what must not. Ends with 1 where a promise is broken."""

import os
import sys
import tempfile
from functools import partial

from django.core.management import call_command
from django.utils.module_loading import import_string

from bench.choices import seconds_to_choose
from bench.ratios import Ratio, medians

ROUNDS = 30
MOST = 1.5
# Which page, how many asks at first, and how many then.
PAGES = (("/", 20, 2000), ("/changes/", 100, 10_000))
# From a cold start, how many µs each ask more may add; and no page takes longer than a second.
COLD_ROUNDS = 7
COLD = (("/", 100, 10_000, 60), ("/changes/", 100, 10_000, 60), ("/diary/laugh/", 100, 10_000, 50))
MOST_SECONDS = 1.0
# What is read of a text grows with the text, and not faster.
TIMES_THE_TEXT, MOST_TIMES = 10, 15
# A choice of the coach: cards and asks at first, and ten times as many of either.
CHOICE = (100, 60)
TIMES_THE_CHOICE, MOST_TIMES_THE_CHOICE = 10, 10
SENTENCE = "and then i thought about it and i wanted to ask whether they would. "


def main() -> int:
    """Print every ratio with what is promised."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"UNFLINCH_DATA": folder, "UNFLINCH_SECRET": "for measuring"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
        import_string("unflinch.wsgi.application")  # the application as a server has it
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        return report()


def report() -> int:
    from bench.lives import live, seconds_for  # noqa: PLC0415  # models can only be imported once Django is set up

    lives = {asks: live(asks) for asks in sorted({asks for _, *both in PAGES for asks in both})}
    broken = 0
    for address, few, many in PAGES:
        tasks = [partial(seconds_for, lives[asks], address) for asks in (few, many)]
        small, large = medians(tasks, rounds=ROUNDS)
        ratio = Ratio(f"{address} with {many} asks against {few}", large, small, MOST)
        broken += not ratio.kept
        print(f"{ratio.name}: {ratio.value:.2f} times ({small * 1000:.1f} ms, {large * 1000:.1f} ms); at most {MOST}")
    for address, few, many, most in COLD:
        tasks = [partial(seconds_for, lives[asks], address, cold=True) for asks in (few, many)]
        small, large = medians(tasks, rounds=COLD_ROUNDS)
        each = (large - small) / (many - few) * 1_000_000
        broken += each > most or large > MOST_SECONDS
        print(f"{address} cold, {many} asks against {few}: {each:.1f} µs an ask more; at most {most}; {large:.2f} s")
    broken += not reading_is_linear()
    broken += not choosing_is_linear()
    return 1 if broken else 0


def reading_is_linear() -> bool:
    """Whether a longer text takes about as many times as long to read as it is longer; prints the ratio."""
    from bench.lives import seconds_to_read  # noqa: PLC0415

    texts = [SENTENCE * 30, SENTENCE * 30 * TIMES_THE_TEXT]
    small, large = medians([partial(seconds_to_read, text) for text in texts], rounds=COLD_ROUNDS)
    ratio = Ratio(f"words of {TIMES_THE_TEXT} times the text", large, small, MOST_TIMES)
    print(f"{ratio.name}: {ratio.value:.1f} times; at most {MOST_TIMES}")
    return ratio.kept


def choosing_is_linear() -> bool:
    """Whether the coach takes at most as many times as long as there are more cards or asks; prints the ratios."""
    cards, asks = CHOICE
    many_cards, many_asks = cards * TIMES_THE_CHOICE, asks * TIMES_THE_CHOICE
    tasks = [partial(seconds_to_choose, *both) for both in ((cards, asks), (many_cards, asks), (cards, many_asks))]
    small, *large = medians(tasks, rounds=ROUNDS)
    ratios = [
        Ratio(f"a choice with {TIMES_THE_CHOICE} times the {what}", seconds, small, MOST_TIMES_THE_CHOICE)
        for what, seconds in zip(("cards", "asks"), large, strict=True)
    ]
    print(f"a choice among {cards} cards after {asks} asks: {small * 1000:.2f} ms")
    for ratio in ratios:
        print(f"{ratio.name}: {ratio.value:.1f} times ({ratio.seconds * 1000:.1f} ms); at most {ratio.most}")
    return all(ratio.kept for ratio in ratios)


if __name__ == "__main__":
    sys.exit(main())
