"""The hard bounds said a second time, by the rules and not by the code: what may never be offered."""

import math
from datetime import timedelta
from typing import NamedTuple

from nerve.belief import believe
from nerve.graded import own_offset, tension_for
from nerve.library import library_of
from nerve.parameters import STING_SHARE
from nerve.replay import replay
from nerve.worth import expected_sting


class Expected(NamedTuple):
    tension: float
    sting: float


def by_belief(cards, reps, energy, now):
    """What the coach expects of each card, by key."""
    if not cards:
        return {}
    library, rows = library_of(cards), {card.key: row for row, card in enumerate(cards)}
    belief = believe(library, replay(rows, reps, now=now), energy)
    found = map(Expected, belief.tension.tolist(), expected_sting(belief).tolist())
    return dict(zip(rows, found, strict=True))


def by_list(cards, reps, energy, now):
    """What the graded list expects of each card, by key; neither energy nor the hour changes it."""
    tensions = {card.key: tension_for(card, own_offset(cards, reps)) for card in cards}
    return {key: Expected(tension, STING_SHARE * tension) for key, tension in tensions.items()}


def broken(key, expected, reps, *, now, resting):
    """The rules that offering this card now would break (evidence R8, R27; design sections 6 and 10)."""
    made = [rep for rep in reps if rep.outcome != "not_asked"]
    stung = [(back, rep) for back, rep in enumerate(reversed(made[-2:])) if or_none(rep.sting) >= 75]
    too_high = any(expected[key].tension > tension_of(rep, expected) - 10 * (1 + back) for back, rep in stung)
    rules = barred(key, expected, reps, now=now, resting=resting) | {
        "step down": too_high and gentler_left(key, expected, reps, now=now, resting=resting),
        "heavy day": any(heavy_asks(made, now, days) >= 2 for days in (0, 1)),
    }
    return {rule for rule, is_broken in rules.items() if is_broken}


def barred(key, expected, reps, *, now, resting):
    """What bars one card, whatever the others are."""
    tried = [rep for rep in reps if rep.outcome != "not_asked" or rep.too_much]
    return {
        "tense": expected[key].tension > 70,
        "stings": expected[key].sting > 60,
        "resting": key in resting,
        "lately": any(rep.key == key and rep.at is not None and now - rep.at < timedelta(days=7) for rep in tried),
    }


def gentler_left(key, expected, reps, *, now, resting):
    """Whether a gentler card could be offered instead."""
    gentler = [other for other, card in expected.items() if card.tension < expected[key].tension]
    return any(not any(barred(other, expected, reps, now=now, resting=resting).values()) for other in gentler)


def heavy_asks(made, now, days_ago):
    """How many asks of that day were made at a tension of 90 and more, or stung 75 and more."""
    day = now.date() - timedelta(days=days_ago)
    dated = [rep for rep in made if rep.at is not None and rep.at.astimezone(now.tzinfo).date() == day]
    return sum(or_none(rep.tension_before) >= 90 or or_none(rep.sting) >= 75 for rep in dated)


def tension_of(rep, expected):
    """As it was told, else as the card is expected to be, else the most there is."""
    if rep.tension_before is not None:
        return rep.tension_before
    return expected[rep.key].tension if rep.key in expected else 70


def or_none(scale):
    return 0 if scale is None else scale


def assert_sane(choice, expected, question):
    """Finite numbers that belong together, neighbours on their own side, a reason, and no card beyond a bound."""
    reps, rules = question["reps"], {"now": question["now"], "resting": question["resting"]}
    for key in offered(choice):
        assert not broken(key, expected, reps, **rules), (key, broken(key, expected, reps, **rules))
    assert (choice.key is None) == (choice.tension is None) == (choice.chance_of_no is None)
    if choice.key is None:
        assert offered(choice) == []
    else:
        assert choice.tension == expected[choice.key].tension
        assert 0 <= choice.low <= choice.tension <= choice.high <= 100
        assert 0 <= choice.chance_of_no <= 1
        assert choice.gentler is None or expected[choice.gentler].tension < choice.tension
        assert choice.bolder is None or expected[choice.bolder].tension > choice.tension
    assert choice.reasons
    assert all(math.isfinite(number) for reason in choice.reasons for number in reason.numbers.values())


def offered(choice):
    return [key for key in (choice.key, choice.gentler, choice.bolder) if key is not None]
