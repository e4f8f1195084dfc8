"""A card on offer beside the log: what its reason is read from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from typing import Final

from nerve.suggestion import Choice
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import Damaged
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.shape import Challenge
from unflinch.challenges.vocabulary import Kind
from unflinch.practice.chosen_challenge import ChosenChallenge
from unflinch.practice.history import LoggedAsk, place_on
from unflinch.practice.history.lately import LOOKED_AT, lately, real_asks_at, reps_lately
from unflinch.practice.models import Ask
from unflinch.practice.models.energy import SHARE_OF_A_DOT

_LONGEST: Final = 60  # letters of a title


@dataclass(frozen=True)
class Case:
    """A card on offer, and what is known: the last asks that count, oldest first, and this day.

    `title_of` gives the title of an ask as the person knows it, or an empty text. `codes` are what the numbers say.
    `too_much` is the key of the last card if it was too much, on the day `too_much_on`; `is_empty` says that there is
    little in the tank. `asked_at` finds all asks in a place, the latest first; None where `asks` are all.
    """

    challenge: ChosenChallenge
    asks: Sequence[LoggedAsk]
    day: date
    title_of: Callable[[LoggedAsk], str]
    codes: frozenset[str] = frozenset()
    place: str = ""
    too_much: str = ""
    too_much_on: date | None = None
    is_empty: bool = False
    asked_at: Callable[..., Iterable[LoggedAsk]] | None = None

    @cached_property
    def card(self) -> Challenge | None:
        """The card as the library holds it; None for an own one."""
        return catalogue().get(self.challenge.slug)

    @cached_property
    def alike(self) -> Sequence[LoggedAsk]:
        """The asks that can be held beside this card: a no of one's own says nothing about asking."""
        own_no = self.challenge.kind == Kind.SAY_NO
        return [entry for entry in self.asks if (entry.kind == Kind.SAY_NO) == own_no]

    @property
    def last(self) -> LoggedAsk | None:
        """The ask before this one."""
        return self.alike[-1] if self.alike else None

    @property
    def boldness(self) -> int:
        """How bold the card is, 1 to 5, as it is shown."""
        return self.challenge.boldness

    def last_at(self, place: str) -> LoggedAsk | None:
        """The last ask in this place, however long ago."""
        lately = next((entry for entry in reversed(self.alike) if entry.place == place), None)
        if lately is not None or self.asked_at is None:
            return lately
        return next(iter(self.asked_at(place, own_no=self.challenge.kind == Kind.SAY_NO)), None)

    def was_at(self, place: str) -> bool:
        """Whether anything was ever asked in this place."""
        lately = any(entry.place == place for entry in self.asks)
        return lately or (self.asked_at is not None and any(True for _ in self.asked_at(place)))

    def titled(self, entry: LoggedAsk | None) -> str:
        """The title of an ask, short enough to stand in a sentence; empty where there is none."""
        title = "" if entry is None else self.title_of(entry).rstrip(".!?… ")
        return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rsplit(' ', 1)[0]} …"


def case_of(person: Person, day: date, challenge: ChosenChallenge, choice: Choice) -> Case:
    """What is known of this person when this card is offered."""
    history = lately(person, day)
    reps = reps_lately(person, day)
    asks = [entry for entry in history.asks if entry.real]
    much = reps[-1] if reps and reps[-1].too_much else None
    return Case(
        challenge=challenge,
        asks=asks[-LOOKED_AT:],
        day=day,
        title_of=_titles_of(person),
        codes=frozenset(reason.code for reason in choice.reasons),
        place=place_on(person, day),
        too_much="" if much is None else much.key,
        too_much_on=None if much is None or much.at is None else person.day_of(much.at),
        is_empty=_is_low(history.energy.get(day)),
        asked_at=partial(real_asks_at, person, day) if asks[LOOKED_AT:] else None,
    )


def _is_low(energy: float | None) -> bool:
    """Whether there is little in the tank (0 to 100): then what comes is light."""
    return energy is not None and energy <= SHARE_OF_A_DOT


def _titles_of(person: Person) -> Callable[[LoggedAsk], str]:
    """The title of an ask: as the library has it, or as the person wrote it. What can't be read any more has none."""

    @cache
    def title_of(entry: LoggedAsk) -> str:
        known = catalogue().title_of(entry.key)
        if known:
            return known
        ask = Ask.objects.of(person).with_ids([entry.id]).first()
        return "" if ask is None or isinstance(ask.title, Damaged) else str(ask.title)

    return title_of
