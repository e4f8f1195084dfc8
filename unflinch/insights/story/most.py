"""What changed most: a trend only where the interval allows it, else a glimpse, else that nothing has to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nerve.estimates import Halves
from nerve.measured import Change
from unflinch.insights.measurements import Measurements
from unflinch.insights.numbers import Numbers
from unflinch.insights.signs import of_sign
from unflinch.insights.story.card import CountRow, StoryCard, in_words, opening, row_of, row_of_scale
from unflinch.practice.forms.fields import LIKELY

_FEWEST: Final = 3  # in each half; of two against two anything may come
_SHOWS: Final = 0.25  # of a share; less is no change that anybody would notice


@dataclass(frozen=True, slots=True)
class _Seen:
    """What can be counted in the earlier half and the later, and the words over a glimpse of it."""

    name: str
    title: str
    halves: Halves
    change: Change

    @property
    def apart(self) -> float:
        """How far the two shares lie apart, 0 to 1; 0 where a half is too small to say anything."""
        halves = self.halves
        if min(halves.earlier_n, halves.later_n) < _FEWEST:
            return 0.0
        return abs(halves.later / halves.later_n - halves.earlier / halves.earlier_n)

    @property
    def rows(self) -> list[CountRow]:
        return [
            row_of("accent", self.halves.earlier, self.halves.earlier_n, label=_("at first")),
            row_of("accent", self.halves.later, self.halves.later_n, label=_("lately")),
        ]


def most_card(measured: Measurements) -> StoryCard:
    numbers, seen = measured.numbers, list(_seen_in(measured.numbers))
    if numbers.sign is not None:
        counted = {one.name: one.rows for one in seen}
        rows = counted.get(numbers.sign.name) or _rated(numbers, numbers.sign.name)
        return StoryCard(above=_("What changed most"), title=of_sign(numbers.sign), rows=rows)
    glimpses = [one for one in seen if one.apart >= _SHOWS and one.change.value is None]
    if glimpses:
        return _glimpse_of(max(glimpses, key=lambda one: one.apart))
    if any(sign.change.value is not None for sign in numbers.signs):
        return StoryCard(above=_("What changed most"), title=_("Nothing clearly yet, and nothing has to."))
    return StoryCard(above=_("What changed most"), title=of_sign(None))


def _rated(numbers: Numbers, name: str) -> list[CountRow]:
    """A sign that is rated and not counted: its two ends as bars; nothing where they aren't known."""
    if name == "feared" and numbers.feared.before.value is not None and numbers.feared.after.value is not None:
        ends = ((_("before"), numbers.feared.before.value), (_("after"), numbers.feared.after.value))
        return [row_of_scale(value, label=label, said=_likely(value)) for label, value in ends]
    courses = {"sting": numbers.sting, "rounds": numbers.rounds.course, "all_or_nothing": numbers.all_or_nothing}
    line = courses[name].line if name in courses else ()
    if not line:
        return []
    return [row_of_scale(line[0].y, label=_("at first")), row_of_scale(line[-1].y, label=_("lately"))]


def _likely(value: float) -> str:
    """The word of the five that a likelihood from 0 to 100 is nearest to."""
    return LIKELY[min(int(value // (100 / len(LIKELY))), len(LIKELY) - 1)]


def _glimpse_of(seen: _Seen) -> StoryCard:
    n = seen.halves.earlier_n + seen.halves.later_n
    note = ngettext(
        "%(count)s ask so far: a glimpse, not yet a trend.", "%(count)s asks so far: a glimpse, not yet a trend.", n
    )
    return StoryCard(
        above=_("What changed most so far"),
        title=seen.title,
        rows=seen.rows,
        note=opening(note % {"count": in_words(n)}),
    )


def _seen_in(numbers: Numbers) -> Iterator[_Seen]:
    """What is counted in two halves, in the order in which it is looked at."""
    rehearsed, unflinching, recovery = numbers.preparation, numbers.unflinching, numbers.recovery
    yield _Seen("rehearsed", _("How often you rehearse a lot."), rehearsed.halves, rehearsed.change)
    yield _Seen("unflinching", _("How many noes you meet without flinching."), unflinching.halves, unflinching.change)
    yield _Seen("recovery", _("How often you feel OK within the hour."), recovery.halves, recovery.change)
