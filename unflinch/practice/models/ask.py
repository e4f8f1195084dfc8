from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self
from uuid import UUID

from django.core.validators import MinValueValidator
from django.db import models, transaction

from nerve.rep import Rep
from nerve.shift import surprised_unmoved
from unflinch.accounts.facts import Fact, FactQuerySet
from unflinch.accounts.models import Person
from unflinch.accounts.sealed import SealedTextField
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.vocabulary import Channel, Kind, Setting
from unflinch.practice.models.answer import Answer, first_of, in_order
from unflinch.practice.models.debrief import LINES, Debrief
from unflinch.practice.models.echo import Echo
from unflinch.practice.models.forecast import Forecast
from unflinch.practice.models.rating import Rating, Word, within
from unflinch.practice.vocabulary import AnswerKind, Audience, Company, Link, Outcome

UNDO = timedelta(minutes=10)


class TooLate(Exception):
    """Ten minutes have passed, or the answer is in: what was written stays, and a new fact goes beside it."""


class TooEarly(Exception):
    """There is nothing to look back on yet: the ask has no answer."""


class AskQuerySet(FactQuerySet["Ask"]):
    def planned(self) -> Self:
        return self.filter(answers=None)

    def to_try(self, slug: str, own: OwnChallenge | None) -> Self:
        """Those of this challenge: the library's by its slug, or an own one."""
        return self.filter(slug=slug, own=own)

    def logged(self) -> Self:
        """Those with an answer."""
        return self.filter(answers__kind=AnswerKind.FIRST)

    def as_diary(self) -> Self:
        """Newest first: days before weeks without dates. Only on asks that are `logged`."""
        newest = (models.F("answers__day").desc(nulls_last=True), models.F("answers__week").desc(nulls_last=True))
        return self.order_by(*newest, "-answers__sequence", "-id")

    def with_ids(self, ids: Collection[UUID]) -> Self:
        return self.filter(pk__in=ids)

    def newest_first(self) -> Self:
        return self.order_by("-arrived", "-id")

    def with_all(self) -> Self:
        return self.select_related("plan", "forecast", "own").prefetch_related("answers", "debriefs", "echoes")

    def listed(self, ids: Sequence[UUID]) -> list["Ask"]:
        """Those with these ids and all that hangs on them, in their order; what was deleted since is left out."""
        rows = {ask.pk: ask for ask in self.with_ids(ids).with_all()}
        return [rows[id] for id in ids if id in rows]


