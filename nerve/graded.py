"""The graded list: gentle cards first, a little bolder with each ask made, a step back after one that was too much."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from statistics import fmean

import numpy as np

from nerve.beliefs import Beliefs
from nerve.card import Card
from nerve.limits import Expected, of_one_person, permitted, rest_days_of
from nerve.pace import asks_counted
from nerve.parameters import (
    BACK,
    CANDIDATES,
    CEILING,
    EMPTY_TANK,
    FLOOR,
    GAIN,
    LOOK_BACK,
    NEIGHBOUR,
    REACH,
    REST,
    SPREAD,
    START,
    STING_SHARE,
    TRUST,
    UNKNOWN,
)
from nerve.question import check
from nerve.rep import Rep
from nerve.suggestion import Choice, Reason
from nerve.why import why_rest


def graded(
    cards: Sequence[Card],
    reps: Sequence[Rep],
    *,
    now: datetime,
    energy: float | None = None,
    resting: frozenset[str] = frozenset(),
    steps: Mapping[str, int] | None = None,
    appetite: float | None = None,
    rng: Random,
    beliefs: Beliefs | None = None,  # noqa: ARG001  # asked like the other coach
) -> Choice:
    """The card of the graded list for now, within the limits; a rest where the limits leave none.

    Arguments and errors are those of `choice.choose`; the list aims at no share of noes, whatever the appetite, and
    works out nothing that it would keep in `beliefs`.
    """
    check(cards, now, energy, appetite)
    offset = own_offset(cards, reps)
    tensions = {card.key: tension_for(card, offset) for card in cards}
    tension = np.array(list(tensions.values()), dtype=np.float64)
    rows = {key: row for row, key in enumerate(tensions)}
    expected = Expected(rows, tension, STING_SHARE * tension, rest_days_of(cards), of_one_person(cards))
    may_be = permitted(expected, reps, now=now, resting=resting)
    allowed = sorted((key for key, row in expected.row_of.items() if may_be[row]), key=lambda key: (tensions[key], key))
    if not allowed:
        return Choice(None, reasons=why_rest(expected, reps, now=now, resting=resting))
    goal = _aim(reps, energy)
    picked = rng.choice(sorted(allowed, key=lambda key: (abs(tensions[key] - goal), key))[:CANDIDATES])
    shown = steps or {}
    below = [key for key in allowed if tensions[key] <= tensions[picked] - NEIGHBOUR]
    above = [key for key in allowed if tensions[key] >= tensions[picked] + NEIGHBOUR]
    gentler = [key for key in below if not shown or shown[key] < shown[picked]]
    bolder = [key for key in above if not shown or shown[key] > shown[picked]]
    spread = SPREAD * (TRUST / (TRUST + len(_rated(reps)))) ** 0.5
    return Choice(
        key=picked,
        gentler=gentler[-1] if gentler else None,
        bolder=bolder[0] if bolder else None,
        tension=tensions[picked],
        low=max(0.0, tensions[picked] - spread),
        high=min(100.0, tensions[picked] + spread),
        chance_of_no=_chance_of_no(next(card for card in cards if card.key == picked), reps),
        reasons=_reasons(reps, energy),
    )


def tension_for(card: Card, offset: float) -> float:
    """The tension expected of this card (0 to 100): its facets' mean, shifted by how this person's ratings lie."""
    return min(100.0, max(0.0, FLOOR + REACH * _difficulty(card) + offset))


def _difficulty(card: Card) -> float:
    """How hard a card is, 0 to 1: the mean of the facets that are known."""
    return fmean(card.facets.values()) if card.facets else UNKNOWN


def own_offset(cards: Sequence[Card], reps: Sequence[Rep]) -> float:
    """By how many points this person's tensions lie above the list's guess, drawn towards 0 while few are known."""
    by_key = {card.key: card for card in cards}
    known = [(rep.tension_before, by_key[rep.key]) for rep in _rated(reps) if rep.key in by_key]
    apart = [tension - tension_for(card, 0.0) for tension, card in known if tension is not None]
    return sum(apart) / (len(apart) + TRUST)


def _rated(reps: Sequence[Rep]) -> list[Rep]:
    return [rep for rep in reps if rep.tension_before is not None]


def _aim(reps: Sequence[Rep], energy: float | None) -> float:
    """The tension that the next card aims at."""
    too_much = sum(rep.too_much for rep in reps[-LOOK_BACK:])
    tired = REST if energy is not None and energy <= EMPTY_TANK else 0.0
    return min(CEILING, START + GAIN * asks_counted(reps)) - BACK * too_much - tired


def _chance_of_no(card: Card, reps: Sequence[Rep]) -> float:
    """The chance of a no, 0 to 1: the library's guess, moved by what this person heard with this card."""
    answers = [rep.outcome == "no" for rep in reps if rep.key == card.key and rep.answered]
    return (TRUST * (1 - card.yes_rate) + sum(answers)) / (TRUST + len(answers))


def _reasons(reps: Sequence[Rep], energy: float | None) -> tuple[Reason, ...]:
    """Why this one, the weightiest first, in the person's own numbers where there are any."""
    found = []
    if not asks_counted(reps):
        found.append(Reason("first"))
    if any(rep.too_much for rep in reps[-LOOK_BACK:]):
        found.append(Reason("smaller_step"))
    if energy is not None and energy <= EMPTY_TANK:
        found.append(Reason("low_energy"))
    told = [rep for rep in reps if rep.no_before is not None and rep.answered]
    if told:
        noes = float(sum(rep.outcome == "no" for rep in told))
        said = fmean(rep.no_before for rep in told if rep.no_before is not None)
        found.append(Reason("own_forecast", {"said": said, "noes": noes, "answers": float(len(told))}))
    return (*found, Reason("next_step"))
