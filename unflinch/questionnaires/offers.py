"""What there is to fill in for this person today, and when it opens again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from unflinch.questionnaires.instrument import Instrument
from unflinch.questionnaires.models import Filled


@dataclass(frozen=True, slots=True)
class QuestionnaireOffer:
    """A set of questions, the times it was filled in (newest first), and whether it is open on `today`."""

    instrument: Instrument
    filled: tuple[Filled, ...]
    today: date

    @property
    def opens(self) -> date:
        return self.instrument.opens(self.filled[0].day if self.filled else None, today=self.today)

    @property
    def is_open(self) -> bool:
        return self.opens <= self.today


def offers(instruments: Mapping[str, Instrument], filled: Iterable[Filled], today: date) -> list[QuestionnaireOffer]:
    """One offer for each set in use; `filled` is the person's, newest first."""
    rows = list(filled)
    return [
        QuestionnaireOffer(instrument, tuple(row for row in rows if row.slug == slug), today)
        for slug, instrument in instruments.items()
    ]


def offer(instrument: Instrument, filled: Iterable[Filled], today: date) -> QuestionnaireOffer:
    """The offer of one set."""
    return offers({instrument.slug: instrument}, filled, today)[0]


def left_over(instruments: Mapping[str, Instrument], filled: Iterable[Filled]) -> list[Filled]:
    """What was filled in with a set that is no longer in use here: it is still the person's, to see and to delete."""
    return [row for row in filled if row.slug not in instruments]
