"""Which challenges read alike: the cosine of their letter runs, rare runs weighing most."""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from unflinch.challenges.shape import Challenge

RUN = 4
CLOSE = 0.3


def pairs_alike(challenges: Sequence[Challenge]) -> list[tuple[float, Challenge, Challenge]]:
    """Pairs with a cosine of at least `CLOSE` (0 to 1) over title and everyday phrasings, closest first."""
    runs = [runs_of(challenge) for challenge in challenges]
    spread = Counter(run for counts in runs for run in counts)
    column = {run: number for number, run in enumerate(spread)}
    table = np.zeros((len(runs), len(column)))
    for row, counts in enumerate(runs):
        for run, count in counts.items():
            table[row, column[run]] = count * log(len(runs) / spread[run])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    close = table @ table.T
    firsts, seconds = np.where(np.triu(close, 1) >= CLOSE)
    found = [(float(close[one, other]), one, other) for one, other in zip(firsts, seconds, strict=True)]
    found.sort(key=lambda row: -row[0])
    return [(share, challenges[one], challenges[other]) for share, one, other in found]


def runs_of(challenge: Challenge) -> Counter[str]:
    text = f" {' '.join([challenge.title, *challenge.said]).casefold()} "
    return Counter(text[at : at + RUN] for at in range(len(text) - RUN + 1))
