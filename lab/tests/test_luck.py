"""Common random numbers: where two policies do the same, the same happens."""

from itertools import pairwise

import numpy as np

from lab.arrays import Bools, Indices
from lab.days import Days
from lab.deck import draw_deck
from lab.learners.learner import Meeting
from lab.learners.rescorla_wagner import RescorlaWagner
from lab.people import draw_people
from lab.policy import LabOffer
from lab.worlds import WORLDS

PEOPLE = 200


class Fixed:
    """The same card for everybody on each day; it keeps what came of it."""

    def __init__(self, cards: list[int]) -> None:
        self.cards, self.seen = cards, list[tuple[LabOffer, Meeting]]()

    def pick(self, day: int, still: Bools) -> Indices:
        return np.full(len(still), self.cards[day % len(self.cards)])

    def note(self, offer: LabOffer, meeting: Meeting) -> None:
        self.seen.append((offer, meeting))


def lived(cards: list[int]) -> tuple[Fixed, Days]:
    learner = RescorlaWagner(draw_people(1, "tuning", 0, PEOPLE), draw_deck(1, number=0, written=0.2, error=0.0))
    days, policy = Days(1, WORLDS["base"], learner, np.full((PEOPLE, 84), 0.5)), Fixed(cards)
    days.pass_by(policy)
    return policy, days


def test_the_first_day_is_the_same_whatever_comes_later():
    (one, _), (other, _) = lived([3, 9]), lived([3, 40])
    assert np.array_equal(one.seen[0][0].tension, other.seen[0][0].tension)
    assert np.array_equal(one.seen[0][1].no, other.seen[0][1].no)


def test_the_same_card_on_the_same_day_is_answered_alike_whatever_came_before():
    (one, _), (other, _) = lived([3, 9]), lived([40, 9])
    (offer, meeting), (other_offer, other_meeting) = one.seen[1], other.seen[1]
    _, mine, theirs = np.intersect1d(offer.askers, other_offer.askers, return_indices=True)
    assert len(mine) > 50
    assert np.array_equal(meeting.no[mine], other_meeting.no[theirs])
    assert not np.array_equal(offer.tension[mine], other_offer.tension[theirs])


def test_who_gave_up_is_asked_no_more():
    policy, days = lived([3])
    assert 0 < days.still.sum() < PEOPLE
    offered = [set(offer.who) for offer, _ in policy.seen]
    assert all(later <= earlier for earlier, later in pairwise(offered))
    assert set(np.flatnonzero(days.still)) <= offered[-1]