class Ask(Fact):
    """One request to one person or group. Its answers only grow; the latest counts and the first is kept.

    `planned_day`, `planned_time`, `planned_week` and `planned_number` say what it was planned for, as far as that is
    known: the day, the time on the clock where the person is, and the person's own number of the week and of the day.
    They stay when the ask has its answer.
    """

    plan = models.ForeignKey("practice.Plan", on_delete=models.CASCADE, related_name="asks")
    slug = models.CharField(max_length=80, blank=True, default="")
    own = models.ForeignKey(OwnChallenge, on_delete=models.SET_NULL, null=True, related_name="+")
    title = SealedTextField()
    role = SealedTextField()
    setting = Word(choices=Setting)
    setting_words = SealedTextField()
    channel = Word(choices=Channel, default=Channel.IN_PERSON)
    kind = Word(choices=Kind, default=Kind.ASK)
    audience = Word(choices=Audience, default=Audience.ONE)
    company = Word(choices=Company, default=Company.ALONE)
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="followers")
    link = Word(choices=Link)
    counts = models.BooleanField(default=True)
    pull = Rating()
    planned_day = models.DateField(null=True)
    planned_time = models.TimeField(null=True)
    planned_week = models.PositiveSmallIntegerField(null=True, validators=[MinValueValidator(1)])
    planned_number = models.PositiveIntegerField(null=True, validators=[MinValueValidator(1)])

    # Which of a hundred it is, where a page has looked.
    number: int | None = None

    objects: ClassVar[AskQuerySet] = AskQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Fact.Meta):
        constraints: ClassVar = within("pull")

    @property
    def key(self) -> str:
        """What the same challenge is known by across asks: its slug, its own id, or this ask alone."""
        return self.slug or str(self.own_id or self.pk)

    @property
    def own_no(self) -> bool:
        """Whether the no is the person's own, and the answer says how it is taken."""
        return bool(self.kind == Kind.SAY_NO)

    @property
    def trail(self) -> list[Answer]:
        """The answers in the order they came."""
        return in_order(self.answers.all())

    @property
    def first_answer(self) -> Answer | None:
        """What came first, with a mis-tap mended."""
        return first_of(self.trail)

    @property
    def answer(self) -> Answer | None:
        """What counts: the latest."""
        trail = self.trail
        return trail[-1] if trail else None

    @property
    def debrief(self) -> Debrief | None:
        """The debrief as it stands: what was written later goes before what was written first."""
        return Debrief.folded(sorted(self.debriefs.all(), key=lambda debrief: debrief.arrived))

    @property
    def later(self) -> list[Echo]:
        """Its echoes, in the order they came."""
        return sorted(self.echoes.all(), key=lambda echo: echo.arrived)

    @property
    def foretold(self) -> Forecast | None:
        """Its forecast, or None where it just happened."""
        return getattr(self, "forecast", None)

    @property
    def lucky_escape(self) -> bool:
        """Whether it went far better than feared and the fear hardly moved (evidence R5)."""
        answer, told, foretold = self.answer, self.debrief, self.foretold
        if answer is None or answer.outcome == Outcome.NOT_ASKED or told is None or foretold is None:
            return False
        rated = {name: getattr(told, name) for name in ("feared_happened", "feared_after", "surprise")}
        rep = Rep(self.key, None, self.setting, answer.outcome, feared_before=foretold.feared_before, **rated)
        return surprised_unmoved(rep)

    def waits(self, *, day: date, patience: int) -> bool:
        """Whether an answer may still come: a maybe or a silence not older than `patience` days."""
        answer = self.answer
        if answer is None or not answer.is_open:
            return False
        return answer.day is not None and (day - answer.day).days < patience

    def rests(self, day: date) -> bool:
        """Whether a hard one is not shown again yet: a sting of 60 or more waits for the next day."""
        answer, told = self.answer, self.debrief
        return told is not None and told.is_hard and answer is not None and answer.day == day

    def lines_of(self, day: date) -> list[str]:
        """What the person typed about it on this day: only what is written now is ever read for signs of a crisis."""
        person: Person = self.person
        told = [
            debrief
            for debrief in self.debriefs.all()
            if debrief.batch is None and person.day_of(debrief.arrived) == day
        ]
        lines = [getattr(debrief, name) for debrief in told for name in LINES]
        lines += [echo.said_back for echo in self.echoes.all() if echo.batch is None and echo.day == day]
        if self.batch is None and person.day_of(self.arrived) == day:
            plan = self.plan
            lines += [
                self.title,
                plan.line,
                plan.cue,
                plan.when_where,
                self.foretold.feared_words if self.foretold else "",
            ]
        return lines

    def can_undo(self, at: datetime) -> bool:
        """Whether the last answer is fresh enough to be taken back as if it had not been written."""
        answer = self.answer
        return answer is not None and at - answer.arrived < UNDO

    @transaction.atomic
    def foresee(self, *, id: UUID, at: datetime, **content: Any) -> Forecast:
        """Write the forecast, or mend it while no answer is in. Raises TooLate once there is one."""
        if self.answers.exists():
            raise TooLate
        existing = self.foretold
        if existing is not None:
            return existing.amend(**content)
        self.forecast = Forecast.objects.once(id=id, person=self.person, at=at, arrived=at, ask=self, **content)
        return self.forecast

    @transaction.atomic
    def respond(self, outcome: str, *, id: UUID, at: datetime, happened: dict[str, Any], reason: str = "") -> Answer:
        """Record the first answer; `happened` are the dated fields. The same id twice is one answer.

        Raises TooLate where another first answer is in: that one is mended or settled, not given again.
        """
        if self.answers.first_ones().exclude(pk=id).exists():
            raise TooLate
        return self._answer(id=id, at=at, kind=AnswerKind.FIRST, outcome=outcome, reason=reason, happened=happened)

    @transaction.atomic
    def settle(
        self, outcome: str, *, id: UUID, at: datetime, happened: dict[str, Any], manner: str = "", words: str = ""
    ) -> Answer:
        """Record the answer that came after a maybe, a silence, or a change of mind."""
        return self._answer(
            id=id, at=at, kind=AnswerKind.SETTLING, outcome=outcome, manner=manner, words=words, happened=happened
        )

    @transaction.atomic
    def mend(self, outcome: str, *, id: UUID, at: datetime, happened: dict[str, Any], reason: str = "") -> Answer:
        """Say that the last answer was a mis-tap and what it should have been."""
        return self._answer(id=id, at=at, kind=AnswerKind.SLIP, outcome=outcome, reason=reason, happened=happened)

    @transaction.atomic
    def tell(self, *, id: UUID, at: datetime, **content: Any) -> Debrief:
        """Write the debrief, complete or mend a fresh one, or put a later one beside it."""
        latest = self.debriefs.newest_first().first()
        if latest is not None and at - latest.arrived < UNDO:
            return latest.amend(**content)
        return Debrief.objects.once(id=id, person=self.person, at=at, arrived=at, ask=self, **content)

    @transaction.atomic
    def echo(self, *, id: UUID, at: datetime, **content: Any) -> Echo:
        """Write how it sits now, beside whatever was written before. The same id twice is one echo.

        Raises TooEarly while no answer is in.
        """
        if not self.answers.exists():
            raise TooEarly
        day = self.person.day_of(at)
        return Echo.objects.once(id=id, person=self.person, at=at, arrived=at, when={"day": day}, ask=self, **content)

    @transaction.atomic
    def undo(self, *, at: datetime) -> None:
        """Take the last answer back with what was said after it; an ask that just happened goes with it.

        Raises TooLate after ten minutes.
        """
        if not self.can_undo(at):
            raise TooLate
        *before, last = self.trail
        if not before and self.arrived == last.arrived:
            self.remove()
            return
        self.debriefs.filter(arrived__gte=last.arrived).delete()
        last.delete()
        self.person.noted()

    @transaction.atomic
    def describe(self, *, at: datetime, **about: Any) -> None:
        """Mend what it was about. Raises TooLate once its answer can no longer be mended either."""
        if self.answer is not None and not self.can_undo(at):
            raise TooLate
        self.amend(**about)

    @transaction.atomic
    def follow_with(self, *, id: UUID, at: datetime, link: str, title: str = "") -> "Ask":
        """An ask that grows out of this one, in the same activity, with an empty forecast of its own."""
        taken = {name: getattr(self, name) for name in ("setting", "channel", "kind")}
        same = {"title": title} if title else {"title": self.title, "slug": self.slug, "own": self.own}
        return Ask.objects.once(
            id=id, person=self.person, at=at, arrived=at, plan=self.plan, follows=self, link=link, **taken, **same
        )

    @transaction.atomic
    def remove(self) -> None:
        """Delete the ask for ever, and its plan when nothing else is in it."""
        plan = self.plan
        person: Person = self.person
        self.delete()
        if not plan.asks.exists():
            plan.delete()
        person.noted()

    def _answer(self, *, id: UUID, at: datetime, happened: dict[str, Any], **content: Any) -> Answer:
        return Answer.objects.once(id=id, person=self.person, at=at, arrived=at, when=happened, ask=self, **content)
