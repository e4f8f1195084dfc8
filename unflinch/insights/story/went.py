"""You went: so many times with your heart pounding where the log says so, else so many times."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unflinch.insights.measurements import Measurements
from unflinch.insights.story.card import StoryCard, in_words, row_of, row_of_ducks
from unflinch.practice.vocabulary import Outcome


def went_card(measured: Measurements) -> StoryCard:
    going = measured.numbers.going.went_anyway
    went = round(going.value or 0)
    if not went:
        return _asked_card(measured)
    titles = {
        1: _("You went anyway, once, with your heart pounding."),
        2: _("You went anyway, twice, with your heart pounding."),
    }
    many = ngettext(
        "You went anyway, %(times)s time, with your heart pounding.",
        "You went anyway, %(times)s times, with your heart pounding.",
        went,
    )
    some = _("Counted among the asks where you noted how tense you were.")
    return StoryCard(
        title=titles.get(went, many % {"times": in_words(went)}),
        rows=[row_of("heart", went, going.n, free="unheart")],
        note="" if going.n == measured.asks else some,
    )


def _asked_card(measured: Measurements) -> StoryCard:
    """Nobody knows of a pounding heart: asking is what counts then, and what came back is shown."""
    asks = measured.asks
    titles, many = _went_words(asks) if measured.outcomes.get(Outcome.WENT) else _asked_words(asks)
    if measured.numbers.going.went_anyway.value is not None:
        note = _("With a calm heart, as far as you noted. Calm counts, too.")
    elif len(measured.latest) < asks:
        note = _("Each of them counts. These are the latest.")
    else:
        note = _("Each of them counts.") if asks > 1 else _("It counts, whatever they said.")
    rows = [row_of_ducks(measured.latest)] if measured.latest else []
    return StoryCard(title=titles.get(asks, many), rows=rows, note=note)


def _asked_words(asks: int) -> tuple[dict[int, str], str]:
    """How often somebody asked: once, twice, and as a number."""
    many = ngettext("You asked %(times)s time.", "You asked %(times)s times.", asks)
    return {1: _("You asked once."), 2: _("You asked twice.")}, many % {"times": in_words(asks)}


def _went_words(asks: int) -> tuple[dict[int, str], str]:
    """The same where some were warm-ups: those ask nobody for anything."""
    many = ngettext("You went %(times)s time.", "You went %(times)s times.", asks)
    return {1: _("You went once."), 2: _("You went twice.")}, many % {"times": in_words(asks)}
