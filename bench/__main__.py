"""`make bench`: what grows with a history, and what must not. Ends with 1 where a promise is broken."""

import os
import sys
import tempfile
from functools import partial

import django
from django.core.management import call_command

ROUNDS = 30
FEW, MANY = 20, 2000
MOST = 1.5


def main() -> int:
    """Print every ratio with what is promised."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"UNFLINCH_DATA": folder, "UNFLINCH_SECRET": "for measuring"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        return report()


def report() -> int:
    from bench.lives import live, seconds_for  # noqa: PLC0415  # models can only be imported once Django is set up
    from bench.ratios import Ratio, medians  # noqa: PLC0415

    few, many = live(FEW), live(MANY)
    broken = 0
    for address in ("/", "/changes/", "/diary/"):
        small, large = medians([partial(seconds_for, person, address) for person in (few, many)], rounds=ROUNDS)
        ratio = Ratio(f"{address} with {MANY} asks against {FEW}", large, small, MOST)
        broken += not ratio.kept
        print(f"{ratio.name}: {ratio.value:.2f} times ({small * 1000:.1f} ms, {large * 1000:.1f} ms); at most {MOST}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
