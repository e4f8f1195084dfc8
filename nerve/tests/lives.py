"""Lives by the number: each seed is a library, a log and a question, made so that the bounds have something to hold."""

from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

from nerve.card import CHANNELS, FACETS, Card
from nerve.rep import AFTER, BEFORE, Rep
from nerve.tests.offers import NOW

ZONES = ("UTC", "Europe/Berlin", "Pacific/Pago_Pago", "Pacific/Kiritimati")
SCALES = (*BEFORE, *AFTER, "energy")  # what a choice looks at
PLACES = ("shop", "street", "gym", "")


def life(seed):
    """The arguments of a coach, but for its dice."""
    rng = Random(seed)
    cards = [card(rng, f"card {number}") for number in range(rng.choice([1, 3, 10, 30, 60]))]
    keys = [card.key for card in cards]
    return {
        "cards": cards,
        "reps": log(rng, [*keys, "gone"]),
        "now": NOW.astimezone(ZoneInfo(rng.choice(ZONES))),
        "energy": rng.choice([None, 0.0, 25.0, 50.0, 100.0]),
        "resting": frozenset(rng.sample(keys, len(keys) // 5)) if rng.random() < 0.3 else frozenset(),
    }


def card(rng, key):
    facets = {name: rng.random() for name in FACETS if rng.random() < 0.8}
    return Card(key, facets, rng.choice(CHANNELS), rng.choice([0.0, 1.0, rng.random(), rng.random()]))


def log(rng, keys):
    """Asks of one person, mostly in order, over days or years; how much they fear and leave out is theirs."""
    dread, gaps = rng.choice([10, 40, 70, 100]), rng.choice([0.0, 0.3, 0.9])
    days = rng.choice([1, 3, 20, 400])
    ago = sorted((rng.uniform(-0.1, 1.0) * days for _ in range(rng.choice([0, 1, 4, 12, 60, 200]))), reverse=True)
    if rng.random() < 0.1:
        rng.shuffle(ago)
    return [ask(rng, rng.choice(keys), since, dread, gaps) for since in ago]


def ask(rng, key, since, dread, gaps):
    at = NOW - timedelta(days=since) if rng.random() < 0.95 else None
    told = {name: min(100.0, max(0.0, rng.gauss(dread, 15))) for name in SCALES if rng.random() >= gaps}
    if rng.random() < 0.1:
        told["sting"] = rng.uniform(70, 100)  # a harsh one can come to anybody
    outcome = rng.choice(["no", "no", "yes", "maybe", "no_reply", "not_asked"])
    return Rep(key, at, rng.choice(PLACES), outcome, **told, too_much=outcome == "not_asked" and rng.random() < 0.5)
