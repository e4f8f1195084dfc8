"""What comes next, from what is on record as plain values. The only door to `nerve.choice.choose`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random
from typing import Final

from nerve.beliefs import Beliefs
from nerve.card import Card
from nerve.choice import Choice, choose
from nerve.limits import must_rest
from nerve.rep import Rep
from nerve.suggestion import Reason
from unflinch.care.stop_signs import StopSign
from unflinch.challenges.boldness import is_light
from unflinch.coach.following import ArcWay, within_followed
from unflinch.coach.gently import goes_round, stung_hard
from unflinch.coach.resting import let_go_on, not_again, too_bold, unfair, unfair_lately, unwelcome
from unflinch.coach.surprises import small_surprises_stick
from unflinch.practice.history import History, LoggedAsk
from unflinch.practice.history.boosters import places_lately

# On as long as docs/lab/report.md says that it may be; else `nerve.graded.graded`, the list (decision 5).
CHOOSE: Final = choose
Coach = Callable[..., Choice]  # with the signature of `nerve.choice.choose`


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """All that the offer of a day hangs on.

    `now` reads on a clock whose midnights are where the person's days end. `steps` is how bold each card is shown to
    be, `away` are the keys put aside, missing what they need, or out of reach today. `booster` is after how many days
    a booster is due, None where none is; `appetite` the share of noes aimed at; `dice` seeds the person's own order.
    `asked` is all that may still rest, counted or not; `way` is the deck that is followed.
    """

    cards: Sequence[Card]
    steps: Mapping[str, int]
    history: History
    reps: Sequence[Rep]
    asked: Sequence[LoggedAsk | Rep]
    day: date
    now: datetime
    appetite: float
    dice: str
    away: frozenset[str] = frozenset()
    place: str = ""
    sign: StopSign | None = None
    way: ArcWay | None = None
    booster: int | None = None


def choice_on(record: OnRecord, *, coach: Coach = CHOOSE) -> Choice:
    """What `coach` chooses. Under a soft stop only light cards are offered, or a rest."""
    sign, history, day, reps = record.sign, record.history, record.day, record.reps
    if sign is not None and sign.offers_rest:
        return Choice(None, reasons=(Reason(sign.code),))
    # What felt unfair is no rep, so that nothing is learned from it; that the day was heavy is so all the same.
    unfair_too = [*reps, *(ask for ask in history.asks if ask.unfair)]
    if must_rest(unfair_too, now=record.now) and not must_rest(reps, now=record.now):
        return Choice(None, reasons=(Reason("heavy_and_unfair"),))
    resting, beliefs = _resting_on(record), Beliefs()

    def choose_without(apart: frozenset[str]) -> Choice:
        return coach(
            record.cards,
            reps,
            now=record.now,
            energy=history.energy.get(day),
            resting=resting | apart,
            steps=record.steps,
            appetite=record.appetite,
            rng=Random(record.dice),
            beliefs=beliefs,
        )

    choice = within_followed(record.way, record.cards, record.steps, reps, choose_without)
    choice = replace(choice, reasons=tuple(reason for reason in choice.reasons if _is_shown(reason, reps)))
    return _with_the_day(choice, record)


def _resting_on(record: OnRecord) -> frozenset[str]:
    """The cards that are not offered on this day."""
    sign, history, day = record.sign, record.history, record.day
    stung = stung_hard(history, day) if sign is not None and sign.code == "hard_stings" else frozenset()
    lately = record.away | let_go_on(history, day) | stung | not_again(record.asked, now=record.now)
    resting = lately | unwelcome(history, day) | unfair(history, day) | too_bold(record.reps)
    if sign is not None or unfair_lately(history, day):
        resting |= {card.key for card in record.cards if not is_light(card.facets)}
    if record.booster is not None:
        known = places_lately(history.asks, day)
        somewhere_new = {card.key for card in record.cards if card.setting not in {*known, ""}}
        others = {card.key for card in record.cards} - somewhere_new
        resting |= others if somewhere_new - resting else frozenset()
    return resting


def _with_the_day(choice: Choice, record: OnRecord) -> Choice:
    """The same with what this day adds to it: where somebody is, a booster, asks that go round in the head."""
    if choice.key is None and record.place and choice.reasons[0].code in ("nothing_left", "all_too_much"):
        choice = replace(choice, reasons=(Reason("nothing_here"),))
    if record.booster is not None and choice.key is not None:
        choice = replace(choice, reasons=(Reason("booster", {"days": float(record.booster)}), *choice.reasons))
    return replace(choice, bolder=None) if goes_round(record.history, record.day) else choice


def _is_shown(reason: Reason, reps: Sequence[Rep]) -> bool:
    """Whether the log itself shows what this reason says of it; the model alone may have guessed."""
    return reason.code != "small_surprises" or small_surprises_stick(reps)
