"""The families of learners, by name."""

from typing import Final

from lab.learners.kalman import Kalman
from lab.learners.latent_cause import LatentCause
from lab.learners.pearce_hall import PearceHall
from lab.learners.rescorla_wagner import RescorlaWagner

FAMILIES: Final[dict[str, type[RescorlaWagner]]] = {
    "rescorla-wagner": RescorlaWagner,
    "kalman": Kalman,
    "latent-cause": LatentCause,
    "pearce-hall": PearceHall,
}
USUAL_FAMILY: Final = "rescorla-wagner"
