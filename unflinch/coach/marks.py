"""What the cards of the library are to a person: done, resting, or not for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unflinch.accounts.models import Person
from unflinch.coach.resting import unfair, unwelcome
from unflinch.practice.history import away_for_good, history_of, put_aside
from unflinch.practice.vocabulary import Outcome

_DONE: Final = {
    Outcome.YES: gettext_lazy("done · yes"),
    Outcome.NO: gettext_lazy("done · no"),
    Outcome.MAYBE: gettext_lazy("done · maybe"),
    Outcome.NO_REPLY: gettext_lazy("done · no answer"),
    Outcome.WENT: gettext_lazy("done"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words beside a card; `away` says that it is not for this person, `done` that they asked it."""

    words: str
    away: bool = False
    done: bool = False


def marks_of(person: Person, day: date) -> Mapping[str, Mark]:
    """Every card of which something can be said on this day, by its key."""
    history = history_of(person)
    away = away_for_good(person)
    resting = (put_aside(person, day) | unwelcome(history, day) | unfair(history, day)) - away
    done = {entry.key: str(_DONE[Outcome(entry.outcome)]) for entry in history.asks if entry.made}
    return {
        **{key: Mark(words, done=True) for key, words in done.items()},
        **{key: Mark(_("resting"), done=key in done) for key in resting},
        **{key: Mark(_("not for me"), away=True, done=key in done) for key in away},
    }
