"""The families of learners, by name."""

from typing import Final

from lab.learners.rescorla_wagner import RescorlaWagner

FAMILIES: Final = {"rescorla-wagner": RescorlaWagner}
