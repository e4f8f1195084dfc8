"""Where somebody stands when they open the app: everything that Today shows, composed and never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.coach.next_step import Offer, chosen, offer_for
from unflinch.insights.this_week import ThisWeek, this_week
from unflinch.nudges.line_on_today import nudge_line
from unflinch.practice.history import asides_on, cached_fold, place_on
from unflinch.practice.history.echo_prompts import Prompt, prompt_on
from unflinch.practice.history.weeks import USUAL_PACE, WEEK, Slot
from unflinch.practice.models import Ask, Programme
from unflinch.practice.models.energy import SHARE_OF_A_DOT
from unflinch.practice.vocabulary import AsideReason, ProgrammeKind
from unflinch.today.asking import LightQuestion, light_question
from unflinch.today.pond_week import PondWeek, pond_week
from unflinch.today.waiting import Due, Waiting, ending_week, waiting_for


@dataclass(frozen=True, slots=True)
class _PutAside:
    """The card last put aside today, by its title, and why."""

    id: UUID
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Standing:
    """Today's page as values; `begun` is an ask of the challenge on offer that was chosen before and has no answer.

    `waiting` is all that waits, the first first; it is empty while somebody rests, and `pause` is the rest.
    """

    day: date
    counts: ThisWeek
    programme: Programme | None
    slot: Slot
    pond: PondWeek
    offer: Offer | None
    begun: Ask | None
    question: LightQuestion | None
    put_aside: _PutAside | None
    dots: int | None
    place: str
    waiting: Sequence[Waiting]
    pause: Pause | None

    @property
    def week(self) -> int | None:
        """Which week of the programme it is."""
        return None if self.programme is None else self.slot.number

    @property
    def replies(self) -> int:
        """How many answers may still come: the number on the icon."""
        return next((one.many for one in self.waiting if one.kind == "replies"), 0)

    @property
    def past_weeks(self) -> bool:
        """Whether the programme has run its weeks."""
        return _past_weeks(self.programme, self.slot)

    @property
    def made(self) -> int:
        """How many asks were made in the programme."""
        return self.counts.in_programme

    @property
    def draws(self) -> bool:
        """Whether the programme is one with a deck to draw from."""
        return self.programme is not None and self.programme.kind == ProgrammeKind.THIRTY_DAYS


def standing_of(person: Person, *, at: datetime, paused: bool) -> _Standing:
    """Everything that Today shows at this moment."""
    day = person.day_of(at)
    counts = this_week(person, day)
    programme, slot = counts.calendar.running, counts.slot
    energy = counts.energy.get(day)
    offer = offer_for(person, at=at, paused=paused)
    waiting = () if paused else waiting_on(person, at=at)
    pace = USUAL_PACE if programme is None else (programme.pace_low, programme.pace_high)
    return _Standing(
        day=day,
        counts=counts,
        programme=programme,
        slot=slot,
        pond=pond_week(person, counts, day, pace),
        offer=offer,
        begun=_begun_of(person, offer) if counts.planned else None,
        question=light_question(person, offer, day, waits=bool(waiting)),
        put_aside=_put_aside_on(person, day) if _is_open(offer) else None,
        dots=None if energy is None else round(energy / SHARE_OF_A_DOT),
        place=place_on(person, day),
        waiting=waiting,
        pause=Pause.objects.of(person).last_in_force(at) if paused else None,
    )


def waiting_on(person: Person, *, at: datetime) -> tuple[Waiting, ...]:
    """All that waits for this person at this moment, the first first."""
    day = person.day_of(at)
    counts = this_week(person, day)
    slot, programme = counts.slot, counts.calendar.running
    unreviewed = None if counts.before in counts.reviewed else counts.before
    due = Due(
        prompt=_prompt_on(person, day, unreviewed),
        over=programme if _is_over(programme, slot, counts) else None,
        unreviewed=unreviewed,
        ending=ending_week(counts, person, at=at),
        replies=counts.waiting(day, person.silence_days),
        planned=counts.planned,
        nudge=nudge_line(person, at=at),
    )
    return waiting_for(person, due, day=day)


def _past_weeks(programme: Programme | None, slot: Slot) -> bool:
    weeks = None if programme is None else programme.weeks
    return weeks is not None and slot.number > weeks


def _is_over(programme: Programme | None, slot: Slot, counts: ThisWeek) -> bool:
    """Whether the programme has run its weeks or its asks."""
    asks = None if programme is None else programme.asks_in_all
    return _past_weeks(programme, slot) or (asks is not None and counts.in_programme >= asks)


def _prompt_on(person: Person, day: date, unreviewed: Slot | None) -> Prompt:
    """What this day asks, kept in memory until a fact is added."""
    after = None if unreviewed is None else unreviewed.starts + WEEK
    return cached_fold(person, f"prompt/{day}", lambda: prompt_on(person, day, unreviewed=after))


def _is_open(offer: Offer | None) -> bool:
    """Whether cards come at all: they do not while one rests, nor where a soft stop offers a rest instead."""
    return offer is not None and not (offer.sign and offer.sign.offers_rest)


def _begun_of(person: Person, offer: Offer | None) -> Ask | None:
    """The newest ask without an answer that was made of the challenge on offer, or None."""
    if offer is None or offer.challenge is None:
        return None
    planned = Ask.objects.of(person).planned().to_try(offer.challenge.slug, offer.challenge.own)
    return planned.newest_first().first()


def _put_aside_on(person: Person, day: date) -> _PutAside | None:
    """What was put aside last on this day, or None; a slip of the thumb can be taken back."""
    for aside in reversed(asides_on(person, day)):
        challenge = chosen(person, aside.key)
        if challenge is not None:
            return _PutAside(aside.id, challenge.title, AsideReason(aside.reason))
    return None
