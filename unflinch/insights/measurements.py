"""What a page of charts is made of: the counts and numbers of some asks, measured once. The charts see nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from nerve.boldness import STEPS, Boldness, boldness_of
from nerve.dose import Dose, doses
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.insights.counts import Counts
from unflinch.insights.numbers import Numbers, measure, numbers_of
from unflinch.insights.span import Span, asks_in_span, counts_in
from unflinch.practice.history import LoggedAsk, activities_in, cached_fold
from unflinch.practice.history.safety_habits import drinks_before_most
from unflinch.practice.history.weeks import Slot, Week
from unflinch.practice.models import Wish
from unflinch.practice.vocabulary import Outcome

_LATEST: Final = 12
_STEP: Final = 20  # points of an own challenge's boldness that make one of the five steps


@dataclass(frozen=True, slots=True)
class Measurements:
    """Some asks of one person, counted and measured. Only `titles` holds words of theirs, and is in no memory.

    `asks` were made in so many `activities`, and `outcomes` says how often each came, `latest` what came of the last
    twelve; `part` says that there are others outside. `weeks` are the weeks with anything in them and `energy` what was
    in the tank in each. `boldness` is the ladder of five steps, `by_step` how often each outcome came on each (None for
    an ask of no challenge), `kinds_of_no` how often each kind was heard. `wishes` counts what the person wished to have
    asked, `wishes_asked` those that became asks. `drinks` says that there was a drink before most of the latest.
    """

    numbers: Numbers
    asks: int
    activities: int
    outcomes: Mapping[str, int]
    latest: Sequence[str]
    boldness: Boldness
    by_step: Mapping[tuple[int | None, str], int]
    kinds_of_no: Mapping[str, int]
    wishes: int
    wishes_asked: int
    drinks: bool
    part: bool = False
    weeks: Sequence[Week] = ()
    energy: Sequence[Dose[Slot]] = ()
    titles: Mapping[Slot, str] = field(default_factory=dict)

    @property
    def foretold(self) -> bool:
        """Whether any ask had a forecast of a no, answered or not."""
        result = self.numbers.forecast
        return result.heard.n + result.silences + result.maybes > 0

    @property
    def asks_of_no_step(self) -> int:
        """How many asks came from no challenge, so that nobody knows how bold they were."""
        return sum(count for (step, _), count in self.by_step.items() if step is None)


def measurements_of(person: Person, span: str, day: date) -> Measurements:
    """Those of this span as seen on this personal day; in memory until a fact is added or the day is over."""

    def fold() -> Measurements:
        asks, whole = asks_in_span(person, span, day), span == Span.ALL
        numbers = numbers_of(person) if whole else measure(asks)
        return measure_asks(person, asks, numbers, counts=counts_in(person, span, day, asks), part=not whole)

    return cached_fold(person, "measurements" if span == Span.ALL else f"measurements/{span}/{day}", fold)


def measure_asks(
    person: Person, asks: Sequence[LoggedAsk], numbers: Numbers, *, counts: Counts | None = None, part: bool = False
) -> Measurements:
    """What these asks come to, whose numbers these are; without counts nothing is said of weeks."""
    made = [ask for ask in asks if ask.real]
    keys = [ask.key for ask in made]
    steps = _steps_of(person, keys)
    wished = list(Wish.objects.of(person).values_list("own_id", flat=True))
    return Measurements(
        numbers=numbers,
        asks=len(keys) if counts is None else counts.asks,
        activities=activities_in(made) if counts is None else counts.activities,
        outcomes=Counter(ask.outcome for ask in asks if ask.counts) if counts is None else counts.outcomes,
        latest=tuple(ask.outcome for ask in made[-_LATEST:]),
        boldness=boldness_of(steps),
        by_step=Counter(zip(steps, [ask.outcome for ask in made], strict=True)),
        kinds_of_no=Counter(ask.no_kind for ask in made if ask.outcome == Outcome.NO and ask.no_kind),
        wishes=len(wished),
        wishes_asked=len([own for own in wished if own is not None and str(own) in keys]),
        drinks=drinks_before_most(asks),
        part=part,
        weeks=() if counts is None else counts.weeks,
        energy=() if counts is None else _doses_of(counts),
    )


def _steps_of(person: Person, keys: Sequence[str]) -> list[int | None]:
    """Which of the five steps each of these challenges is on; None for an ask that came from no challenge."""
    own = {str(one.pk): one.boldness for one in OwnChallenge.objects.of(person).gentlest_first()}
    steps = {key: _step_of(key, own) for key in set(keys)}
    return [steps[key] for key in keys]


def _step_of(key: str, own: Mapping[str, int]) -> int | None:
    """The step of one challenge; `own` says how bold (0 to 100) the person's own ones are, by key."""
    challenge = catalogue().get(key)
    if challenge is not None:
        return challenge.boldness
    return min(STEPS, max(1, -(-own[key] // _STEP))) if key in own else None


def _doses_of(counts: Counts) -> tuple[Dose[Slot], ...]:
    """The asks of each week beside what was in the tank."""
    energy = [(counts.calendar.slot_of(day, None), value) for day, value in counts.energy.items() if day is not None]
    return doses({week.slot: week.asks for week in counts.weeks}, energy)
