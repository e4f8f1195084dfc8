"""Which sets of questions are in use: the shipped ones and a host's, read once from their files and checked."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import tomli
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from unflinch.questionnaires.check import instrument_problems
from unflinch.questionnaires.instrument import GRANTED, Instrument, with_no_day_for_never
from unflinch.shell.data_files import as_shape

SHIPPED: Final = Path(__file__).resolve().parent / "instruments"


class BrokenInstrument(ImproperlyConfigured):
    """A questionnaire's file does not pass its check; the message names file and field of each problem."""


def instruments() -> Mapping[str, Instrument]:
    """Those in use here, by slug. Raises BrokenInstrument."""
    return instruments_in(settings.QUESTIONNAIRES)


@cache
def instruments_in(folder: Path) -> Mapping[str, Instrument]:
    """Those that ship and those in a host's `folder`, read once; one stays off until its file says it may be used.

    Raises BrokenInstrument.
    """
    if not folder.is_dir():
        raise BrokenInstrument(f"UNFLINCH_QUESTIONNAIRES is {folder}, which is no folder")
    files = [file for place in dict.fromkeys((SHIPPED, folder)) for file in sorted(place.glob("*.toml"))]
    tables = [(file.name, parse_instrument(file)) for file in files]
    problems = [problem for name, table in tables for problem in instrument_problems(name, table)]
    twice = [name for name, count in Counter(name for name, _ in tables).items() if count > 1]
    problems += [f"{name}: slug is taken by one that ships" for name in twice]
    if problems:
        raise BrokenInstrument("\n".join(problems))
    found = [as_shape(with_no_day_for_never(table), Instrument) for _, table in tables]
    return {instrument.slug: instrument for instrument in found if instrument.permission == GRANTED}


def parse_instrument(file: Path) -> dict[str, Any]:
    try:
        return tomli.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise BrokenInstrument(f"{file.name}: {error}") from error
