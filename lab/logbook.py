"""What people would have logged: reps with gaps, each scale told with a slip of the thumb."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np

from lab.arrays import Bools, Floats
from lab.chance import Stream, normal, uniform
from lab.deck import PLACES, lab_key
from lab.learners.learner import Meeting
from lab.policy import LabOffer, Scene
from nerve.rep import AFTER, BEFORE, Rep

_FIRST_DAY: Final = datetime(2026, 1, 5, 12, tzinfo=UTC)
_SLIP: Final = 8.0  # points: how far a told scale lies from what was felt
_DOT: Final = 25.0  # points of energy
_SCALES: Final = (*BEFORE, "energy", *AFTER)
_FIVE_WORDS: Final = 20.0  # points from one of the five words that the pages offer to the next, from 10 on
_EXACT: Final = ("tension_before", "sting", "energy")  # their noise is the learner's own


class Logbook:
    """The reps of each person, in order.

    `keys` are those of the cards by their numbers, `settings` where each is met, where that is not for life to say;
    `words` says that scales are told in five words, and not by a slider.
    """

    def __init__(
        self, scene: Scene, *, keys: Sequence[str] = (), settings: Sequence[str] = (), words: bool = False
    ) -> None:
        self.scene = scene
        self.keys, self.settings, self.words = keys, settings, words
        self.reps: list[list[Rep]] = [[] for _ in range(len(scene.learner.people))]

    def energy(self, day: int) -> list[float | None]:
        """What each would say is in the tank, in dots of 25; None where it is not said."""
        ids = self.scene.learner.people.id
        rested = 1.0 - self.scene.learner.tiredness + 0.1 * normal(self.scene.seed, Stream.ENERGY, ids, day)
        said = uniform(self.scene.seed, Stream.TELL, ids, day, _SCALES.index("energy")) >= self.scene.world.missing
        dots = np.clip(np.ceil(rested * 100.0 / _DOT), 1.0, 4.0) * _DOT
        return [float(value) if told else None for value, told in zip(dots, said, strict=True)]

    def write(self, offer: LabOffer, meeting: Meeting, energy: list[float | None]) -> None:
        """One rep for each offer; those who let it go have told their forecast."""
        told = {name: self.told(offer, name, values) for name, values in _felt(offer, meeting).items()}
        kept = {name: self.kept(offer, name) & ~np.isnan(values) for name, values in told.items()}
        answers = np.full(len(offer.who), "not_asked", dtype=object)
        answers[offer.asked] = np.where(meeting.no, "no", "yes")
        at = lab_moment(offer.day)
        for row, person in enumerate(offer.who):
            rated: dict[str, Any] = {name: float(values[row]) for name, values in told.items() if kept[name][row]}
            self.reps[person].append(
                Rep(
                    key=self.keys[offer.cards[row]] if self.keys else lab_key(int(offer.cards[row])),
                    at=at,
                    place=self.settings[offer.cards[row]] if self.settings else PLACES[offer.places[row]],
                    outcome=answers[row],
                    energy=energy[person],
                    too_much=bool(offer.too_much[row]),
                    **rated,
                )
            )

    def told(self, offer: LabOffer, name: str, values: Floats) -> Floats:
        """As a slider would hold it, whole points, off by a slip; or the nearest of five words."""
        ids = self.scene.learner.people.id[offer.who]
        slip = 0.0 if name in _EXACT else _SLIP
        slips: Floats = slip * normal(self.scene.seed, Stream.SLIDER, ids, offer.day, _SCALES.index(name))
        said = np.clip(values + slips, 0.0, 100.0)
        if self.words and name != "energy":
            said = _FIVE_WORDS * np.clip(np.floor(said / _FIVE_WORDS), 0.0, 4.0) + _FIVE_WORDS / 2.0
        return np.asarray(np.round(said), dtype=np.float64)

    def kept(self, offer: LabOffer, name: str) -> Bools:
        """For whom this scale is filled in; some leave a whole debrief."""
        world, ids = self.scene.world, self.scene.learner.people.id[offer.who]
        filled = uniform(self.scene.seed, Stream.TELL, ids, offer.day, _SCALES.index(name)) >= world.missing
        if name not in AFTER:
            return filled
        return filled & (uniform(self.scene.seed, Stream.TELL, ids, offer.day, len(_SCALES)) >= world.undebriefed)


def _felt(offer: LabOffer, meeting: Meeting) -> dict[str, Floats]:
    """Every scale as it was felt, one row an offer; nan where there was nothing to feel.

    The feared thing is that it goes badly: its likelihood is the threat, it happened as far as the answer was awful.
    """
    asked = offer.asked
    return {
        "no_before": 100.0 * offer.no_chance,
        "feared_before": 100.0 * offer.no_chance * offer.awfulness,
        "cost_before": 100.0 * offer.awfulness,
        "tension_before": offer.tension,
        "feared_happened": _among(asked, 100.0 * meeting.awful),
        "feared_after": _among(asked, 100.0 * meeting.no_after * meeting.cost_after),
        "cost_after": _among(asked, np.where(meeting.no, 100.0 * meeting.cost_after, np.nan)),
        "sting": _among(asked, meeting.sting),
        "surprise": _among(asked, 100.0 * np.abs(meeting.no - offer.no_chance[asked])),
    }


def _among(asked: Bools, values: Floats) -> Floats:
    """These values in their rows, nan in the others."""
    spread = np.full(len(asked), np.nan)
    spread[asked] = values
    return spread


def lab_moment(day: int) -> datetime:
    """Noon of that day."""
    return _FIRST_DAY + timedelta(days=day)
