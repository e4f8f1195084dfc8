"""The yeses you would have missed: what came of the asks where a no was expected."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nerve.estimates import share_of
from nerve.measured import Measured
from nerve.parameters import NO_EXPECTED
from nerve.rep import Rep


@dataclass(frozen=True, slots=True)
class Missed:
    """What came where a no was thought likelier than not, counted; and the yeses among the answers, in per cent."""

    yeses: int
    noes: int
    maybes: int
    silences: int
    share: Measured


def yeses_missed(reps: Iterable[Rep]) -> Missed:
    """What staying at home would have cost. An ask that was not made brings nothing and is not counted."""
    came = Counter(rep.outcome for rep in reps if rep.no_before is not None and rep.no_before > NO_EXPECTED)
    share = share_of(came["yes"], came["yes"] + came["no"], of="foreseen")
    return Missed(came["yes"], came["no"], came["maybe"], came["no_reply"], share)
