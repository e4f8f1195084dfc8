"""The yeses you would have missed: what came of the asks where a no was expected."""

from dataclasses import dataclass

import numpy as np

from nerve.columns import MAYBE, NO, NO_REPLY, YES, Asks, ask_columns
from nerve.estimates import share_of
from nerve.measured import Measured
from nerve.parameters import NO_EXPECTED
from nerve.rep import OUTCOMES


@dataclass(frozen=True, slots=True)
class Missed:
    """What came where a no was thought likelier than not, counted; and the yeses among the answers, in per cent."""

    yeses: int
    noes: int
    maybes: int
    silences: int
    share: Measured


def yeses_missed(asks: Asks) -> Missed:
    """What staying at home would have cost. An ask that was not made brings nothing and is not counted."""
    columns = ask_columns(asks)
    came = np.bincount(columns.outcome[columns.no_before > NO_EXPECTED], minlength=len(OUTCOMES)).tolist()
    share = share_of(came[YES], came[YES] + came[NO], of="foreseen")
    return Missed(came[YES], came[NO], came[MAYBE], came[NO_REPLY], share)
