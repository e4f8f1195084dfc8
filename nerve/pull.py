"""Pull: how much one wants to do what one once let go, when it comes again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from nerve.estimates import mean_of, median_of
from nerve.measured import Change, Measured
from nerve.rep import within_scale
from nerve.timeline import in_time_order


@dataclass(frozen=True, slots=True)
class PullRating:
    """A challenge that was chosen once: the pull then (0 to 100, None for not given), and whether it was asked.

    Raises ValueError for a pull off the scale or a moment without its zone.
    """

    key: str
    at: datetime | None
    pull: float | None
    asked: bool

    def __post_init__(self) -> None:
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("at: a moment needs its time zone")
        within_scale("pull", self.pull)


@dataclass(frozen=True, slots=True)
class Pull:
    """Over the challenges that were let go and came again: the pull then and at the latest offer, means, 0 to 100.

    `change` is the median of latest minus then, in points, -100 to 100, between order statistics (Thompson 1936).
    """

    then: Measured
    latest: Measured
    change: Change


def pull_of(offers: Iterable[PullRating]) -> Pull:
    """The pull of each challenge from the first time it was let go on; only offers with a pull can tell."""
    again = [both for known in _by_key(offers).values() if (both := _then_and_latest(known)) is not None]
    then, latest = [first for first, _ in again], [last for _, last in again]
    return Pull(
        then=mean_of(then, of="re_offers"),
        latest=mean_of(latest, of="re_offers"),
        change=median_of([last - first for first, last in again], of="re_offers", kind=Change),
    )


def _by_key(offers: Iterable[PullRating]) -> dict[str, list[PullRating]]:
    """The offers with a pull of each challenge, in order."""
    known: defaultdict[str, list[PullRating]] = defaultdict(list)
    for offer in in_time_order(offers):
        if offer.pull is not None:
            known[offer.key].append(offer)
    return dict(known)


def _then_and_latest(offers: Sequence[PullRating]) -> tuple[float, float] | None:
    """The pull when it was first let go, and the latest after that; None where it was never let go or came once."""
    first = next((turn for turn, offer in enumerate(offers) if not offer.asked), None)
    if first is None or first == len(offers) - 1:
        return None
    then, latest = offers[first].pull, offers[-1].pull
    return (then, latest) if then is not None and latest is not None else None
