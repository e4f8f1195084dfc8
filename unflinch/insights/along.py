"""What goes along with asking, as shapes and sentences: rehearsing, habits of feeling safe, pull, boldness, energy."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nerve.boldness import Boldness, boldness_of
from nerve.dose import Dose, doses
from nerve.measured import Measured
from nerve.preparation import Preparation
from nerve.pull import Pull
from nerve.safe_making import Habit
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.models import OwnChallenge
from unflinch.insights import sentences
from unflinch.insights.charts import up
from unflinch.insights.counts import Counts
from unflinch.insights.numbers import Numbers
from unflinch.insights.pictures import ROW, Bar, along, bar_of
from unflinch.insights.steps import Steps, of_hundred
from unflinch.practice.history import LoggedAsk
from unflinch.practice.history.weeks import Slot
from unflinch.practice.models import Wish
from unflinch.practice.vocabulary import SafeHabit

BOLD_WORDS: Final = ("gentle", "a little bold", "bold", "very bold", "the boldest")
_STEP: Final = 20  # points of an own challenge's boldness that make one of the five steps


@dataclass(frozen=True, slots=True)
class _Picture:
    """Bars with their sentence and the height that they need; no bars where there is too little to tell."""

    bars: tuple[Bar, ...]
    said: str

    @property
    def height(self) -> int:
        return ROW * len(self.bars)


@dataclass(frozen=True, slots=True)
class _Tank:
    """What was in the tank in one week: where its dot lies, and what it says; None where nobody told."""

    y: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Along:
    """Everything here that the page of changes shows."""

    prepared: Steps
    prepared_said: str
    habits: _Picture
    pull: _Picture
    wishes: str
    boldness: _Picture
    tanks: tuple[_Tank, ...]

    @property
    def any_energy(self) -> bool:
        return any(tank.y is not None for tank in self.tanks)


def along_of(person: Person, numbers: Numbers, asks: Sequence[LoggedAsk], counts: Counts, *, part: bool) -> Along:
    """What went along with these asks; `part` says that there are others."""
    keys = [ask.key for ask in asks if ask.real]
    return Along(
        prepared=of_hundred(numbers.preparation.windows),
        prepared_said=_of_preparation(numbers.preparation),
        habits=_of_habits(numbers.habits),
        pull=_of_pull(numbers.pull),
        wishes=_of_wishes(person, frozenset(keys)),
        boldness=_of_boldness(boldness_of(steps_of(person, keys)), len(keys), part=part),
        tanks=tuple(map(_tank_of, _doses_of(counts))),
    )


def steps_of(person: Person, keys: Sequence[str]) -> list[int | None]:
    """Which of the five steps each of these challenges is on; None for an ask that came from no challenge."""
    own = _boldness_of_own(person)
    steps = {key: _step_of(key, own) for key in set(keys)}
    return [steps[key] for key in keys]


def _boldness_of_own(person: Person) -> dict[str, int]:
    """The boldness of the person's own challenges, 0 to 100, by their keys."""
    return {str(one.pk): one.boldness for one in OwnChallenge.objects.of(person).gentlest_first()}


def _step_of(key: str, own: Mapping[str, int]) -> int | None:
    """Which of the five steps a challenge is on; None for an ask that came from no challenge."""
    challenge = catalogue().get(key)
    if challenge is not None:
        return challenge.boldness
    return min(len(BOLD_WORDS), max(1, -(-own[key] // _STEP))) if key in own else None


def _of_preparation(preparation: Preparation) -> str:
    """How often asks were rehearsed a lot; nothing where too few told."""
    if preparation.share.value is None:
        return ""
    named = {"down": " It has become less.", "up": " It has become more.", None: ""}
    return f"Rehearsed a lot before {_share(preparation.share)}.{named[preparation.change.moved]}"


def _of_habits(habits: Sequence[Habit]) -> _Picture:
    """How often each habit was there, and which of them comes less than at first."""
    known = [habit for habit in habits if habit.share.spoken is not None]
    bars = tuple(bar_of(str(SafeHabit(habit.name).label), "rest", at, habit.share) for at, habit in enumerate(known))
    less = [f"“{SafeHabit(habit.name).label}”" for habit in known if habit.change.moved == "down"]
    faded = f" Less than at first: {', '.join(less)}." if less else ""
    return _Picture(bars, f"Of 100 asks, how many had each safety habit.{faded}")


def _of_pull(pull: Pull) -> _Picture:
    """The pull toward what was once let go, then and at the latest offer."""
    both = (("Let go", "rest", pull.then), ("Offered again", "yes", pull.latest))
    if pull.then.spoken is None:
        return _Picture((), "")
    named = {
        "up": "You want them more than when you let them go.",
        "down": "You want them less than when you let them go.",
        None: "No clear change in how much you want them.",
    }
    bars = tuple(bar_of(words, kind, at, measured) for at, (words, kind, measured) in enumerate(both))
    return _Picture(bars, f"{pull.then.n} challenges let go once and offered again. {named[pull.change.moved]}")


def _of_wishes(person: Person, asked: Collection[str]) -> str:
    """How many things one wished to have asked were asked later; nothing where there was no wish."""
    wishes = list(Wish.objects.of(person).values_list("own_id", flat=True))
    became = sum(own is not None and str(own) in asked for own in wishes)
    return f"{became} of {len(wishes)} wishes became asks." if became else ""


def _of_boldness(boldness: Boldness, made: int, *, part: bool) -> _Picture:
    """The ladder of `made` asks, all or a part; nothing where fewer than half have a step. The others are said."""
    if boldness.reached is None or 2 * boldness.n < made:
        return _Picture((), "")
    most = max(rung.asks for rung in boldness.ladder)
    bars = tuple(
        Bar(BOLD_WORDS[rung.step - 1], "accent", at * ROW, along(100 * rung.asks / most), None, None, str(rung.asks))
        for at, rung in enumerate(boldness.ladder)
    )
    first = boldness.ladder[boldness.reached - 1].first
    rest = made - boldness.n
    others = f" {rest} more {'has' if rest == 1 else 'have'} no known boldness." if rest else ""
    which = f"ask {first} of these" if part else f"ask {first}"
    highest = f"The highest step so far is “{BOLD_WORDS[boldness.reached - 1]}”, first taken with {which}."
    return _Picture(bars, f"{highest}{others}")


def _doses_of(counts: Counts) -> tuple[Dose[Slot], ...]:
    """The asks of each week beside what was in the tank."""
    energy = [(counts.calendar.slot_of(day, None), value) for day, value in counts.energy.items() if day is not None]
    return doses({week.slot: week.asks for week in counts.weeks}, energy)


def _tank_of(dose: Dose[Slot]) -> _Tank:
    if dose.energy is None:
        return _Tank(None, "")
    return _Tank(up(dose.energy), f"{dose.energy:.0f}, told on {dose.days} day{'' if dose.days == 1 else 's'}")


def _share(measured: Measured) -> str:
    """A share with its interval: "50 % of asks (28 to 72 %, from 16)"."""
    return f"{sentences.rounded(measured.value)} % of asks ({sentences.between(measured, ' %')}, from {measured.n})"
