"""What an ask calls for once its answer is in: whether it was a hard one, and what was typed about it today."""

from collections.abc import Iterator
from datetime import date

from nerve.rep import Rep
from nerve.shift import surprised_unmoved
from unflinch.accounts.models import Person
from unflinch.care.attention import heaviest
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Ask, Debrief, Forecast
from unflinch.practice.models.debrief import LINES
from unflinch.practice.vocabulary import Harm, NoKind, Outcome


def went_badly(told: Debrief) -> bool:
    """Whether this one deserves a soft landing and nothing else: it stung a lot, it was rude, or it was unfair."""
    return told.is_hard or told.no_kind == NoKind.RUDE or Harm.UNFAIR in told.harms


def lands_softly(ask: Ask, day: date) -> bool:
    """Whether a quiet page comes next: after a hard one, a harm, or words on this day that want a second look."""
    told, reading = ask.debrief or Debrief(), heaviest(typed_about(ask, day))
    return went_badly(told) or bool(told.harms) or reading.self_shaming or reading.level != "none"


def lucky_escape(ask: Ask) -> bool:
    """Whether it went far better than feared and the fear hardly moved (evidence R5)."""
    answer, told, foretold = ask.answer, ask.debrief, ask.foretold
    if answer is None or answer.outcome == Outcome.NOT_ASKED or told is None or foretold is None:
        return False
    rated = {name: getattr(told, name) for name in ("feared_happened", "feared_after", "surprise")}
    rep = Rep(ask.key, None, ask.setting, answer.outcome, feared_before=foretold.feared_before, **rated)
    return surprised_unmoved(rep)


def typed_about(ask: Ask, day: date) -> list[str]:
    """What the person typed about it on this day: only what is written now is ever read for signs of a crisis."""
    return [*_written_on(ask, day)]


def _written_on(ask: Ask, day: date) -> Iterator[str]:
    person: Person = ask.person
    for debrief in ask.debriefs.all():
        if debrief.batch is None and person.day_of(debrief.arrived) == day:
            yield from (getattr(debrief, name) for name in LINES)
    for echo in ask.echoes.all():
        if echo.batch is None and echo.day == day:
            yield echo.said_back
    if ask.batch is None and person.day_of(ask.arrived) == day:
        foretold, card = ask.foretold or Forecast(), catalogue().get(ask.slug)
        # The words of a card are nobody's own.
        ours = () if card is None else (card.title, card.line, card.seated, card.by_phone, card.in_writing)
        told = (ask.title, ask.line, ask.plan.line, ask.plan.cue, ask.plan.when_where, foretold.feared_words)
        yield from (words for words in told if words not in ours)
