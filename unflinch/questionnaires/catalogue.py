"""Which sets of questions are in use: the shipped ones and a host's, read once from their files and checked."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from statistics import fmean
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from nerve.questionnaire import Scale
from unflinch.questionnaires.check import instrument_problems
from unflinch.questionnaires.instrument import AnswerScale, Band, Instrument, Item, Notice, Others, Question
from unflinch.questionnaires.rules import SCORING_RULES

SHIPPED: Final = Path(__file__).resolve().parent / "instruments"
GRANTED: Final = "granted"
_PLAIN: Final = (
    *("slug", "version", "title", "name", "about", "introduction", "window", "minutes", "every_days"),
    *("means", "means_not", "rule"),
)


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
    granted = [table for _, table in tables if table["permission"] == GRANTED]
    return {table["slug"]: _instrument_from(table) for table in granted}


def parse_instrument(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenInstrument(f"{file.name}: {error}") from error


def _instrument_from(table: Mapping[str, Any]) -> Instrument:
    scales = {
        name: AnswerScale(row["low"], tuple(row["words"]), row["checked"] or None)
        for name, row in table["scales"].items()
    }
    items = tuple(_item_from(row, scales) for row in table["item"])
    score, others, bands = table.get("score"), table.get("others"), table.get("bands_from")
    return Instrument(
        **{name: table[name] for name in _PLAIN},
        licence=_notice_from(table["licence"]),
        source=_notice_from(table["source"]),
        items=items,
        scale=score and _scale_from(score, table["rule"], items),
        score_from=score and _notice_from(score["source"]),
        others=others and Others(**{**others, "source": _notice_from(others["source"])}),
        bands_from=bands and _notice_from(bands),
        strain={name: (low, high) for name, (low, high) in table.get("strain", {}).items()},
    )


def _notice_from(row: Mapping[str, Any]) -> Notice:
    return Notice(row["text"], row["address"], row["seen"] or None)


def _item_from(row: Mapping[str, Any], scales: Mapping[str, AnswerScale]) -> Item:
    questions = tuple(_question_from(question, scales[question["scale"]]) for question in row["question"])
    return Item(questions, row["checked"] or None, row.get("situation", ""))


def _question_from(row: Mapping[str, Any], scale: AnswerScale) -> Question:
    lows = [scale.low, *(band["upto"] + 1 for band in row.get("band", ()))]
    bands = tuple(Band(band["word"], low, band["upto"]) for low, band in zip(lows, row.get("band", ()), strict=False))
    return Question(row["name"], row["text"], scale, bands)


def _scale_from(row: Mapping[str, Any], rule: str, items: tuple[Item, ...]) -> Scale:
    """The score's scale; its ends follow from the rule and the answer scales."""
    total = SCORING_RULES[rule].total or "sum"
    fold = fmean if total == "mean" else sum
    ends = [_ends_of(item, rule) for item in items]
    low, high = fold(low for low, _ in ends), fold(high for _, high in ends)
    return Scale(total, len(items), row["needed"], low, high, row["sd"], row["reliability"])


def _ends_of(item: Item, rule: str) -> tuple[float, float]:
    corners = product(*((question.scale.low, question.scale.high) for question in item.questions))
    scores = [SCORING_RULES[rule].item(*corner) for corner in corners]
    return min(scores), max(scores)
